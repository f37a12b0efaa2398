package org.pledgebook.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.board.SmallNumbers;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A board and its cycles.
 *
 * @param characteristics its own, beside the Act's nine
 * @param cycles in the order they were opened
 * @param smallNumbers what it does about small counts of people
 * @param version how many events the board has
 */
@Document("boards")
public record BoardDocument(
        @MongoId String id,
        long position,
        String name,
        String timeZone,
        List<String> characteristics,
        List<Cycle> cycles,
        SmallNumbers smallNumbers,
        long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.board(id);
    }

    /** Where the board's days begin and end. */
    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    Optional<Cycle> cycle(String cycle) {
        return cycles.stream().filter(one -> one.id().equals(cycle)).findFirst();
    }

    /**
     * A span that pledges are made for.
     *
     * @param closedAt null while it is open
     * @param closureReason null while it is open
     */
    public record Cycle(
            String id,
            LocalDate startsOn,
            LocalDate endsOn,
            int pledgesPerPartner,
            Cadence cadence,
            List<Period> periods,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String closureReason) {

        Cycle closed(Instant at, String reason) {
            return new Cycle(id, startsOn, endsOn, pledgesPerPartner, cadence, periods, openedAt, at, reason);
        }
    }
}
