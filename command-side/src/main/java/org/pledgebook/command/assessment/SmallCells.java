package org.pledgebook.command.assessment;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.board.SmallNumbers;

/**
 * Makes of a table what everybody may read, or refuses it.
 *
 * <p>Counts from 1 to the threshold are masked; so is one more, their companion, since the total of a table is known and
 * would give the small ones away. The promise: <em>whatever the small counts were, from 1 to the threshold, everything
 * that was released would be the same</em>, with the companion making up for the difference. So nobody can tell these
 * values apart, though they know the policy, this code and everything that was released, although totals, other tables
 * of the same people and other dates can be subtracted. What would break the promise is not released: a refusal is not
 * on the record and says nothing to those outside. The argument is in decision record 13.
 */
final class SmallCells {

    private static final String NOT_STATED = "/notStated";
    private static final String PREFER_NOT_TO_SAY = "/preferNotToSay";
    private static final String NOT_ASKED = "/notAsked";

    private final UsageTable table;
    private final SmallNumbers policy;
    private final Map<String, Integer> cells;

    private SmallCells(UsageTable table, SmallNumbers policy) {
        this.table = table;
        this.policy = policy;
        this.cells = cells(table);
    }

    /**
     * A table that was released, as it was counted and as it was shown. Of one whose counts were masked, exactly one
     * masked count is not small, the companion, and it is the largest of them.
     */
    record Earlier(UsageTable counted, ReleasedTable shown) {

        Set<String> masked() {
            var masked = new LinkedHashSet<String>();
            shown.groups().stream()
                    .filter(ReleasedGroup::masked)
                    .map(ReleasedGroup::id)
                    .forEach(masked::add);
            mask(masked, NOT_STATED, shown.notStated());
            mask(masked, PREFER_NOT_TO_SAY, shown.preferNotToSay());
            mask(masked, NOT_ASKED, shown.notAsked());
            return masked;
        }

        String companion() {
            return largest(cells(counted), masked()::contains);
        }

        /** Whether its days, or its id, make it a count of the people of {@code other} in another dress. */
        boolean isOfThePeopleOf(UsageTable other) {
            return counted.id().equals(other.id())
                    || Objects.equals(counted.characteristic(), other.characteristic())
                            && !counted.endsOn().isBefore(other.startsOn())
                            && !other.endsOn().isBefore(counted.startsOn());
        }

        private static void mask(Set<String> masked, String cell, @Nullable ReleasedCount count) {
            if (count != null && count.masked()) {
                masked.add(cell);
            }
        }
    }

    /**
     * The table as everybody may read it.
     *
     * @param released everything of this partner that was released before
     * @param with the group to be the companion of small counts; the largest where it is null
     */
    static ReleasedTable release(UsageTable table, SmallNumbers policy, List<Earlier> released, @Nullable String with) {
        var release = new SmallCells(table, policy);
        release.checkAddsUp();
        release.checkCompanion(with);
        var earlier =
                released.stream().filter(one -> one.isOfThePeopleOf(table)).toList();
        if (release.small(policy.threshold()).isEmpty()
                && earlier.stream().noneMatch(one -> one.shown().masked())) {
            return release.shown(Set.of());
        }
        return release.shown(earlier.isEmpty() ? release.first(with) : release.again(earlier, with));
    }

    /** What is masked in a table that was never released. */
    private Set<String> first(@Nullable String with) {
        var masked = small(policy.threshold());
        var companion = with == null ? largest(cells, cell -> !masked.contains(cell)) : with;
        var room = (long) masked.size() * policy.threshold();
        masked.add(companion);
        checkRoom(masked, policy.threshold());
        // With other small counts another would be the largest: then its being chosen would tell of them.
        if (with == null && sum(cells, masked) - room <= largestShown(masked)) {
            throw refused(
                    "companion-not-named",
                    "Say which group is masked along with the small ones",
                    "Name in 'with' one of the large groups of '%s': its largest are too close to each other to choose."
                            .formatted(table.id()));
        }
        return masked;
    }

    /** What is masked in a table that was released before: what was masked then, and not one count more or less. */
    private Set<String> again(List<Earlier> earlier, @Nullable String with) {
        var masked = earlier.get(0).masked();
        var companion = masked.isEmpty() ? null : earlier.get(0).companion();
        for (var one : earlier) {
            if (!cells(one.counted()).keySet().equals(cells.keySet())) {
                throw wouldReveal("it was released before with other groups");
            }
            if (masked.isEmpty()
                    || !one.masked().equals(masked)
                    || !one.companion().equals(companion)) {
                throw wouldReveal("a count was shown before that must be masked now, or the other way round");
            }
        }
        if (with != null && !with.equals(companion)) {
            throw wouldReveal("another group was masked along with the small ones before");
        }
        var threshold = Math.max(
                policy.threshold(),
                earlier.stream().mapToInt(one -> one.shown().threshold()).max().orElseThrow());
        if (!masked.containsAll(small(threshold))) {
            throw wouldReveal("a count that was shown before is small now");
        }
        if (masked.stream().anyMatch(cell -> !cell.equals(companion) && count(cell) > threshold)) {
            throw wouldReveal("a count that was masked before is small no longer");
        }
        checkRoom(masked, threshold);
        for (var one : earlier) {
            checkNothingIsToldBy(one, masked, threshold);
        }
        return masked;
    }

    /**
     * The companion's change must not tell of the others'. Either nothing that is masked has changed, or so much that
     * the companion has changed for certain.
     */
    private void checkNothingIsToldBy(Earlier earlier, Set<String> masked, int threshold) {
        var before = cells(earlier.counted());
        var change = Math.abs(sum(cells, masked) - sum(before, masked));
        var same = masked.stream().allMatch(cell -> count(cell) == before.getOrDefault(cell, 0));
        if (!same && change <= (masked.size() - 1L) * threshold) {
            throw wouldReveal("what is masked has changed by too few people since then");
        }
    }

    /** However large the small counts might be, the companion makes up for them and is itself not small. */
    private void checkRoom(Set<String> masked, int threshold) {
        if (sum(cells, masked) <= (long) masked.size() * threshold) {
            throw refused(
                    "too-few-to-mask-among",
                    "There are too few people to mask small counts among",
                    "Put groups of '%s' together, so that fewer are small; or name in 'with' a larger group to be masked along with them."
                            .formatted(table.id()));
        }
    }

    private void checkAddsUp() {
        if (table.sum() != table.total()) {
            throw refused(
                    "table-does-not-add-up",
                    "The table does not add up",
                    "The counts of '%s' come to %d and its total says %d: what is released must add up. Submit the assessment again with the right counts."
                            .formatted(table.id(), table.sum(), table.total()));
        }
    }

    private void checkCompanion(@Nullable String with) {
        if (with == null) {
            return;
        }
        if (table.groups().stream().noneMatch(group -> group.id().equals(with))) {
            throw Refusal.value(
                            "unknown-group",
                            "The table has no such group",
                            "/with",
                            "Name one of the groups of '%s', or leave this out.".formatted(table.id()))
                    .asException();
        }
        if (count(with) <= policy.threshold()) {
            throw Refusal.value(
                            "companion-small",
                            "Small counts cannot hide behind a small one",
                            "/with",
                            "Name a group of more than %d people.".formatted(policy.threshold()))
                    .asException();
        }
    }

    private CommandExecutionException wouldReveal(String why) {
        return refused(
                "release-would-reveal",
                "Together with what was released, this would give small counts away",
                "'%s' is not released: %s, so that the difference could tell what is masked. What was released stands. Counts of days that do not overlap can be released as a table with an id of its own."
                        .formatted(table.id(), why));
    }

    private static CommandExecutionException refused(String type, String title, String detail) {
        return Refusal.rule(type, title, detail).asException();
    }

    private ReleasedTable shown(Set<String> masked) {
        return new ReleasedTable(
                table.id(),
                table.title(),
                table.characteristic(),
                table.startsOn(),
                table.endsOn(),
                table.groups().stream()
                        .map(group -> new ReleasedGroup(
                                group.id(), group.label(), masked.contains(group.id()), shown(masked, group.id())))
                        .toList(),
                place(masked, NOT_STATED),
                place(masked, PREFER_NOT_TO_SAY),
                place(masked, NOT_ASKED),
                policy.rounded(table.total()),
                table.reference(),
                policy.threshold(),
                policy.marker(),
                policy.rounding());
    }

    private @Nullable ReleasedCount place(Set<String> masked, String cell) {
        return cells.containsKey(cell) ? new ReleasedCount(masked.contains(cell), shown(masked, cell)) : null;
    }

    private @Nullable Integer shown(Set<String> masked, String cell) {
        return masked.contains(cell) ? null : policy.rounded(count(cell));
    }

    private Set<String> small(int threshold) {
        return cells.keySet().stream()
                .filter(cell -> count(cell) >= 1 && count(cell) <= threshold)
                .collect(toCollection(LinkedHashSet::new));
    }

    private int largestShown(Set<String> masked) {
        return cells.keySet().stream()
                .filter(cell -> !masked.contains(cell))
                .mapToInt(this::count)
                .max()
                .orElse(0);
    }

    private int count(String cell) {
        return cells.getOrDefault(cell, 0);
    }

    private static long sum(Map<String, Integer> cells, Set<String> which) {
        return which.stream().mapToLong(cell -> cells.getOrDefault(cell, 0)).sum();
    }

    /** The first of the largest among those. */
    private static String largest(Map<String, Integer> cells, Predicate<String> which) {
        String largest = "";
        var most = -1;
        for (var cell : cells.entrySet()) {
            if (which.test(cell.getKey()) && cell.getValue() > most) {
                largest = cell.getKey();
                most = cell.getValue();
            }
        }
        return largest;
    }

    /** Every count of a table but its total; the ids of groups hold no slash. */
    private static Map<String, Integer> cells(UsageTable table) {
        var cells = new LinkedHashMap<String, Integer>();
        table.groups().forEach(group -> cells.put(group.id(), group.count()));
        put(cells, NOT_STATED, table.notStated());
        put(cells, PREFER_NOT_TO_SAY, table.preferNotToSay());
        put(cells, NOT_ASKED, table.notAsked());
        return cells;
    }

    private static void put(Map<String, Integer> cells, String cell, @Nullable Integer count) {
        if (count != null) {
            cells.put(cell, count);
        }
    }
}
