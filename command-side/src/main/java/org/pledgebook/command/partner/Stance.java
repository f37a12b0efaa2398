package org.pledgebook.command.partner;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Faults;
import org.pledgebook.command.SaidOn;
import org.pledgebook.command.board.BoardFacts;
import org.pledgebook.command.board.CycleClosedRefusal;
import org.pledgebook.command.board.CycleFacts;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;

/**
 * Where a partner stands when it makes a statement in a cycle: itself, its board, the cycle, and what day it is. Read
 * from the other streams in the unit of work that decides, without a lock.
 *
 * @param today where the board is
 */
public record Stance(PartnerFacts partner, BoardFacts board, CycleFacts cycle, LocalDate today) {

    /** Reads it, and refuses a partner, board or cycle that is not in the book. */
    public static Stance of(String partner, String cycle, Streams streams, Clock clock) {
        var facts = PartnerFacts.of(partner, streams);
        if (!facts.exists()) {
            throw Refusal.unknown("partner", partner).asException();
        }
        var board = BoardFacts.of(facts.board(), streams);
        var found = board.cycle(cycle);
        if (found == null) {
            throw Refusal.unknown("cycle", cycle).asException();
        }
        return new Stance(facts, board, found, board.today(clock));
    }

    /** The board the partner sits on. */
    public String boardId() {
        return partner.board();
    }

    /** Refuses a statement in a closed cycle, or of a partner that has left the board or merged into another. */
    public void checkOpen() {
        checkCorrectable();
        partner.checkOnBoard();
    }

    /**
     * Refuses a correction in a closed cycle. Until then a mistake can be mended openly, also by a partner that is no
     * longer on the board.
     */
    public void checkCorrectable() {
        if (cycle.closed()) {
            throw CycleClosedRefusal.of(cycle).asException();
        }
    }

    /** A statement cannot have been said in the future. */
    public void checkSaidOn(@Nullable LocalDate saidOn, Faults faults) {
        SaidOn.check(saidOn, today, faults);
    }
}
