package org.pledgebook.web.pledge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.web.page.Difference;
import org.pledgebook.web.pledge.PledgePages.Amended;

/** How one version of a pledge became the next. */
final class Amendments {

    /** Every text of a version, under the end of its name's key. */
    private static final Map<String, Function<PledgeVersion, @Nullable String>> TEXTS = texts();

    private Amendments() {}

    static Amended between(PledgeVersion before, PledgeVersion after) {
        var differences = new LinkedHashMap<String, Difference>();
        TEXTS.forEach((key, text) -> put(differences, key, text.apply(before), text.apply(after)));
        var measures = Stream.concat(before.measures().stream(), after.measures().stream())
                .map(MeasureVersion::id)
                .distinct()
                .toList();
        for (var measure : measures) {
            put(differences, "measure", aim(before.measures(), measure), aim(after.measures(), measure));
        }
        return new Amended(after, differences);
    }

    private static void put(
            Map<String, Difference> differences, String key, @Nullable String before, @Nullable String after) {
        var difference = Difference.between(before, after);
        if (difference.any()) {
            differences.merge(
                    key,
                    difference,
                    (first, second) -> new Difference(Stream.of(
                                    first.pieces().stream(),
                                    Stream.of(new Difference.Piece(Difference.How.SAME, "\n")),
                                    second.pieces().stream())
                            .flatMap(Function.identity())
                            .toList()));
        }
    }

    private static Map<String, Function<PledgeVersion, @Nullable String>> texts() {
        var texts = new LinkedHashMap<String, Function<PledgeVersion, @Nullable String>>();
        texts.put("title", PledgeVersion::title);
        texts.put("inequality", PledgeVersion::inequality);
        texts.put("action", PledgeVersion::action);
        texts.put("outcome", PledgeVersion::outcome);
        texts.put("howWeWillKnow", PledgeVersion::howWeWillKnow);
        texts.put("characteristics", version -> String.join(", ", version.characteristics()));
        texts.put("teams", version -> String.join(", ", version.teams()));
        texts.put("lead", PledgeVersion::lead);
        texts.put("basis.data", version -> version.basis().data());
        texts.put("basis.userFeedback", version -> version.basis().userFeedback());
        texts.put("basis.staffFeedback", version -> version.basis().staffFeedback());
        return texts;
    }

    private static @Nullable String aim(List<MeasureVersion> measures, String id) {
        return measures.stream()
                .filter(measure -> measure.id().equals(id))
                .map(measure -> Stream.of(
                                measure.title(),
                                part("from", measure.baseline(), measure.unit()),
                                part("to", measure.target(), measure.unit()),
                                measure.targetDate() == null ? "" : "by " + measure.targetDate())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .findFirst()
                .orElse(null);
    }

    private static String part(String word, @Nullable BigDecimal number, @Nullable String unit) {
        return number == null ? "" : word + " " + number.toPlainString() + (unit == null ? "" : " " + unit);
    }
}
