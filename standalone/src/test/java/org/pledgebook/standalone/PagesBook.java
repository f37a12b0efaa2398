package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One book and one browser for all tests of the pages: the example boards, and a board of ours on which things can be
 * done.
 *
 * <p>Our board has the cycle {@code now}, in the middle of its second period, and {@code later}; the partner
 * {@code our-trust} with {@code our-editor}; the member {@code our-member}. Pledge 1 is a pilot, with a question on it.
 */
record PagesBook(
        ConfigurableApplicationContext context,
        Path data,
        Chromium chromium,
        Client secretary,
        Client editor,
        Client member,
        AtomicInteger partners)
        implements AutoCloseable {

    static PagesBook open() throws IOException {
        var data = Files.createTempDirectory("pages");
        var context = new SpringApplication(Standalone.class)
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--pledgebook.password-rounds=1000",
                        "--pledgebook.data-dir=" + data);
        var address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        var book = new PagesBook(
                context,
                data,
                Chromium.on(address),
                new Client(address, "secretary"),
                new Client(address, "our-editor"),
                new Client(address, "our-member"),
                new AtomicInteger());
        try {
            book.setUp();
            return book;
        } catch (RuntimeException | Error failed) {
            book.close();
            throw failed;
        }
    }

    private void setUp() {
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        for (var board : new String[] {"our-board", "empty", "bare"}) {
            sent(secretary, "/api/boards", """
                    {"id": "%s", "name": "Board %s", "timeZone": "Europe/London"}""".formatted(board, board));
        }
        for (var board : new String[] {"our-board", "bare"}) {
            sent(secretary, "/api/boards/" + board + "/cycles", """
                    {"id": "now", "startsOn": "%s", "endsOn": "%s", "pledgesPerPartner": 50, "cadence": "GIVEN",
                     "periods": [{"id": "first", "startsOn": "%s", "endsOn": "%s", "dueOn": "%s"},
                                 {"id": "second", "startsOn": "%s", "endsOn": "%s", "dueOn": "%s"}]}""".formatted(
                            today.minusDays(200),
                            today.plusDays(100),
                            today.minusDays(200),
                            today.minusDays(100),
                            today.minusDays(70),
                            today.minusDays(99),
                            today.plusDays(100),
                            today.plusDays(130)));
        }
        sent(secretary, "/api/boards/our-board/cycles", """
                {"id": "later", "startsOn": "%s", "endsOn": "%s", "pledgesPerPartner": 50, "cadence": "QUARTERLY"}""".formatted(today.plusDays(101), today.plusDays(465)));
        sent(secretary, "/api/boards/our-board/cycles", """
                {"id": "three", "startsOn": "%s", "endsOn": "%s", "pledgesPerPartner": 3, "cadence": "NONE"}""".formatted(today.minusDays(400), today.plusDays(100)));
        sent(secretary, "/api/people", """
                {"signIn": "our-member", "name": "Our Member", "email": "member@example.org", "role": "BOARD_MEMBER",
                 "board": "our-board", "password": "pledgebook"}""");
        partner("our-trust", "our-editor", "\"outreach\", \"crisis-line\"");
        pilot("Reach young men");
        sent(member, "/api/partners/our-trust/pledges/now/1/questions", """
                {"text": "Which evening do they come?"}""");
        sent(editor, "/api/partners/our-trust/assessments/now", """
                {"framework": "starter", "version": 1, "answers": [%s]}""".formatted(Stream.of(
                        secretary.get("/api/frameworks/starter/1").json().path("sections"))
                .flatMap(sections -> sections.valueStream())
                .flatMap(section -> section.path("items").valueStream())
                .map(item -> """
                                        {"item": "%s", "notApplicable": "There is nobody to ask."}""".formatted(item.path("id").asString()))
                .collect(Collectors.joining(", "))));
        var draft = chromium.window(false, "our-editor");
        draft.navigate("/partners/our-trust/pledges/now/new");
        PartnerInABrowserTest.answerAll(draft, "Half made");
        draft.context().close();
    }

    /** A new partner of our board with an editor, {@code <its id>-editor}; answers its id. */
    String partner() {
        var id = "trust-" + partners.incrementAndGet();
        partner(id, id + "-editor", "");
        return id;
    }

    private void partner(String id, String editor, String teams) {
        sent(secretary, "/api/boards/our-board/partners", """
                {"id": "%s", "name": "%s", "kind": "NHS", "teams": [%s]}""".formatted(
                        id, id.equals("our-trust") ? "Our Trust" : "Partner " + id, teams));
        sent(secretary, "/api/people", """
                {"signIn": "%s", "name": "%s", "email": "%s@example.org", "role": "PARTNER",
                 "partner": "%s", "password": "pledgebook"}""".formatted(editor, editor, editor, id));
    }

    /** Makes one of our trust's pledges; answers its number. */
    String pledge(String title) {
        return pledge(title, "");
    }

    /** The same as a pilot in one of its teams. */
    String pilot(String title) {
        return pledge(title, "\"outreach\"");
    }

    private String pledge(String title, String teams) {
        var answer = sent(editor, "/api/partners/our-trust/pledges/now", """
                {"title": "%s", "inequality": "Young men seldom come to us.", "action": "Open two evenings a week.",
                 "outcome": "More young men are seen early.", "howWeWillKnow": "We count first visits.",
                 "characteristics": ["age", "sex"], "origin": "NEW", "teams": [%s], "lead": "Head of Access",
                 "basis": {"data": "Few young men come."},
                 "measures": [{"id": "visits", "title": "First visits", "unit": "people", "baseline": 40, "target": 2000}]}""".formatted(title, teams));
        var id = answer.json().path("id").asString();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Sends, and waits until pages know of it. */
    static Client.Answer sent(Client client, String path, String body) {
        var answer = client.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
        client.get(
                "/api/boards", "X-Read-At-Least", answer.json().path("position").asString());
        return answer;
    }

    @Override
    public void close() {
        chromium.close();
        context.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    /** Opens the book when the first class asks for it, and closes it after the last. */
    static final class Extension implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext test) {
            Assumptions.assumeTrue(
                    Chromium.isThere(), "There is no " + Chromium.PROGRAM + ", so nothing is tried in a browser.");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == PagesBook.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(PagesBook.class, type -> opened(), PagesBook.class);
        }

        private static PagesBook opened() {
            try {
                return open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
