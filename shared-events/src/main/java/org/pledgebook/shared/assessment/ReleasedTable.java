package org.pledgebook.shared.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.UsageTable.Reference;

/**
 * A {@link UsageTable} as everybody may read it: each count either rounded or masked.
 *
 * @param notStated null where it was not counted, which is not the same as masked
 * @param preferNotToSay null where it was not counted
 * @param notAsked null where it was not counted
 * @param total everybody in this table, rounded; it is never masked
 * @param threshold counts from 1 to this were masked, and others where a total would have given those away
 * @param marker what stands where a count is masked
 * @param rounding to the nearest multiple of which the other counts were rounded; null where they were not
 */
public record ReleasedTable(
        String id,
        String title,
        @Nullable String characteristic,
        LocalDate startsOn,
        LocalDate endsOn,
        List<ReleasedGroup> groups,
        @Nullable ReleasedCount notStated,
        @Nullable ReleasedCount preferNotToSay,
        @Nullable ReleasedCount notAsked,
        int total,
        @Nullable Reference reference,
        int threshold,
        String marker,
        @Nullable Integer rounding) {

    /** Copies the list. */
    public ReleasedTable {
        groups = List.copyOf(groups);
    }

    /** Whether any count is masked. */
    public boolean masked() {
        return groups.stream().anyMatch(ReleasedGroup::masked)
                || Stream.of(notStated, preferNotToSay, notAsked).anyMatch(place -> place != null && place.masked());
    }

    /**
     * One group of people.
     *
     * @param count how many, rounded; null where it is masked
     */
    public record ReleasedGroup(
            String id,
            String label,
            boolean masked,
            @Nullable Integer count) {}

    /**
     * People of no known group.
     *
     * @param count how many, rounded; null where it is masked
     */
    public record ReleasedCount(boolean masked, @Nullable Integer count) {}
}
