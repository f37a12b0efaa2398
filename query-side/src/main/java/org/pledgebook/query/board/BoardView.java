package org.pledgebook.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.board.SmallNumbers;

/**
 * A board and its cycles.
 *
 * @param timeZone the IANA zone in which its days begin and end
 * @param characteristics its own, beside the Act's nine
 * @param cycles in the order they were opened
 * @param smallNumbers what it does about small counts of people in what is made public
 * @param version how many events the board has
 */
public record BoardView(
        String id,
        String name,
        String timeZone,
        List<String> characteristics,
        List<CycleView> cycles,
        SmallNumbers smallNumbers,
        long version) {

    /**
     * A span that pledges are made for. Dates are days in the board's time zone, both ends included.
     *
     * @param periods in their order; none where no reports are asked for
     * @param closedAt when it took its last statement; null while it is open
     * @param closureReason null while it is open
     */
    public record CycleView(
            String id,
            LocalDate startsOn,
            LocalDate endsOn,
            int pledgesPerPartner,
            Cadence cadence,
            List<Period> periods,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String closureReason) {}
}
