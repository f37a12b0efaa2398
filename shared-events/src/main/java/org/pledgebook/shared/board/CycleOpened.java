package org.pledgebook.shared.board;

import java.time.LocalDate;
import java.util.List;
import org.pledgebook.shared.Stored;

/**
 * A board asks its partners for pledges for a span of time.
 *
 * @param pledgesPerPartner the most live pledges that one partner may have in this cycle
 * @param periods the reporting periods in their order; none where no reports are asked for
 */
@Stored(name = "cycle-opened")
public record CycleOpened(
        String board,
        String cycle,
        LocalDate startsOn,
        LocalDate endsOn,
        int pledgesPerPartner,
        Cadence cadence,
        List<Period> periods)
        implements BoardEvent {

    /** Copies the list. */
    public CycleOpened {
        periods = List.copyOf(periods);
    }
}
