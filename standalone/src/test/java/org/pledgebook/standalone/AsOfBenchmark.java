package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.query.Moments;
import org.pledgebook.query.Past;
import org.pledgebook.query.Queries;
import org.pledgebook.query.ReadModels;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Stored;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the past costs beside the present: a dashboard and a pledge, now and as of random instants, in a book of ten
 * years: the bodies of the API as they are made, and as they come by HTTP. Run it with
 *
 * <pre>./mvnw -B -pl standalone -am -Pbenchmark test</pre>
 */
@Tag("benchmark")
class AsOfBenchmark {

    private static final int PARTNERS = 40;
    private static final int YEARS = 10;
    private static final int FIRST_YEAR = 2014;
    private static final int EVENTS = 100_000;
    private static final int DECEMBER = 334;
    private static final int PLEDGES = 12;
    private static final int WARMING_UP = 400;
    private static final int SAMPLES = 1_000;
    private static final int AT_ONCE = 2_000;
    private static final int PERCENT = 100;

    private static final BookSerializer SERIALIZER = BookSerializer.create();

    private static final Map<String, String> REVISIONS = Language.EVENTS.stream()
            .map(event -> event.getAnnotation(Stored.class))
            .collect(Collectors.toMap(Stored::name, stored -> Integer.toString(stored.revision())));

    private final Random random = new Random(1);
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<DomainEventMessage<?>> unsaved = new ArrayList<>();
    private int made;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private EventStorageEngine engine;

    @SuppressWarnings("NullAway.Init")
    private TransactionManager commands;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext book;

    @SuppressWarnings("NullAway.Init")
    private Client reader;

    @Test
    void asOfAndCurrent() {
        try (var started = new SpringApplication(Standalone.class)
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--pledgebook.demo=false",
                        "--pledgebook.administrator.password=pledgebook",
                        "--pledgebook.data-dir=" + data)) {
            book = started;
            reader = new Client(
                    "http://127.0.0.1:" + book.getEnvironment().getProperty("local.server.port"), "administrator");
            engine = book.getBean(EventStorageEngine.class);
            commands = book.getBean("commandTransactions", TransactionManager.class);
            write();
            var readModels = book.getBean(ReadModels.class);
            var since = System.nanoTime();
            assertThat(readModels.await(readModels.head(), Duration.ofMinutes(60)))
                    .isTrue();
            System.out.printf(
                    "%,d events of %d partners in %d cycles, folded in %d s%n",
                    made, PARTNERS, YEARS, (System.nanoTime() - since) / 1_000_000_000);

            var bodies = book.getBean(JsonMapper.class);
            compare(
                    "dashboard, its body",
                    () -> bodies.writeValueAsBytes(dashboard(book.getBean(Queries.class), year())),
                    () -> {
                        var asked = asked();
                        bodies.writeValueAsBytes(dashboard(at(asked.at), asked.year));
                    });
            compare(
                    "pledge, its body",
                    () -> bodies.writeValueAsBytes(pledge(book.getBean(Queries.class), partner(), year(), pledge())),
                    () -> {
                        var asked = asked();
                        bodies.writeValueAsBytes(pledge(at(asked.at), partner(), asked.year, pledge()));
                    });
            compare("dashboard by HTTP", () -> get("/api/boards/board/dashboard/%d".formatted(year())), () -> {
                var asked = asked();
                get("/api/boards/board/dashboard/%d?asOf=%s".formatted(asked.year, asked.at));
            });
            compare(
                    "pledge by HTTP",
                    () -> get("/api/partners/%s/pledges/%d/%d".formatted(partner(), year(), pledge())),
                    () -> {
                        var asked = asked();
                        get("/api/partners/%s/pledges/%d/%d?asOf=%s"
                                .formatted(partner(), asked.year, pledge(), asked.at));
                    });
        }
    }

    /** A year, and an instant from its December on: by then its dashboard is as long as today's. */
    private record Asked(int year, Instant at) {}

    /** Hardly ever what was asked for before. */
    private Asked asked() {
        var year = year();
        var from = Duration.ofDays(365L * (year - FIRST_YEAR) + DECEMBER).toMillis();
        var to = Duration.ofDays(365L * YEARS).toMillis();
        return new Asked(year, start().plusMillis(from + (long) (random.nextDouble() * (to - from))));
    }

    private Queries at(Instant instant) {
        return book.getBean(Past.class).at(book.getBean(Moments.class).at(instant));
    }

    private static Object dashboard(Queries at, int year) {
        return at.boards().dashboard("board", String.valueOf(year), null);
    }

    private static Object pledge(Queries at, String partner, int year, int pledge) {
        return at.pledges().find(partner, String.valueOf(year), pledge);
    }

    /** The password is checked with the first request, and remembered. */
    private void get(String path) {
        assertThat(reader.get(path).status()).isEqualTo(200);
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    private String partner() {
        return partner(random.nextInt(PARTNERS));
    }

    private int pledge() {
        return 1 + random.nextInt(PLEDGES);
    }

    /** Takes turns, so that both meet the same moods of the machine. */
    private static void compare(String what, Runnable current, Runnable asOf) {
        var cold = time(asOf);
        for (var i = 0; i < WARMING_UP; i++) {
            current.run();
            asOf.run();
        }
        var now = new long[SAMPLES];
        var then = new long[SAMPLES];
        for (var i = 0; i < SAMPLES; i++) {
            now[i] = time(current);
            then[i] = time(asOf);
        }
        System.out.printf(
                "%s: current p50 %.2f ms, p99 %.2f ms; as of p50 %.2f ms, p99 %.2f ms, the first %.0f ms; 1 : %.2f and 1 : %.2f%n",
                what,
                percentile(now, 50),
                percentile(now, 99),
                percentile(then, 50),
                percentile(then, 99),
                cold / 1e6,
                percentile(then, 50) / percentile(now, 50),
                percentile(then, 99) / percentile(now, 99));
    }

    private static long time(Runnable what) {
        var start = System.nanoTime();
        what.run();
        return System.nanoTime() - start;
    }

    private static double percentile(long[] nanoseconds, int percent) {
        var sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / PERCENT] / 1e6;
    }

    private static Instant start() {
        return Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    }

    private static String partner(int i) {
        return "partner-" + i;
    }

    /** Ten years, each with pledges at its beginning and then reports and corrections to its end. */
    private void write() {
        record("board:board", "board-established", """
                {"board": "board", "name": "Board", "timeZone": "Europe/London", "characteristics": []}""");
        for (var year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            record("board:board", "cycle-opened", """
                    {"board": "board", "cycle": "%1$d", "startsOn": "%1$d-01-01", "endsOn": "%1$d-12-31",
                     "pledgesPerPartner": 12, "cadence": "QUARTERLY", "periods": [%2$s]}""".formatted(year, periods(year)));
        }
        for (var i = 0; i < PARTNERS; i++) {
            record("partner:" + partner(i), "partner-joined", """
                    {"board": "board", "partner": "%s", "name": "Partner %d", "kind": "NHS", "teams": []}""".formatted(partner(i), i));
        }
        for (var year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            year(year);
        }
        save();
    }

    private void year(int year) {
        for (var number = 1; number <= PLEDGES; number++) {
            for (var i = 0; i < PARTNERS; i++) {
                pledges(i, year, "pledge-made", number, "\"commitment\": " + commitment(number));
            }
        }
        var until = (long) EVENTS * (year - FIRST_YEAR + 1) / YEARS;
        var reported = new HashMap<String, Boolean>();
        while (made < until) {
            var i = random.nextInt(PARTNERS);
            var number = 1 + random.nextInt(PLEDGES);
            var quarter = 1 + random.nextInt(4);
            var period = "\"period\": \"%d-Q%d\", \"report\": %s".formatted(year, quarter, report());
            if (reported.put(i + "/" + number + "/" + quarter, true) == null) {
                pledges(
                        i,
                        year,
                        "progress-recorded",
                        number,
                        period + ", \"dueOn\": \"%d-12-31\", \"late\": false".formatted(year));
            } else {
                pledges(i, year, "progress-corrected", number, period + ", \"reason\": \"We had miscounted.\"");
            }
        }
    }

    private void pledges(int i, int year, String type, int number, String more) {
        record("pledges:" + partner(i) + "/" + year, type, """
                {"board": "board", "partner": "%s", "cycle": "%d", "number": %d, %s}""".formatted(partner(i), year, number, more));
    }

    private static String periods(int year) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(quarter -> """
                        {"id": "%1$d-Q%2$d", "startsOn": "%1$d-%3$02d-01", "endsOn": "%1$d-%4$02d-28", "dueOn": "%1$d-12-31"}""".formatted(year, quarter, quarter * 3 - 2, quarter * 3))
                .collect(Collectors.joining(", "));
    }

    private static String commitment(int number) {
        return """
                {"title": "Pledge %d", "inequality": "Younger people are missing from where decisions are made.",
                 "action": "Recruit through community organisations, and pay travel and childcare.",
                 "outcome": "A board that looks like the borough.", "howWeWillKnow": "Its make-up, each December.",
                 "characteristics": ["age", "race"], "origin": "NEW", "teams": [], "items": [],
                 "basis": {"data": "Nine seats, aged 25 to 40."}, "lead": "Chair of trustees",
                 "measures": [{"id": "seats", "title": "Seats held by the young", "unit": "seats", "baseline": 1,
                  "target": 5}]}""".formatted(number);
    }

    private String report() {
        return """
                {"status": "ON_TRACK", "narrative": "We met %d times, and two people joined who had not been asked before.",
                 "readings": [{"measure": "seats", "value": %d}], "evidence": [], "nextSteps": "Ask again in September."}""".formatted(random.nextInt(9), random.nextInt(6));
    }

    private void record(String stream, String type, String json) {
        var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        Event event = SERIALIZER.deserialize(
                new SimpleSerializedObject<>(json, String.class, type, REVISIONS.getOrDefault(type, "1")));
        var at = start().plus(Duration.ofDays(365L * YEARS).dividedBy(EVENTS).multipliedBy(made));
        unsaved.add(new GenericDomainEventMessage<>(
                stream.substring(0, stream.indexOf(':')),
                stream,
                sequence,
                event,
                MetaData.with(Origin.ACTOR, "p-editor"),
                "event-" + made,
                at));
        made++;
        if (unsaved.size() == AT_ONCE) {
            save();
        }
    }

    private void save() {
        commands.executeInTransaction(() -> engine.appendEvents(List.copyOf(unsaved)));
        unsaved.clear();
    }
}
