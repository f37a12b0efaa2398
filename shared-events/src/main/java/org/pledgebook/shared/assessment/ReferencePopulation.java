package org.pledgebook.shared.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Headcount;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;
import org.pledgebook.shared.assessment.UsageTable.Group;

/**
 * One version of a count of a whole population, such as a census table, that tables of a service's users are held
 * beside.
 *
 * @param version 1 to 10,000; several versions stand side by side
 * @param source who counted, and in which table
 * @param countedOn the day it speaks for
 * @param characteristic what the groups divide people by: one of the Act's nine, or one of a board's own
 * @param groups matched with a table's groups by their ids
 * @param total everybody in this count, as it was published: each published table has a total of its own, which need
 *     not be the sum of its groups
 */
public record ReferencePopulation(
        @NotNull @Slug String id,

        @Min(value = 1, message = "Give a version from 1 to 10,000.") @Max(value = 10_000, message = "Give a version from 1 to 10,000.") int version,

        @NotNull @Text(max = Text.SHORT) String title,
        @NotNull @Text String source,
        @NotNull @Day LocalDate countedOn,
        @Nullable @Slug String characteristic,

        @NotNull @Size(min = 1, max = 100, message = "Give 1 to 100 groups.") List<@NotNull @Valid Group> groups,

        @Headcount int total) {}
