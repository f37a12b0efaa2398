package org.pledgebook.query.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.query.board.BoardDocument.Cycle;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.query.support.SupportSetDocument;
import org.springframework.stereotype.Component;

/** Answers about boards. */
@Component
public class BoardQueries {

    private final Documents documents;
    private final Clock clock;

    /** Answers from {@code documents}, judging on the day that {@code clock} says. */
    public BoardQueries(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The boards that {@code mayRead} lets through, by id.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<BoardView> all(@Nullable String cursor, int limit, Predicate<String> mayRead) {
        var readable = new ArrayList<BoardDocument>();
        var after = cursor;
        while (readable.size() <= limit) {
            var boards = documents.list(BoardDocument.class, Selection.ALL.after(after), limit + 1);
            boards.stream().filter(board -> mayRead.test(board.id())).forEach(readable::add);
            if (boards.size() <= limit) {
                break;
            }
            after = boards.get(limit).id();
        }
        return Page.of(readable, limit, BoardDocument::id, BoardQueries::view);
    }

    /** One board. */
    public Optional<BoardView> find(String board) {
        return documents.find(BoardDocument.class, board).map(BoardQueries::view);
    }

    /**
     * How the pledges of a cycle stand today, the clock's today in the board's time zone.
     *
     * @param period limits it to one period of the cycle
     * @return empty where the board has no such cycle, or the cycle no such period
     */
    public Optional<DashboardView> dashboard(String board, String cycle, @Nullable String period) {
        return documents
                .find(BoardDocument.class, board)
                .flatMap(found -> found.cycle(cycle)
                        .filter(one -> period == null
                                || one.periods().stream()
                                        .anyMatch(known -> known.id().equals(period)))
                        .map(one -> dashboard(found, one, period)));
    }

    private DashboardView dashboard(BoardDocument board, Cycle cycle, @Nullable String period) {
        var partners =
                documents.list(PartnerDocument.class, Selection.ALL.with("board", board.id()), Documents.UNLIMITED);
        var pledges = documents.find(
                PledgeSetDocument.class,
                partners.stream()
                        .map(partner -> PledgeSetDocument.id(partner.id(), cycle.id()))
                        .toList());
        var support = documents.find(
                SupportSetDocument.class,
                partners.stream().map(PartnerDocument::id).toList());
        return new Dashboard(board, cycle, period, LocalDate.now(clock.withZone(board.zone())))
                .of(partners, pledges, support);
    }

    private static BoardView view(BoardDocument board) {
        return new BoardView(
                board.id(),
                board.name(),
                board.timeZone(),
                board.characteristics(),
                board.cycles().stream().map(BoardQueries::view).toList(),
                board.smallNumbers(),
                board.version());
    }

    private static CycleView view(Cycle cycle) {
        return new CycleView(
                cycle.id(),
                cycle.startsOn(),
                cycle.endsOn(),
                cycle.pledgesPerPartner(),
                cycle.cadence(),
                cycle.periods(),
                cycle.openedAt(),
                cycle.closedAt(),
                cycle.closureReason());
    }
}
