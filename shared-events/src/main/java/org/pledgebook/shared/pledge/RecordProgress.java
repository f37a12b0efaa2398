package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Reports on one pledge for one period, once.
 *
 * @param period a period of the cycle that has begun; null in a cycle without periods, where the report speaks for
 *     {@code saidOn} or else for today
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record RecordProgress(
        String partner,
        String cycle,
        int number,
        @Nullable @Text(max = Text.SHORT) String period,
        @NotNull @Valid Report report,
        @Nullable @Day LocalDate saidOn)
        implements PledgeCommand {}
