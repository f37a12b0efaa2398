package org.pledgebook.shared.board;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.pledgebook.shared.Day;

/**
 * A span that partners report for. Dates are days in the board's time zone.
 *
 * @param id {@code 2023-Q1} and the like; as given, in 1 to 60 letters, digits and hyphens, where the cadence is {@link Cadence#GIVEN}
 * @param startsOn its first day
 * @param endsOn its last day
 * @param dueOn the last day on which a report is not late
 */
public record Period(
        @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "Use 1 to 60 letters, digits and hyphens.") String id,

        @NotNull @Day LocalDate startsOn,
        @NotNull @Day LocalDate endsOn,
        @NotNull @Day LocalDate dueOn) {}
