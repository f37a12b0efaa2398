package org.pledgebook.shared.pledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of change an amendment is. One amendment can be of several kinds: one measure's target raised and another's
 * lowered is both strengthened and weakened.
 *
 * <p>What a measure asks is the way from its baseline to its target. Whether more or less of it is meant to be good does
 * not matter: the target says in which direction better lies. Measures are known by their ids.
 */
public enum AmendmentClass {
    /**
     * More is asked: a target lies further from its baseline than before, whichever of the two moved; a target is set
     * where there was none, also with a new measure; the pledge reaches teams that it did not reach.
     */
    STRENGTHENED,
    /**
     * Less is asked: a target lies nearer to its baseline than before, whichever of the two moved, or on the baseline's
     * other side, so that what was aimed for no longer is; a target is gone, also with its measure; teams that the
     * pledge reached are left out.
     */
    WEAKENED,
    /** There is more time: a target's date is later, or gone while the target stays. */
    EXTENDED,
    /** There is less time: a target's date is earlier, or set for a target that had none. */
    SHORTENED,
    /** Anything else is said otherwise than before: words, whom it concerns, what it rests on, what is counted. */
    REWORDED;

    /**
     * How one commitment differs from another.
     *
     * <p>Where a measure's unit and its figures both change, the figures cannot be compared: one aim is given up and
     * another taken up, so it is strengthened and weakened. Where baseline and target move by as much, the way stays
     * as long as it was, and the change counts as reworded.
     *
     * @return in the order of this enum; empty where they are equal
     */
    public static List<AmendmentClass> between(Commitment before, Commitment after) {
        var comparison = new Comparison();
        comparison.compareReach(before.teams(), after.teams());
        comparison.compareMeasures(before.measures(), after.measures());
        if (!inWords(before).equals(inWords(after))) {
            comparison.found.add(REWORDED);
        }
        return List.copyOf(comparison.found);
    }

    /** All that is no teams and no measures. */
    private static List<Object> inWords(Commitment commitment) {
        return List.of(
                commitment.title(),
                commitment.inequality(),
                commitment.action(),
                commitment.outcome(),
                commitment.howWeWillKnow(),
                commitment.characteristics(),
                commitment.origin(),
                commitment.basis(),
                commitment.lead(),
                commitment.items());
    }

    private static final class Comparison {

        private final Set<AmendmentClass> found = EnumSet.noneOf(AmendmentClass.class);

        /** No team at all means the whole organisation. */
        void compareReach(List<String> before, List<String> after) {
            if (before.equals(after)) {
                return;
            }
            var old = new HashSet<>(before);
            var now = new HashSet<>(after);
            if (old.equals(now)) {
                found.add(REWORDED);
                return;
            }
            if (after.isEmpty() || !before.isEmpty() && !old.containsAll(now)) {
                found.add(STRENGTHENED);
            }
            if (before.isEmpty() || !after.isEmpty() && !now.containsAll(old)) {
                found.add(WEAKENED);
            }
        }

        void compareMeasures(List<Measure> before, List<Measure> after) {
            var old = byId(before);
            var now = byId(after);
            old.forEach((id, measure) -> {
                var later = now.get(id);
                if (later == null) {
                    found.add(measure.target() == null ? REWORDED : WEAKENED);
                } else if (!later.equals(measure)) {
                    compare(measure, later);
                }
            });
            now.forEach((id, measure) -> {
                if (!old.containsKey(id)) {
                    found.add(measure.target() == null ? REWORDED : STRENGTHENED);
                }
            });
            if (!inCommon(old, now).equals(inCommon(now, old))) {
                found.add(REWORDED);
            }
        }

        private void compare(Measure before, Measure after) {
            var asked = asked(before, after);
            found.addAll(asked);
            if (before.target() != null && after.target() != null) {
                compareDates(before, after);
            }
            if (!before.title().equals(after.title())
                    || !Objects.equals(before.unit(), after.unit())
                    || !sameFigures(before, after) && asked.isEmpty()) {
                found.add(REWORDED);
            }
        }

        /** Whether more or less is asked of a measure that stays. */
        private static Set<AmendmentClass> asked(Measure before, Measure after) {
            var from = way(before);
            var to = way(after);
            if (from == null) {
                return to == null ? Set.of() : Set.of(STRENGTHENED);
            }
            if (to == null) {
                return Set.of(WEAKENED);
            }
            if (!Objects.equals(before.unit(), after.unit())) {
                return sameFigures(before, after) ? Set.of() : Set.of(STRENGTHENED, WEAKENED);
            }
            if (from.signum() != to.signum()) {
                return Set.of(WEAKENED);
            }
            var further = to.abs().compareTo(from.abs());
            return further == 0 ? Set.of() : Set.of(further > 0 ? STRENGTHENED : WEAKENED);
        }

        private static boolean sameFigures(Measure before, Measure after) {
            return Objects.equals(before.baseline(), after.baseline())
                    && Objects.equals(before.target(), after.target());
        }

        private void compareDates(Measure before, Measure after) {
            var from = before.targetDate();
            var to = after.targetDate();
            if (Objects.equals(from, to)) {
                return;
            }
            found.add(to == null || from != null && to.isAfter(from) ? EXTENDED : SHORTENED);
        }

        /** From baseline to target; negative where less is aimed for, null without an aim. */
        private static @Nullable BigDecimal way(Measure measure) {
            return measure.target() == null || measure.baseline() == null
                    ? null
                    : measure.target().subtract(measure.baseline());
        }

        private static Map<String, Measure> byId(List<Measure> measures) {
            var byId = new LinkedHashMap<String, Measure>();
            measures.forEach(measure -> byId.put(measure.id(), measure));
            return byId;
        }

        private static List<String> inCommon(Map<String, Measure> of, Map<String, Measure> with) {
            var ids = new ArrayList<>(of.keySet());
            ids.retainAll(with.keySet());
            return ids;
        }
    }
}
