package org.pledgebook.query.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who used a service, group by group, beside a reference population where the table names one.
 *
 * @param groups in the order they were given
 * @param notStated people who were asked and gave no answer; null where that was not counted
 * @param preferNotToSay people who answered that they prefer not to say; null where that was not counted
 * @param notAsked people whom nobody asked; null where that was not counted
 * @param stated everybody in the groups: what shares are shares of
 * @param sum everybody in the groups and the three places beside them
 * @param total everybody in this table, as the partner states it
 * @param difference {@code total - sum}: other than 0, the table contradicts itself
 * @param reference what the groups are held beside; null where the table names none
 */
public record UsageView(
        String id,
        String title,
        @Nullable String characteristic,
        LocalDate startsOn,
        LocalDate endsOn,
        List<GroupView> groups,
        @Nullable Integer notStated,
        @Nullable Integer preferNotToSay,
        @Nullable Integer notAsked,
        long stated,
        long sum,
        int total,
        long difference,
        @Nullable ReferenceView reference) {

    /**
     * One group.
     *
     * @param count how many people; null where it is masked
     * @param share of those whose group is known, 0 to 1, with six decimals; null where there is none to be had
     * @param referenceCount how many of the reference population; null where it has no group of this id
     * @param referenceShare of that population's total, 0 to 1, with six decimals
     * @param ratio {@code share / referenceShare}, with four decimals: 1 where the service sees as many as there are,
     *     below 1 where it sees fewer. Null where it cannot be reckoned
     */
    public record GroupView(
            String id,
            String label,
            @Nullable Integer count,
            @Nullable BigDecimal share,
            @Nullable Integer referenceCount,
            @Nullable BigDecimal referenceShare,
            @Nullable BigDecimal ratio) {}

    /**
     * The reference population a table is held beside.
     *
     * @param total everybody in it, as it was published: what its shares are shares of
     * @param sum everybody in its groups
     * @param unmatched its groups that the table has not
     */
    public record ReferenceView(
            String id,
            int version,
            String title,
            String source,
            LocalDate countedOn,
            int total,
            long sum,
            List<UnmatchedGroup> unmatched) {}

    /** A group of a reference population that a table has not. */
    public record UnmatchedGroup(
            String id, String label, int count, @Nullable BigDecimal share) {}
}
