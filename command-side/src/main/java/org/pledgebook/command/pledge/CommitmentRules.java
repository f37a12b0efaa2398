package org.pledgebook.command.pledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.pledgebook.command.Faults;
import org.pledgebook.command.framework.FrameworkFacts;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;

/** Whether a commitment is one that this partner can make in this cycle. */
final class CommitmentRules {

    private final Stance stance;
    private final Faults faults;

    private CommitmentRules(Stance stance, Faults faults) {
        this.stance = stance;
        this.faults = faults;
    }

    static void check(Commitment commitment, Stance stance, Streams streams, Faults faults) {
        var rules = new CommitmentRules(stance, faults);
        rules.checkCharacteristics(commitment.characteristics());
        rules.checkTeams(commitment.teams());
        rules.checkBasis(commitment.basis());
        rules.checkMeasures(commitment.measures());
        rules.checkItems(commitment.items(), streams);
    }

    /** Whether these are teams of the partner, each named once. */
    static void checkTeams(List<String> teams, Stance stance, Faults faults) {
        new CommitmentRules(stance, faults).checkTeams(teams);
    }

    private void checkCharacteristics(List<String> characteristics) {
        if (characteristics.isEmpty()) {
            faults.add(
                    "no-characteristic",
                    "A pledge concerns somebody",
                    "/characteristics",
                    "Name at least one characteristic the pledge concerns.");
        }
        checkNames(
                characteristics,
                "/characteristics",
                stance.board()::knows,
                "unknown-characteristic",
                "The board does not know this characteristic",
                "'%s' is neither one of the Act's nine nor one of the board's own.");
    }

    private void checkTeams(List<String> teams) {
        checkNames(
                teams,
                "/teams",
                stance.partner().teams()::contains,
                "unknown-team",
                "The partner has no such team",
                "'%s' is not one of the partner's teams. Ask the secretariat to add it, or leave the list empty for the whole organisation.");
    }

    private void checkNames(
            List<String> names, String at, Predicate<String> known, String type, String title, String message) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!known.test(name)) {
                faults.add(type, title, at + "/" + i, message.formatted(name));
            } else if (!seen.add(name)) {
                faults.add("named-twice", "An id is used twice", at + "/" + i, "Name '%s' once.".formatted(name));
            }
        }
    }

    private void checkBasis(Commitment.Basis basis) {
        if (basis.data() == null && basis.userFeedback() == null && basis.staffFeedback() == null) {
            faults.add(
                    "rests-on-nothing",
                    "A pledge rests on something",
                    "/basis",
                    "Say what the pledge rests on: data, feedback from users or feedback from staff, at least one.");
        }
    }

    private void checkMeasures(List<Measure> measures) {
        var ids = new HashSet<String>();
        for (int i = 0; i < measures.size(); i++) {
            var measure = measures.get(i);
            var at = "/measures/" + i;
            if (!ids.add(measure.id())) {
                faults.add("named-twice", "An id is used twice", at + "/id", "Give each measure an id of its own.");
            }
            checkTarget(measure, at);
        }
    }

    /** A pledge outlives the version it was made from, so any version that was published will do. */
    private void checkItems(List<AnsweredItem> items, Streams streams) {
        var seen = new HashSet<AnsweredItem>();
        var frameworks = new HashMap<String, Collection<Framework>>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var versions = frameworks.computeIfAbsent(
                    item.framework(),
                    id -> FrameworkFacts.of(id, streams).versions().values());
            if (versions.isEmpty()) {
                faults.add(
                        "unknown-framework",
                        "There is no such framework",
                        "/items/" + i + "/framework",
                        "The framework '%s' is not published.".formatted(item.framework()));
            } else if (versions.stream()
                    .flatMap(Framework::items)
                    .noneMatch(one -> one.id().equals(item.item()))) {
                faults.add(
                        "unknown-item",
                        "The framework has no such item",
                        "/items/" + i + "/item",
                        "No version of '%s' has an item '%s'.".formatted(item.framework(), item.item()));
            } else if (!seen.add(item)) {
                faults.add(
                        "named-twice",
                        "An id is used twice",
                        "/items/" + i,
                        "Name '%s' of '%s' once.".formatted(item.item(), item.framework()));
            }
        }
    }

    private void checkTarget(Measure measure, String at) {
        var target = measure.target();
        if (target == null) {
            if (measure.targetDate() != null) {
                faults.add(
                        "target-date-without-target",
                        "A target date needs a target",
                        at + "/targetDate",
                        "Give the target, or leave the date out.");
            }
            return;
        }
        if (measure.unit() == null) {
            faults.add(
                    "target-without-unit",
                    "A target needs a unit",
                    at + "/unit",
                    "Say what is counted, such as seats or %.");
        }
        if (measure.baseline() == null) {
            faults.add(
                    "target-without-baseline",
                    "A target needs a baseline",
                    at + "/baseline",
                    "Say where the measure stands today.");
        } else if (measure.baseline().compareTo(target) == 0) {
            faults.add(
                    "target-is-baseline",
                    "A target differs from its baseline",
                    at + "/target",
                    "Give a target other than the baseline, %s."
                            .formatted(measure.baseline().toPlainString()));
        }
        if (measure.targetDate() != null && !stance.cycle().spans(measure.targetDate())) {
            faults.add(
                    "target-date-outside-cycle",
                    "A target date lies in the cycle",
                    at + "/targetDate",
                    "Give a day from %s to %s."
                            .formatted(stance.cycle().startsOn(), stance.cycle().endsOn()));
        }
    }
}
