package org.pledgebook.shared.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Headcount;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Who used a service in a span of days, counted in groups: whole people, as the partner counted them. "Not stated",
 * "prefer not to say" and "not asked" are three different facts; one that is absent was not counted, which is not the
 * same as nobody.
 *
 * @param id unique in its assessment; kept from one assessment to the next, so that tables can be compared
 * @param characteristic what the groups divide people by: one of the Act's nine, or one of the board's own
 * @param startsOn the first day that was counted
 * @param endsOn the last day that was counted
 * @param notStated people who were asked and gave no answer
 * @param preferNotToSay people who answered that they prefer not to say
 * @param notAsked people whom nobody asked
 * @param total everybody in this table, as the partner states it. Published tables often do not add up: then it differs
 *     from {@link #sum()}, and both are shown
 * @param reference the population to compare the groups with, matched by the groups' ids
 */
public record UsageTable(
        @NotNull @Slug String id,
        @NotNull @Text(max = Text.SHORT) String title,
        @Nullable @Slug String characteristic,
        @NotNull @Day LocalDate startsOn,
        @NotNull @Day LocalDate endsOn,

        @NotNull @Size(min = 1, max = 100, message = "Give 1 to 100 groups.") List<@NotNull @Valid Group> groups,

        @Nullable @Headcount Integer notStated,
        @Nullable @Headcount Integer preferNotToSay,
        @Nullable @Headcount Integer notAsked,
        @Headcount int total,

        @Nullable @Valid Reference reference) {

    /** Everybody in the groups: the people whose answer is known. */
    public long stated() {
        return groups.stream().mapToLong(Group::count).sum();
    }

    /** Everybody counted in any place of the table; to hold beside its {@link #total()}. */
    public long sum() {
        return stated()
                + Stream.of(notStated, preferNotToSay, notAsked)
                        .filter(Objects::nonNull)
                        .mapToLong(Integer::longValue)
                        .sum();
    }

    /**
     * One group of people.
     *
     * @param id unique in its table
     * @param count how many people, 0 to 1,000,000,000
     */
    public record Group(
            @NotNull @Slug String id,
            @NotNull @Text(max = Text.SHORT) String label,

            @Headcount int count) {}

    /** Which version of which reference population. */
    public record Reference(
            @NotNull @Slug String id,

            @Min(value = 1, message = "Give a version from 1 to 10,000.") @Max(value = 10_000, message = "Give a version from 1 to 10,000.") int version) {}
}
