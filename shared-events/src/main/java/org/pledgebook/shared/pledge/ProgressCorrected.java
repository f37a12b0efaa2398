package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has replaced a report. The earlier one stays readable, and whether it was late does not change.
 *
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "progress-corrected")
public record ProgressCorrected(
        String board,
        String partner,
        String cycle,
        int number,
        String period,
        Report report,
        String reason,
        @Nullable LocalDate saidOn)
        implements PledgeEvent {}
