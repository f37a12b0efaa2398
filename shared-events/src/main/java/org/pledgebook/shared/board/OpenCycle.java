package org.pledgebook.shared.board;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Slug;

/**
 * Opens a cycle of a board.
 *
 * @param cycle {@code 2023} and the like
 * @param startsOn its first day, in the board's time zone
 * @param endsOn its last day
 * @param pledgesPerPartner 1 to 100; three is usual
 * @param periods only with {@link Cadence#GIVEN}: in their order, not overlapping, inside the cycle
 */
public record OpenCycle(
        String board,
        @NotNull @Slug String cycle,
        @NotNull @Day LocalDate startsOn,
        @NotNull @Day LocalDate endsOn,

        @Min(value = 1, message = "Give a number from 1 to 100.") @Max(value = 100, message = "Give a number from 1 to 100.") int pledgesPerPartner,

        @NotNull Cadence cadence,

        @NotNull @Size(max = 120, message = "Give at most 120.") List<@NotNull @Valid Period> periods)
        implements BoardCommand {}
