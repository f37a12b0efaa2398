package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of the real program hold of a person who was forgotten: every byte of every one is looked at. */
class ForgottenPersonTest {

    private static final Newcomer ZENOBIA = new Newcomer("Zenobia.Quill", "Zenobia Quillfeather", "zq1@forget.example");
    private static final Newcomer BARNABY = new Newcomer("Barnaby.Thorn", "Barnaby Thornapple", "bt2@remember.example");

    /** An empty book, and hashes that cost little: passwords are checked often here. */
    private static final String[] QUICK = Stream.concat(
                    Stream.of(Scene.EMPTY_BOOK), Stream.of("--pledgebook.password-rounds=1000"))
            .toArray(String[]::new);

    @TempDir
    Path data;

    @Test
    void givenTwoPeople_whenOneIsForgotten_thenNoByteOfThemIsLeft_andTheOtherIsFoundStill() throws Exception {
        try (var book = BookProcess.start(data, QUICK)) {
            var administrator = book.client("administrator");
            Scene.setUp(administrator);
            var zenobia = lives(ZENOBIA, book);
            lives(BARNABY, book);
            triesTooOften(ZENOBIA, book);
            assertThat(traces(ZENOBIA))
                    .as("found before, or this test would find nothing")
                    .contains("cabinet.db");

            var forgotten = Scene.accepted(administrator.delete("/api/people/" + zenobia));

            assertThat(traces(ZENOBIA)).isEmpty();
            assertThat(traces(BARNABY)).contains("cabinet.db");
            // Having tried too often, she may have to wait before she hears that nobody knows her.
            assertThat(ZENOBIA.client(book).get("/api/boards").status()).isIn(401, 429);
            assertThat(BARNABY.client(book).get("/api/boards").status()).isEqualTo(200);
            assertThat(administrator
                            .delete("/api/people/" + zenobia)
                            .json()
                            .path("version")
                            .asLong())
                    .isEqualTo(forgotten.json().path("version").asLong());
            var position = String.valueOf(forgotten.json().path("position").asLong());
            assertThat(administrator
                            .get("/api/people", "X-Read-At-Least", position)
                            .json()
                            .path("people"))
                    .filteredOn(person -> person.path("id").asString().equals(zenobia))
                    .singleElement()
                    .satisfies(person -> {
                        assertThat(person.path("forgotten").asBoolean()).isTrue();
                        assertThat(person.path("name").isNull()).isTrue();
                        assertThat(person.path("signIn").isNull()).isTrue();
                        assertThat(person.path("email").isNull()).isTrue();
                    });
            var events = administrator.get("/api/audit/events?type=person-forgotten");
            assertThat(events.json().path("events"))
                    .as(events.toString())
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.path("actor").asString()).isEqualTo("p-first-administrator"));
            book.kill();
        }
        assertThat(traces(ZENOBIA)).as("after kill -9").isEmpty();
        assertThat(traces(BARNABY)).contains("cabinet.db");
    }

    /** Everything that could leave a trace: entered and sent again, refused, signed in, a password reset. */
    private static String lives(Newcomer newcomer, BookProcess book) {
        var administrator = book.client("administrator");
        var key = "enrol-" + newcomer.email().substring(0, 3).replace('@', '-');
        var id = Scene.accepted(administrator.post("/api/people", newcomer.body("AUDITOR"), "Idempotency-Key", key))
                .json()
                .path("id")
                .asString();
        Scene.accepted(administrator.post("/api/people", newcomer.body("AUDITOR"), "Idempotency-Key", key));
        assertThat(administrator.post("/api/people", newcomer.body("AUDITOR")).status())
                .isEqualTo(409);
        assertThat(administrator.post("/api/people", newcomer.body("KING")).status())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/api/people/" + newcomer.signIn() + "/access/end", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
        Scene.accepted(newcomer.client(book).get("/api/boards"));
        assertThat(newcomer.client(book)
                        .post("/api/boards", newcomer.body("AUDITOR"))
                        .status())
                .isEqualTo(403);
        Scene.accepted(administrator.post("/api/people/" + id + "/password", "{\"password\": \"set by somebody\"}"));
        Scene.accepted(newcomer.client(book, "set by somebody")
                .post(
                        "/api/people/" + id + "/password",
                        "{\"current\": \"set by somebody\", \"password\": \"%s\"}".formatted(Scene.PASSWORD)));
        return id;
    }

    /** Until the log tells of it. */
    private static void triesTooOften(Newcomer newcomer, BookProcess book) {
        var tries = new ArrayList<Integer>();
        while (!tries.contains(429)) {
            tries.add(newcomer.client(book, "wrong password " + tries.size())
                    .get("/api/boards")
                    .status());
            assertThat(tries).hasSizeLessThan(20);
        }
        assertThat(book.output()).contains("has to wait");
    }

    /** The names of the files in which anything of somebody is found, in whatever spelling. */
    private Set<String> traces(Newcomer newcomer) throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> newcomer.traces().stream().anyMatch(lowered(file)::contains))
                    .map(file -> data.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String lowered(Path file) {
        try {
            return lowered(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each byte as one character, capitals as small letters. */
    private static String lowered(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private record Newcomer(String signIn, String name, String email) {

        String body(String role) {
            return """
                    {"signIn": "%s", "name": "%s", "email": "%s", "role": "%s", "password": "%s"}""".formatted(signIn, name, email, role, Scene.PASSWORD);
        }

        Client client(BookProcess book) {
            return book.client(signIn);
        }

        Client client(BookProcess book, String password) {
            return new Client("http://127.0.0.1:" + book.port(), signIn, password);
        }

        List<String> traces() {
            var traces = new ArrayList<String>();
            for (var text : List.of(signIn, name, name.split(" ", -1)[1], email)) {
                for (Charset charset :
                        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                    traces.add(lowered(text.getBytes(charset)));
                }
            }
            // As HTTP Basic carries it: 12 bytes are 16 characters, whatever follows.
            traces.add(
                    lowered(Base64.getEncoder().encode(signIn.substring(0, 12).getBytes(StandardCharsets.UTF_8))));
            return traces;
        }
    }
}
