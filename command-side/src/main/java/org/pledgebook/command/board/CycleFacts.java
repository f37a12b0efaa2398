package org.pledgebook.command.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.Period;

/**
 * What rules need to know of a cycle.
 *
 * @param startsOn its first day, where the board is
 * @param endsOn its last day
 * @param closed whether it takes no more statements
 */
public record CycleFacts(
        String id, LocalDate startsOn, LocalDate endsOn, int pledgesPerPartner, List<Period> periods, boolean closed) {

    static CycleFacts of(CycleOpened opened) {
        return new CycleFacts(
                opened.cycle(),
                opened.startsOn(),
                opened.endsOn(),
                opened.pledgesPerPartner(),
                opened.periods(),
                false);
    }

    CycleFacts close() {
        return new CycleFacts(id, startsOn, endsOn, pledgesPerPartner, periods, true);
    }

    /** Whether a day lies in the cycle, its first and last day included. */
    public boolean spans(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** The reporting period by this id. */
    public Optional<Period> period(String period) {
        return periods.stream()
                .filter(candidate -> candidate.id().equals(period))
                .findFirst();
    }
}
