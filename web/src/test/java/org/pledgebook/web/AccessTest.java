package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.shared.board.SmallNumbers;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what, and that it is settled before a body is looked at. */
class AccessTest extends EdgeTest {

    private static final String UNREADABLE = "{{{";

    @Autowired
    BoardQueries boards;

    private String board = "";
    private String partner = "";
    private String editor = "";
    private String member = "";
    private String secretary = "";
    private String elsewhere = "";
    private String elsewherePartner = "";
    private String elsewhereEditor = "";

    @BeforeAll
    void twoBoards() {
        board = board();
        partner = partner(board);
        editor = editor(partner);
        member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));
        secretary = person("ADMINISTRATOR", "\"board\": \"%s\"".formatted(board));
        elsewhere = board();
        elsewherePartner = partner(elsewhere);
        elsewhereEditor = editor(elsewherePartner);
        post(editor, pledges(partner), pledge()).is(201);
        when(boards.find(board))
                .thenReturn(Optional.of(new BoardView(board, "n", "UTC", List.of(), List.of(), SmallNumbers.USUAL, 1)));
    }

    @Test
    void givenAnUnreadableBody_whenSeveralThingsAreWrong_thenTheContractsOrderSaysWhich() {
        var path = pledges(partner);

        send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(UNREADABLE)))
                .isProblem(401, "not-signed-in");
        send(as(member, path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(UNREADABLE)))
                .isProblem(403, "forbidden");
        send(as(member, path).POST(BodyPublishers.ofString("x".repeat(BodyLimit.BYTES + 1))))
                .isProblem(403, "forbidden");
        send(posting(member, path, UNREADABLE)
                        .header("Idempotency-Key", "two words")
                        .header("If-Match", "x"))
                .isProblem(403, "forbidden");
        send(as(editor, path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(UNREADABLE)))
                .isProblem(415, "unsupported-media-type");
        post(editor, path, UNREADABLE).isProblem(400, "unreadable");
        send(posting(editor, path + "/1/progress", progress("2023-Q1").replace("ON_TRACK", "X"))
                        .header("If-Match", "\"9\""))
                .isProblem(422, "invalid-values");
        send(posting(editor, path + "/1/progress", progress("2023-Q1")).header("If-Match", "\"9\""))
                .isProblem(412, "version-moved-on");
    }

    @Test
    void givenAnIdempotencyKeyThatIsKnown_whenTheVersionIsStale_thenTheKeyComesFirst() {
        var path = pledges(partner(board)) + "/1/progress";
        post(ADMINISTRATOR, path.replace("/1/progress", ""), pledge()).is(201);
        send(posting(ADMINISTRATOR, path, progress("2023-Q1"))
                        .header("Idempotency-Key", "k")
                        .header("If-Match", "\"1\""))
                .is(200);

        send(posting(ADMINISTRATOR, path, progress("2023-Q1"))
                        .header("Idempotency-Key", "k")
                        .header("If-Match", "\"1\""))
                .is(200);
        send(posting(ADMINISTRATOR, path, progress("2023-Q2"))
                        .header("Idempotency-Key", "k")
                        .header("If-Match", "\"1\""))
                .isProblem(422, "idempotency-key-reused");
    }

    @Test
    void givenAnotherBoardsThings_whenTheyAreReadOrWritten_thenTheyAreNotThere() {
        var unknown = get(editor, "/api/boards/no-such-board")
                .isProblem(404, "not-found")
                .text();

        assertThat(get(editor, "/api/boards/" + elsewhere)
                        .isProblem(404, "not-found")
                        .text())
                .isEqualTo(unknown.replace("no-such-board", elsewhere));
        get(editor, "/api/boards/" + elsewhere + "/partners").isProblem(404, "not-found");
        get(editor, "/api/boards/" + elsewhere + "/dashboard/2023").isProblem(404, "not-found");
        get(editor, "/api/partners/" + elsewherePartner).isProblem(404, "not-found");
        get(editor, "/api/partners/" + elsewherePartner + "/timeline").isProblem(404, "not-found");
        get(editor, pledges(elsewherePartner)).isProblem(404, "not-found");
        post(editor, pledges(elsewherePartner), UNREADABLE).isProblem(404, "not-found");
        post(secretary, "/api/boards/" + elsewhere + "/cycles", UNREADABLE).isProblem(404, "not-found");
        post(secretary, "/api/partners/" + elsewherePartner + "/teams", UNREADABLE)
                .isProblem(404, "not-found");
        get(ADMINISTRATOR, "/api/partners/no-such-partner").isProblem(404, "not-found");
    }

    @Test
    void givenAMember_whenTheyWrite_thenTheyMayNot_butTheyRead() {
        post(member, pledges(partner), pledge()).isProblem(403, "forbidden");
        post(member, "/api/boards", "{}").isProblem(403, "forbidden");
        post(member, "/api/frameworks", "{}").isProblem(403, "forbidden");
        post(member, "/api/people", "{}").isProblem(403, "forbidden");
        get(member, "/api/people").isProblem(403, "forbidden");
        get(member, "/api/boards/" + board).is(200);
        get(member, "/api/frameworks").is(200);
    }

    @Test
    void givenTwoPartnersOfOneBoard_whenOnesEditorWritesForTheOther_thenTheyMayNot() {
        post(editor, pledges(partner(board)), pledge()).isProblem(403, "forbidden");
        post(elsewhereEditor, pledges(partner), pledge()).isProblem(404, "not-found");
    }

    @Test
    void givenABoardsAdministrator_whenTheyGoBeyondTheirBoard_thenTheyMayNot() {
        post(secretary, pledges(partner), pledge()).is(201);
        post(secretary, "/api/boards", "{\"id\": \"x\", \"name\": \"x\", \"timeZone\": \"UTC\"}")
                .isProblem(403, "forbidden");
        post(secretary, "/api/people", newcomer(fresh("person"), "AUDITOR", "")).isProblem(403, "forbidden");
        post(secretary, "/api/people", newcomer(fresh("person"), "AUDITOR", "\"board\": \"" + elsewhere + "\""))
                .isProblem(403, "forbidden");
        post(secretary, "/api/people", newcomer(fresh("person"), "AUDITOR", "\"board\": \"" + board + "\""))
                .is(201);
    }

    @Test
    void givenAccess_whenItEnds_thenTheNextRequestIsRefused() {
        var signIn = fresh("person");
        var id = post(ADMINISTRATOR, "/api/people", newcomer(signIn, "BOARD_MEMBER", "\"board\": \"" + board + "\""))
                .is(201)
                .id();
        get(signIn, "/api/boards/" + board).is(200);

        post(ADMINISTRATOR, "/api/people/" + id + "/access/end", "{\"reason\": \"left\"}")
                .is(200);

        get(signIn, "/api/boards/" + board).isProblem(403, "forbidden");
        get(signIn, "/api/frameworks").isProblem(403, "forbidden");
        post(signIn, "/api/people/" + id + "/password", "{}").isProblem(403, "forbidden");
    }

    private static String pledges(String partner) {
        return "/api/partners/" + partner + "/pledges/2023";
    }
}
