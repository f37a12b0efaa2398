package org.pledgebook.command.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.Characteristics;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;

/**
 * What rules need to know of a board: the fold of its stream.
 *
 * @param version how many events the board has; 0 when it is not in the book
 * @param zone where its days begin and end
 * @param characteristics its own, beside the Act's nine
 * @param cycles by id, in the order they were opened
 * @param smallNumbers what it does about small counts of people
 */
public record BoardFacts(
        long version,
        ZoneId zone,
        List<String> characteristics,
        Map<String, CycleFacts> cycles,
        SmallNumbers smallNumbers) {

    /** A board that is not in the book. */
    public static final BoardFacts NONE = new BoardFacts(0, ZoneOffset.UTC, List.of(), Map.of(), SmallNumbers.USUAL);

    /** Reads a board's stream. */
    public static BoardFacts of(String board, Streams streams) {
        return streams.fold(StreamId.board(board), NONE, BoardFacts::after);
    }

    /** Whether the board is in the book. */
    public boolean exists() {
        return version > 0;
    }

    /** The cycle, or null when the board has none by this id. */
    public @Nullable CycleFacts cycle(String id) {
        return cycles.get(id);
    }

    /** Whether pledges can name this characteristic. */
    public boolean knows(String characteristic) {
        return Characteristics.OF_THE_ACT.contains(characteristic) || characteristics.contains(characteristic);
    }

    /** Today where the board is. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    BoardFacts after(Event event) {
        if (event instanceof BoardEstablished established) {
            return new BoardFacts(
                    1, ZoneId.of(established.timeZone()), established.characteristics(), Map.of(), SmallNumbers.USUAL);
        }
        if (event instanceof CycleOpened opened) {
            return with(CycleFacts.of(opened));
        }
        if (event instanceof CycleClosed closed) {
            var cycle = cycles.get(closed.cycle());
            return cycle == null ? this : with(cycle.close());
        }
        if (event instanceof SmallNumbersPolicySet set) {
            return new BoardFacts(version + 1, zone, characteristics, cycles, set.policy());
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }

    private BoardFacts with(CycleFacts cycle) {
        var more = new LinkedHashMap<>(cycles);
        more.put(cycle.id(), cycle);
        return new BoardFacts(version + 1, zone, characteristics, more, smallNumbers);
    }
}
