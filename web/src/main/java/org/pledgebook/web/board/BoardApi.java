package org.pledgebook.web.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.web.Book;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.Single;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Boards", description = "Boards, their cycles and their dashboards")
@RestController
@RequestMapping(path = "/api/boards", produces = MediaType.APPLICATION_JSON_VALUE)
final class BoardApi {

    private final Book book;

    BoardApi(Book book) {
        this.book = book;
    }

    @Operation(summary = "Establish a board", description = "For administrators of all boards.")
    @PostMapping
    @Sends(EstablishBoard.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> establishBoard(@RequestBody EstablishBoardForm form, Sender sender) {
        return book.made(form.command(), sender, receipt -> "/api/boards/" + receipt.id());
    }

    @Operation(
            summary = "Open a cycle",
            description = "For the board's administrators. The answer's id and version are the board's.")
    @PostMapping("/{board}/cycles")
    @Sends(OpenCycle.class)
    ResponseEntity<Recorded> openCycle(@PathVariable String board, @RequestBody OpenCycleForm form, Sender sender) {
        return book.changed(form.command(board), sender);
    }

    @Operation(
            summary = "Close a cycle",
            description = "For the board's administrators. A cycle takes statements until then, also after its end."
                    + " The answer's id and version are the board's.")
    @PostMapping("/{board}/cycles/{cycle}/closure")
    @Sends(CloseCycle.class)
    ResponseEntity<Recorded> closeCycle(
            @PathVariable String board, @PathVariable String cycle, @RequestBody CloseCycleForm form, Sender sender) {
        return book.changed(form.command(board, cycle), sender);
    }

    @Operation(
            summary = "Set what is done about small counts of people",
            description = "For the board's administrators. Counts from 1 to the threshold are masked in everything that"
                    + " is made public, and others rounded. What was released before stays as it was. The answer's id"
                    + " and version are the board's.")
    @PostMapping("/{board}/small-numbers")
    @Sends(SetSmallNumbersPolicy.class)
    ResponseEntity<Recorded> setSmallNumbersPolicy(
            @PathVariable String board, @RequestBody SetSmallNumbersPolicyForm form, Sender sender) {
        return book.changed(form.command(board), sender);
    }

    @Operation(summary = "List the boards you may read", description = "By id.")
    @GetMapping
    @Reads(By.ANYBODY_WITH_ACCESS)
    Boards listBoards(Paging paging, Grants grants, Queries at) {
        var page = paging.of((cursor, limit) -> at.boards().all(cursor, limit, grants::mayRead));
        return new Boards(page.items(), page.next());
    }

    @Operation(summary = "Read a board and its cycles")
    @GetMapping("/{board}")
    @Reads(By.READERS_OF_THE_BOARD)
    BoardView findBoard(@PathVariable String board, Queries at, HttpServletResponse response) {
        return Single.of(at.boards().find(board), BoardView::version, "board", board, response);
    }

    @Operation(
            summary = "Read a cycle's dashboard",
            description = "Every partner, pledge and period as it stands today, in the board's time zone."
                    + " Counts are counted from the matrix.")
    @GetMapping("/{board}/dashboard/{cycle}")
    @Reads(By.READERS_OF_THE_BOARD)
    DashboardView dashboard(
            @PathVariable String board,
            @PathVariable String cycle,
            @Parameter(description = "Limits it to one period of the cycle.", example = "2023-Q1")
                    @RequestParam(required = false)
                    @Nullable String period,
            Queries at) {
        return at.boards()
                .dashboard(board, cycle, period)
                .orElseThrow(() -> Refused.unknown(
                        period == null ? "cycle" : "cycle with that period",
                        period == null ? cycle : cycle + "/" + period));
    }

    /** A part of the list of boards. */
    record Boards(List<BoardView> boards, @Nullable String next) {}
}
