package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the book said, it always says it said: to the byte, while others write, and after it was started again. */
@TestInstance(Lifecycle.PER_CLASS)
class AsOfTest {

    private static final int WRITERS = 3;
    private static final int STATEMENTS = 40;

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern READS_THE_BOOK = Pattern.compile("/api/(boards|partners|frameworks)(/.*)?");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private Client secretary;

    private String board = "";

    @BeforeAll
    void start() {
        application = new SpringApplication(Standalone.class)
                .run("--spring.config.name=standalone", "--server.port=0", "--pledgebook.data-dir=" + data);
        secretary = new Client(
                "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"), "secretary");
        board = ids("/api/boards", "boards").findFirst().orElseThrow();
    }

    @AfterAll
    void stop() {
        application.close();
    }

    /** What was answered: at an instant, without asking for it. */
    private record Said(String path, Instant at, int status, String body) {}

    @Test
    void givenTheExampleBoards_whenAllThereIsIsReadAsOfNow_thenEachAnswerIsTheLiveOneToTheByte() {
        var live = paths().stream().map(this::said).toList();
        assertThat(live).filteredOn(said -> said.status() == 200).hasSizeGreaterThan(50);

        assertThat(live).allSatisfy(this::isStillSaid);
    }

    @Test
    void givenPastDays_whenTheyAreReadInAnyOrder_thenEachSaysWhatItSaidBefore() {
        var random = new Random(4);
        var paths = paths();
        var first = new ArrayList<Said>();
        for (var day : List.of("2023-03-01", "2023-07-12", "2024-05-01", "2025-01-31", "2026-02-01")) {
            for (var i = 0; i < 20; i++) {
                var path = paths.get(random.nextInt(paths.size()));
                var answer = secretary.get(path + and(path) + "asOf=" + day);
                assertThat(answer.status()).as("%s: %s", path, answer).isIn(200, 404);
                first.add(new Said(
                        path,
                        Instant.parse(day + "T00:00:00Z"),
                        answer.status(),
                        answer.response().body()));
            }
        }
        Collections.shuffle(first, random);

        assertThat(first).allSatisfy(said -> {
            var again = secretary.get(said.path() + and(said.path()) + "asOf="
                    + said.at().toString().substring(0, 10));
            assertThat(again.response().body()).isEqualTo(said.body());
        });
    }

    @Test
    void givenAHistoryThatIsBeingWritten_whenWhatWasAnsweredIsReadAgainAsOfThen_thenItIsTheSameToTheByte() {
        var random = new Random(7);
        var partners = List.of("w-one", "w-two");
        partners.forEach(this::addPartner);
        var said = new ArrayList<Said>();
        for (var i = 0; i < STATEMENTS; i++) {
            var partner = partners.get(random.nextInt(partners.size()));
            var statement = statement(random, partner, i);
            var answer = secretary.post(statement.get(0), statement.get(1));
            if (answer.status() < 300) {
                Scene.accepted(secretary.get(
                        "/api/partners/" + partner,
                        "X-Read-At-Least",
                        answer.json().path("position").toString()));
            }
            for (var path : List.of(
                    "/api/boards/" + board + "/partners",
                    "/api/partners/" + partner,
                    "/api/partners/" + partner + "/timeline?limit=7",
                    "/api/partners/" + partner + "/pledges/2026",
                    "/api/boards/" + board + "/dashboard/2026")) {
                said.add(said(path));
            }
        }
        Collections.shuffle(said, random);

        assertThat(said).allSatisfy(this::isStillSaid);

        stop();
        start();
        assertThat(said).allSatisfy(this::isStillSaid);
    }

    @Test
    void givenManyWhoWrite_whenTheBookIsReadAsOfTheLatestInstant_thenThatAnswerNeverChanges() throws Exception {
        addPartner("w-race");
        var done = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            var writers = IntStream.range(0, WRITERS)
                    .<Callable<Integer>>mapToObj(writer -> () -> {
                        for (var i = 0; i < STATEMENTS; i++) {
                            Scene.accepted(secretary.post(
                                    "/api/partners/w-race/teams", "{\"team\": \"team-%d-%d\"}".formatted(writer, i)));
                        }
                        return STATEMENTS;
                    })
                    .toList();
            var readers = IntStream.range(0, 2)
                    .mapToObj(reader -> pool.submit(() -> {
                        var said = new ArrayList<Said>();
                        while (!done.get()) {
                            said.add(saidAsOf(
                                    "/api/partners/w-race", Instant.now().truncatedTo(ChronoUnit.MILLIS)));
                        }
                        return said;
                    }))
                    .toList();
            for (var writer : pool.invokeAll(writers)) {
                assertThat(writer.get()).isEqualTo(STATEMENTS);
            }
            done.set(true);
            for (var reader : readers) {
                assertThat(reader.get()).hasSizeGreaterThan(3).allSatisfy(this::isStillSaid);
            }
        } finally {
            done.set(true);
            pool.shutdown();
        }
    }

    private Said said(String path) {
        var answer = secretary.get(path);
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Said(path, at, answer.status(), answer.response().body());
    }

    private Said saidAsOf(String path, Instant at) {
        var answer = secretary.get(path + and(path) + "asOf=" + at);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return new Said(path, at, answer.status(), answer.response().body());
    }

    private void isStillSaid(Said said) {
        var again = secretary.get(said.path() + and(said.path()) + "asOf=" + said.at());
        assertThat(again.response().body())
                .as("%s as of %s", said.path(), said.at())
                .isEqualTo(said.body());
        assertThat(again.status()).isEqualTo(said.status());
    }

    private static String and(String path) {
        return path.contains("?") ? "&" : "?";
    }

    private void addPartner(String partner) {
        Scene.accepted(secretary.post("/api/boards/" + board + "/partners", """
                {"id": "%s", "name": "A partner that writes", "kind": "NHS", "teams": []}""".formatted(partner)));
    }

    /** Address and body of what somebody says next; the book may refuse it. */
    private static List<String> statement(Random random, String partner, int i) {
        var pledges = "/api/partners/" + partner + "/pledges/2026";
        var pledge = pledges + "/" + (1 + random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> List.of("/api/partners/" + partner + "/teams", "{\"team\": \"team-%d\"}".formatted(i));
            case 1, 2 -> List.of(pledges, Scene.pledge("Pledge " + i));
            case 3 -> List.of(pledge + "/progress", Scene.progress("2026-Q1", "We met, for the time " + i));
            default -> List.of(pledge + "/progress/2026-Q1/corrections", """
                    {"status": "AT_RISK", "narrative": "We miscounted, %d", "readings": {}, "evidence": [],
                     "nextSteps": null, "reason": "A slip"}""".formatted(i));
        };
    }

    /** Every route that reads the book, with everything in its place that the example boards have. */
    private List<String> paths() {
        return application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(mapping ->
                        mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.APPLICATION_JSON))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> READS_THE_BOOK.matcher(path).matches())
                .sorted()
                .flatMap(this::filled)
                .toList();
    }

    private Stream<String> filled(String path) {
        var variable = VARIABLE.matcher(path);
        if (!variable.find()) {
            return Stream.of(path);
        }
        var name = variable.group(1);
        return values(name).flatMap(value -> filled(path.replace("{" + name + "}", value)));
    }

    private Stream<String> values(String variable) {
        return switch (variable) {
            case "board" -> ids("/api/boards", "boards");
            case "partner" ->
                ids("/api/boards", "boards")
                        .flatMap(board -> ids("/api/boards/" + board + "/partners?limit=4", "partners"));
            case "cycle" -> Stream.of("2023", "2026");
            case "number" -> Stream.of("1", "2");
            case "framework" -> ids("/api/frameworks", "frameworks").distinct();
            case "version" -> Stream.of("1", "2");
            case "support" -> Stream.of("1");
            default -> throw new AssertionError("Say what {" + variable + "} of a path can be.");
        };
    }

    private Stream<String> ids(String path, String list) {
        return secretary.get(path).json().path(list).values().stream()
                .map(one -> one.path("id").asString());
    }
}
