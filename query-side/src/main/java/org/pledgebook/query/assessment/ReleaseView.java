package org.pledgebook.query.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.assessment.UsageView.ReferenceView;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;

/**
 * A table as it was released for everybody to read. Shares and ratios are reckoned from what is shown here, and from
 * nothing else.
 *
 * @param id {@code healthwatch-islington/3}
 * @param number counts up from 1 over all that was released of this partner
 * @param table the table's id
 * @param notStated null where it was not counted, which is not the same as masked
 * @param preferNotToSay null where it was not counted
 * @param notAsked null where it was not counted
 * @param stated everybody in the groups as far as the shown counts tell: what shares are shares of; null where one of
 *     the three places beside the groups is masked
 * @param total everybody in this table, rounded
 * @param threshold counts from 1 to this were masked, and others where a total would have given those away
 * @param marker what stands where a count is masked
 * @param rounding to the nearest multiple of which other counts were rounded; null where they were not
 * @param version always 1: a release never changes
 */
public record ReleaseView(
        String id,
        int number,
        String board,
        String partner,
        String cycle,
        String table,
        String title,
        @Nullable String characteristic,
        LocalDate startsOn,
        LocalDate endsOn,
        List<ReleasedGroupView> groups,
        @Nullable ReleasedCount notStated,
        @Nullable ReleasedCount preferNotToSay,
        @Nullable ReleasedCount notAsked,
        @Nullable Long stated,
        int total,
        @Nullable ReferenceView reference,
        int threshold,
        String marker,
        @Nullable Integer rounding,
        Instant releasedAt,
        long version) {

    /**
     * One group.
     *
     * @param count how many people, rounded; null where it is masked
     * @param share of those whose group is known, 0 to 1; null where it is masked or there is none to be had
     * @param referenceShare of the reference population's total; null where it has no group of this id
     * @param ratio {@code share / referenceShare}; null where it cannot be reckoned
     */
    public record ReleasedGroupView(
            String id,
            String label,
            boolean masked,
            @Nullable Integer count,
            @Nullable BigDecimal share,
            @Nullable Integer referenceCount,
            @Nullable BigDecimal referenceShare,
            @Nullable BigDecimal ratio) {}
}
