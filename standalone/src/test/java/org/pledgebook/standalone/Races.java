package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Fifty clients at once, and what must come of it in every run mode. */
final class Races {

    private static final int CLIENTS = 50;

    private Races() {}

    /** Room for three, and fifty who want it. */
    static void forAPlace(BookProcess book) throws Exception {
        var editor = book.client(Scene.PARTNER);

        var answers = race(i -> editor.post(Scene.PLEDGES, Scene.pledge("Pledge " + i)));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(answer -> answer.json().path("id").asString())
                .containsExactlyInAnyOrder("example-trust/2026/1", "example-trust/2026/2", "example-trust/2026/3");
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(CLIENTS - 3)
                .allSatisfy(refused -> {
                    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
                    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/pledges-full");
                });
    }

    /** One statement, sent fifty times under one key. */
    static void withOneKey(BookProcess book) throws Exception {
        var administrator = book.client("administrator");

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
    }

    /** Two partners, and fifty who merge one into the other, half of them in the wrong direction. */
    static void intoEachOther(BookProcess book) throws Exception {
        var administrator = book.client("administrator");
        for (var partner : List.of("left", "right")) {
            Scene.accepted(administrator.post("/api/boards/example-board/partners", """
                    {"id": "%s", "name": "%s", "kind": "OTHER", "teams": []}""".formatted(partner, partner)));
        }

        var answers = race(i ->
                administrator.post("/api/partners/%s/merger".formatted(i % 2 == 0 ? "left" : "right"), """
                {"into": "%s", "reason": "They are one."}""".formatted(
                                i % 2 == 0 ? "right" : "left")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(answer -> answer.json().path("type").asString())
                .allMatch(type ->
                        type.equals("/problems/partner-has-merged") || type.equals("/problems/successor-not-on-board"));
        var events = administrator.get(
                "/api/audit/events?board=example-board&type=predecessor-merged",
                "X-Read-At-Least",
                String.valueOf(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .mapToLong(answer -> answer.json().path("position").asLong())
                        .sum()));
        assertThat(events.json().path("events")).as(events.toString()).hasSize(1);
    }

    /** Two partners that ask, and fifty answers of each to the other: every one is kept with both. */
    static void answeringEachOther(BookProcess book) throws Exception {
        var administrator = book.client("administrator");
        var asking = List.of("east", "west");
        for (var partner : asking) {
            Scene.accepted(administrator.post("/api/boards/example-board/partners", """
                    {"id": "%s", "name": "%s", "kind": "OTHER", "teams": []}""".formatted(partner, partner)));
            Scene.accepted(administrator.post("/api/partners/" + partner + "/support", """
                    {"kind": "REQUEST", "text": "Who knows an interpreter?"}"""));
        }

        var answers = race(i -> administrator.post(
                "/api/partners/%s/support/1/answers".formatted(asking.get(i % 2)),
                "{\"from\": \"%s\", \"text\": \"We do.\"}".formatted(asking.get(1 - i % 2))));

        assertThat(answers).allSatisfy(Scene::accepted);
        var head = answers.stream()
                .mapToLong(answer -> answer.json().path("position").asLong())
                .max()
                .orElseThrow();
        for (var partner : asking) {
            for (var type : List.of("support-answered", "support-answer-given")) {
                var events = administrator.get(
                        "/api/audit/events?partner=%s&type=%s".formatted(partner, type),
                        "X-Read-At-Least",
                        String.valueOf(head));
                assertThat(events.json().path("events")).as(events.toString()).hasSize(CLIENTS / 2);
            }
        }
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
            return pool.invokeAll(runners).stream().map(Races::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Client.Answer get(Future<Client.Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
