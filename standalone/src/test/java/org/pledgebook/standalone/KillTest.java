package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of everything: what was acknowledged is there once, and a resend doubles nothing. */
class KillTest {

    private static final int WRITERS = 8;
    private static final int ENOUGH = 150;

    @TempDir
    Path data;

    @Test
    void givenAKillUnderLoad_whenRestarted_thenAllThatWasAcknowledgedIsThereOnceAndReadModelsEqualACleanRebuild()
            throws Exception {
        // In this JVM, which is another one than the book's and is not killed with it.
        var mongo = new MongoServer(new MemoryBackend());
        mongo.bind(new InetSocketAddress("127.0.0.1", 0));
        try {
            var uri = "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort() + "/";
            killAndCheck(with(Scene.EMPTY_BOOK, uri + "survivor"));

            var survivors = Documents.of(uri, "survivor");
            assertThat(survivors).isNotEmpty().isEqualTo(rebuilt(uri));
        } finally {
            mongo.shutdownNow();
        }
    }

    /** The same book's events, folded into an empty database. */
    private Map<String, Object> rebuilt(String uri) throws Exception {
        try (var book = BookProcess.start(data, with(Scene.EMPTY_BOOK, uri + "rebuilt"))) {
            assertThat(book.client("administrator").isHealthy()).isTrue();
        }
        return Documents.of(uri, "rebuilt");
    }

    private void killAndCheck(String... arguments) throws Exception {
        var acknowledged = new ConcurrentHashMap<String, String>();
        var sent = ConcurrentHashMap.<String>newKeySet();
        try (var book = BookProcess.start(data, arguments)) {
            Scene.setUp(book.client("administrator"));
            writeUntilKilled(book, acknowledged, sent);
        }
        try (var book = BookProcess.start(data, arguments)) {
            var administrator = book.client("administrator");
            // Everything again, whether it was acknowledged or not: with the same keys.
            var last = 0L;
            for (var team : sent) {
                var again = Scene.accepted(add(administrator, team));
                last = Math.max(last, again.json().path("position").asLong());
                var first = acknowledged.get(team);
                if (first != null) {
                    assertThat(again.json().path("id") + " " + again.json().path("version"))
                            .isEqualTo(first);
                }
            }
            var partner = administrator.get("/api/partners/example-trust", "X-Read-At-Least", String.valueOf(last));
            var teams = StreamSupport.stream(partner.json().path("teams").spliterator(), false)
                    .map(node -> node.asString())
                    .toList();
            assertThat(teams).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
            assertThat(partner.json().path("version").asLong()).isEqualTo(sent.size() + 1L);
        }
    }

    private static void writeUntilKilled(BookProcess book, Map<String, String> acknowledged, java.util.Set<String> sent)
            throws Exception {
        var administrator = book.client("administrator");
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            pool.execute(() -> {
                try {
                    while (true) {
                        var team = "team-" + next.incrementAndGet();
                        sent.add(team);
                        var answer = Scene.accepted(add(administrator, team));
                        acknowledged.put(
                                team,
                                answer.json().path("id") + " " + answer.json().path("version"));
                    }
                } catch (UncheckedIOException killed) {
                    // The connection ended in the middle of a request, as it was meant to.
                }
            });
        }
        Awaitility.await().until(() -> acknowledged.size() >= ENOUGH);
        book.kill();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static Client.Answer add(Client administrator, String team) {
        return administrator.post(
                "/api/partners/example-trust/teams", "{\"team\": \"" + team + "\"}", "Idempotency-Key", "add-" + team);
    }

    private static String[] with(String[] arguments, String uri) {
        var more = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        more[arguments.length] = "--pledgebook.projections=mongodb";
        more[arguments.length + 1] = "--spring.mongodb.uri=" + uri;
        return more;
    }
}
