package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients at once, against the real program. */
class RacesTest {

    private static final int CLIENTS = 50;

    @TempDir
    static Path data;

    static BookProcess book;

    @BeforeAll
    static void start() throws Exception {
        book = BookProcess.start(data, Scene.EMPTY_BOOK);
        Scene.setUp(book.client("administrator"));
    }

    @AfterAll
    static void stop() throws Exception {
        book.close();
    }

    @Test
    void givenRoomForThree_whenFiftyMakeAPledge_thenThreeSucceedAndTheRestHearWhy() throws Exception {
        var editor = book.client(Scene.PARTNER);

        var answers = race(i -> editor.post(Scene.PLEDGES, Scene.pledge("Pledge " + i)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(CLIENTS - 3)
                .allSatisfy(refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/pledges-full");
                });
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(answer -> answer.json().path("id").asString())
                .containsExactlyInAnyOrder(
                        "example-trust/2026/1", "example-trust/2026/2", "example-trust/2026/3");
    }

    @Test
    void givenOneIdempotencyKey_whenFiftySendTheSame_thenOneEventIsAppendedAndAllGetTheSameAnswer() throws Exception {
        var administrator = book.client("administrator");
        var before = head(administrator);

        var answers = race(i -> administrator.post(
                "/api/partners/example-trust/teams", "{\"team\": \"outreach\"}", "Idempotency-Key", "one-team"));

        assertThat(answers).allSatisfy(Scene::accepted);
        assertThat(answers)
                .extracting(answer -> answer.json().path("id").asString() + " "
                        + answer.json().path("version").asLong())
                .containsOnly("example-trust 2");
        var events = administrator.get(
                "/api/audit/events?partner=example-trust&type=team-added",
                "X-Read-At-Least",
                String.valueOf(answers.get(0).json().path("position").asLong()));
        assertThat(events.json().path("events")).as(events.toString()).hasSize(1);
        assertThat(before).isPositive();
    }

    private static long head(Client administrator) {
        return Scene.accepted(administrator.post(
                        "/api/boards",
                        """
                        {"id": "another-board", "name": "Another Board", "timeZone": "Europe/London"}"""))
                .json()
                .path("position")
                .asLong();
    }

    /** Everybody waits at the line, and leaves it at once. */
    private static List<Client.Answer> race(IntFunction<Client.Answer> request) throws Exception {
        var line = new CountDownLatch(CLIENTS);
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            var runners = IntStream.range(0, CLIENTS)
                    .<Callable<Client.Answer>>mapToObj(i -> () -> {
                        line.countDown();
                        line.await();
                        return request.apply(i);
                    })
                    .toList();
            var answers = pool.invokeAll(runners);
            return answers.stream().map(RacesTest::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Client.Answer get(java.util.concurrent.Future<Client.Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
