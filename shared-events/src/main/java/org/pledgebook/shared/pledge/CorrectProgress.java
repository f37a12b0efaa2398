package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Replaces an earlier report, which stays readable.
 *
 * @param period the one the report speaks for, as {@link ProgressRecorded#period()}
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record CorrectProgress(
        String partner,
        String cycle,
        int number,
        String period,
        @NotNull @Valid Report report,
        @NotNull @Text String reason,
        @Nullable @Day LocalDate saidOn)
        implements PledgeCommand {}
