package org.pledgebook.shared.board;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.pledgebook.shared.Slug;

/**
 * A span that partners report for. Dates are days in the board's time zone.
 *
 * @param id {@code 2023-Q1} and the like; as given ({@link Slug}) where the cadence is {@link Cadence#GIVEN}
 * @param startsOn its first day
 * @param endsOn its last day
 * @param dueOn the last day on which a report is not late
 */
public record Period(
        @NotNull String id,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotNull LocalDate dueOn) {}
