package org.pledgebook.query.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Measure;

/** How two versions of a pledge differ, field by field. */
final class Differences {

    private final List<Change> found = new ArrayList<>();

    private Differences() {}

    /** In the order in which the fields stand; empty where the two are equal. */
    static List<Change> between(Commitment before, Commitment after) {
        var differences = new Differences();
        differences.compareWords(before, after);
        differences.compareMeasures(before.measures(), after.measures());
        differences.compare("items", before, after, commitment -> items(commitment.items()));
        return List.copyOf(differences.found);
    }

    private void compareWords(Commitment before, Commitment after) {
        compare("title", before, after, Commitment::title);
        compare("inequality", before, after, Commitment::inequality);
        compare("action", before, after, Commitment::action);
        compare("outcome", before, after, Commitment::outcome);
        compare("how we will know", before, after, Commitment::howWeWillKnow);
        compare("characteristics", before, after, commitment -> Words.listed(commitment.characteristics()));
        compare("origin", before, after, commitment -> Words.lower(commitment.origin()));
        compare("teams", before, after, commitment -> reach(commitment.teams()));
        compare("data", before.basis(), after.basis(), Basis::data);
        compare("user feedback", before.basis(), after.basis(), Basis::userFeedback);
        compare("staff feedback", before.basis(), after.basis(), Basis::staffFeedback);
        compare("lead", before, after, Commitment::lead);
    }

    /** {@code outreach and reception}, {@code the whole organisation}. */
    static String reach(List<String> teams) {
        return teams.isEmpty() ? "the whole organisation" : Words.listed(teams);
    }

    private void compareMeasures(List<Measure> before, List<Measure> after) {
        var old = byId(before);
        var now = byId(after);
        old.forEach((id, measure) -> {
            var later = now.get(id);
            if (later == null) {
                found.add(new Change("measure " + id, PledgeWords.aim(measure), null));
            } else {
                compare("measure " + id + " title", measure, later, Measure::title);
                compare("measure " + id + " unit", measure, later, Measure::unit);
                compare("measure " + id + " baseline", measure, later, one -> amount(one.baseline(), one));
                compare("measure " + id + " target", measure, later, one -> amount(one.target(), one));
                compare("measure " + id + " target date", measure, later, one -> day(one.targetDate()));
            }
        });
        now.forEach((id, measure) -> {
            if (!old.containsKey(id)) {
                found.add(new Change("measure " + id, null, PledgeWords.aim(measure)));
            }
        });
        compareOrder(List.copyOf(old.keySet()), List.copyOf(now.keySet()));
    }

    /** Measures that came or went say so themselves; only where they are the same ones, their order can differ. */
    private void compareOrder(List<String> before, List<String> after) {
        var stayed = before.stream().filter(after::contains).toList();
        var stay = after.stream().filter(before::contains).toList();
        Words.compare(found, "order of the measures", Words.listed(stayed), Words.listed(stay));
    }

    private static @Nullable String items(List<AnsweredItem> items) {
        return items.isEmpty()
                ? null
                : Words.listed(items.stream()
                        .map(item -> item.item() + " of " + item.framework())
                        .toList());
    }

    private <T> void compare(String what, T before, T after, Function<T, @Nullable String> spelled) {
        Words.compare(found, what, spelled.apply(before), spelled.apply(after));
    }

    private static @Nullable String amount(@Nullable BigDecimal number, Measure measure) {
        return number == null ? null : Words.amount(number, measure.unit());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Words.day(day);
    }

    private static Map<String, Measure> byId(List<Measure> measures) {
        var byId = new LinkedHashMap<String, Measure>();
        measures.forEach(measure -> byId.put(measure.id(), measure));
        return byId;
    }
}
