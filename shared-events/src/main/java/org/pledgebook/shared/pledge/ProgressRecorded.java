package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has reported on a pledge.
 *
 * @param period the period it speaks for; in a cycle without periods the day, {@code 2023-07-12}
 * @param dueOn the last day on which it was not late; null in a cycle without periods
 * @param late whether it was recorded after {@code dueOn}, by the board's time zone
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "progress-recorded")
public record ProgressRecorded(
        String board,
        String partner,
        String cycle,
        int number,
        String period,
        @Nullable LocalDate dueOn,
        boolean late,
        Report report,
        @Nullable LocalDate saidOn)
        implements PledgeEvent {}
