package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.shared.board.SmallNumbers;
import org.springframework.beans.factory.annotation.Autowired;

/** What requests and answers say beside their bodies. */
class HeadersTest extends EdgeTest {

    @Autowired
    BoardQueries boards;

    @Test
    void givenARequestIdThatIsSafe_whenItIsSent_thenItComesBack() {
        assertThat(send(as(ADMINISTRATOR, "/api/nothing").header("X-Request-Id", "my-1.2_3"))
                        .header("X-Request-Id"))
                .isEqualTo("my-1.2_3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a;b", "ä", "x\tx"})
    void givenARequestIdThatIsNotSafe_whenItIsSent_thenAnotherOneIsMade(String id) {
        assertThat(send(as(ADMINISTRATOR, "/api/nothing").header("X-Request-Id", id))
                        .header("X-Request-Id"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void givenWhatWasMade_whenItIsAnswered_thenItHasItsAddressVersionAndPosition() {
        var id = fresh("board");

        var answer = post(ADMINISTRATOR, "/api/boards", board(id)).is(201);

        assertThat(answer.header("Location")).isEqualTo("/api/boards/" + id);
        assertThat(answer.json().propertyNames()).containsExactly("id", "version", "position");
        assertThat(answer.id()).isEqualTo(id);
        assertThat(answer.json().path("version").longValue()).isEqualTo(1);
        assertThat(answer.json().path("position").longValue()).isEqualTo(readModels.head());
    }

    @Test
    void givenAnIdempotencyKey_whenTheSameIsSentAgain_thenItIsAnsweredAgainAndRecordedOnce() {
        var body = board(fresh("board"));
        var first = send(posting(ADMINISTRATOR, "/api/boards", body).header("Idempotency-Key", "k1"))
                .is(201);
        var head = readModels.head();

        var again = send(posting(ADMINISTRATOR, "/api/boards", body).header("Idempotency-Key", "k1"))
                .is(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(readModels.head()).isEqualTo(head);
    }

    @Test
    void givenAnIdempotencyKey_whenAnotherBodyIsSent_thenItIsRefused() {
        var id = fresh("board");
        send(posting(ADMINISTRATOR, "/api/boards", board(id)).header("Idempotency-Key", "k2"))
                .is(201);

        send(posting(ADMINISTRATOR, "/api/boards", board(id).replace("A board", "Another"))
                        .header("Idempotency-Key", "k2"))
                .isProblem(422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words"})
    void givenAnIdempotencyKeyThatCannotBe_whenItIsSent_thenTheHeaderIsNamed(String key) {
        var answer = send(posting(ADMINISTRATOR, "/api/boards", board(fresh("board")))
                        .header("Idempotency-Key", key))
                .isProblem(400, "malformed-header");

        assertThat(answer.json().path("detail").stringValue()).contains("Idempotency-Key");
    }

    @Test
    void givenAnIdempotencyKeyOf129Characters_whenItIsSent_thenItIsRefused_and128AreNot() {
        send(posting(ADMINISTRATOR, "/api/boards", board(fresh("board"))).header("Idempotency-Key", "k".repeat(129)))
                .isProblem(400, "malformed-header");
        send(posting(ADMINISTRATOR, "/api/boards", board(fresh("board"))).header("Idempotency-Key", "k".repeat(128)))
                .is(201);
    }

    @Test
    void givenAThing_whenItIsRead_thenItsVersionIsItsETag_andItIsNeverNotModified() {
        var id = fresh("board");
        when(boards.find(id))
                .thenReturn(Optional.of(new BoardView(id, "n", "UTC", List.of(), List.of(), SmallNumbers.USUAL, 3)));

        assertThat(get(ADMINISTRATOR, "/api/boards/" + id).is(200).header("ETag"))
                .isEqualTo("\"3\"");
        send(as(ADMINISTRATOR, "/api/boards/" + id).header("If-None-Match", "\"3\""))
                .is(200);
    }

    @Test
    void givenIfMatch_whenItIsStale_thenItIsRefused_andWhenItIsNotItIsTaken() {
        var board = board();
        var path = "/api/boards/" + board + "/cycles/2023/closure";
        var before = readModels.head();

        send(posting(ADMINISTRATOR, path, "{\"reason\": \"r\"}").header("If-Match", "\"1\""))
                .isProblem(412, "version-moved-on");
        assertThat(readModels.head()).isEqualTo(before);
        send(posting(ADMINISTRATOR, path, "{\"reason\": \"r\"}").header("If-Match", "\"2\""))
                .is(200);
    }

    @Test
    void givenIfMatchWithAStar_whenItIsSent_thenAnyVersionWillDo() {
        var path = "/api/boards/" + board() + "/cycles/2023/closure";

        send(posting(ADMINISTRATOR, path, "{\"reason\": \"r\"}").header("If-Match", "*"))
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"x\"", "W/\"3\"", "\"1\", \"2\"", "\"-1\"", "\"03\"", ""})
    void givenIfMatchThatCannotBeRead_whenItIsSent_thenTheHeaderIsNamed(String version) {
        var answer = send(posting(ADMINISTRATOR, "/api/boards", board(fresh("board")))
                        .header("If-Match", version))
                .isProblem(400, "malformed-header");

        assertThat(answer.json().path("detail").stringValue()).contains("If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "", "1e3", "99999999999999999999"})
    void givenAPositionThatIsNone_whenItIsToBeRead_thenTheHeaderIsNamed(String position) {
        send(as(ADMINISTRATOR, "/api/frameworks").header("X-Read-At-Least", position))
                .isProblem(400, "malformed-header");
    }

    @Test
    void givenAPositionBeyondTheHead_whenItIsToBeRead_thenItIsRefused() {
        send(as(ADMINISTRATOR, "/api/frameworks").header("X-Read-At-Least", "999999999"))
                .isProblem(400, "beyond-the-head");
    }

    @Test
    void givenAPositionThatIsNotReflectedInTime_whenItIsToBeRead_thenItIsLater() {
        when(readModels.await(eq(0L), any())).thenReturn(false);

        var answer = send(as(ADMINISTRATOR, "/api/frameworks").header("X-Read-At-Least", "0"))
                .isProblem(503, "not-yet-reflected");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
        when(readModels.await(eq(0L), any())).thenReturn(true);
    }

    @Test
    void givenAnyAnswer_whenItIsLookedAt_thenItIsGuarded() {
        var answer = get(ADMINISTRATOR, "/api/nothing");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(send(as(ADMINISTRATOR, "/api/boards").header("Origin", "https://elsewhere.example"))
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static String board(String id) {
        return "{\"id\": \"%s\", \"name\": \"A board\", \"timeZone\": \"Europe/London\"}".formatted(id);
    }
}
