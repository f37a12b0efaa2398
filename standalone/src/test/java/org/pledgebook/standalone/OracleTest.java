package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Past;
import org.pledgebook.query.Queries;
import org.pledgebook.query.ReadModels;
import org.pledgebook.query.StoredEvents;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.standalone.Oracle.Stored;
import org.pledgebook.standalone.RandomBoard.Saying;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of all commands, read as of random instants, against an {@link Oracle} that shares no code with what
 * answers. Events come again, the processor stops and starts, and so does the whole query side.
 *
 * <p>{@code -Dpledgebook.test.histories=20000} takes more of them, {@code -Dpledgebook.test.seed=…} the same again.
 */
class OracleTest {

    private static final int HISTORIES = Integer.getInteger("pledgebook.test.histories", 1_000);
    private static final long SEED = Long.getLong("pledgebook.test.seed", new Random().nextLong());
    private static final int SAYINGS = 15;

    /** Of so many histories one is also read as it stands, both live and as of now. */
    private static final int READ_LIVE = 8;

    private static final int UNTIL_REDELIVERY = 40;
    private static final int UNTIL_RESTART = 350;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BookSerializer SERIALIZER = BookSerializer.create();

    private final IndexedEvents events = new IndexedEvents(SERIALIZER);
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Random random = new Random(SEED);
    private final Set<Class<?>> taken = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext book;

    @Test
    void givenRandomHistories_whenTheyAreReadAsOfRandomInstants_thenEachAnswerIsTheOracles() {
        System.out.printf("%,d histories of seed %d%n", HISTORIES, SEED);
        var clockBefore = GenericEventMessage.clock;
        var address = server.bind();
        try {
            start(address.getPort());
            say(new Saying(
                    GiveAccess.class,
                    "{\"person\": \"%s\", \"role\": \"ADMINISTRATOR\"}".formatted(GiveAccess.FIRST_ADMINISTRATOR)));
            for (var i = 0; i < HISTORIES; i++) {
                if (i % UNTIL_REDELIVERY == UNTIL_REDELIVERY - 1) {
                    deliverAgain();
                }
                if (i % UNTIL_RESTART == UNTIL_RESTART - 1) {
                    book.close();
                    start(address.getPort());
                }
                history(i);
            }
        } finally {
            book.close();
            server.shutdownNow();
            GenericEventMessage.clock = clockBefore;
        }
        assertThat(taken)
                .as("what the book took at least once; a file of statements says nothing that these do not")
                .containsAll(Language.COMMANDS.stream()
                        .filter(command -> command != ImportStatements.class)
                        .toList());
    }

    private void start(int port) {
        var application = new SpringApplication(Book.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(context -> register(context.getBeanFactory()));
        book = application.run(
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + port + "/book",
                "--spring.main.banner-mode=off",
                "--axon.axonserver.enabled=false",
                "--axon.update-check.disabled=true",
                "--axon.timeout.enabled=false",
                "--pledgebook.audit.follow=1h",
                "--pledgebook.past.settling=0s");
    }

    private void register(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("engine", events);
    }

    /** Stops the processor and lets it begin again with what it has folded already. */
    private void deliverAgain() {
        var processor = book.getBean(EventProcessingConfiguration.class)
                .eventProcessor("book")
                .orElseThrow();
        var tokens = book.getBean(TokenStore.class);
        processor.shutDown();
        // A worker may give its claim back only after the processor has stopped, and that of this test with it.
        await().ignoreException(UnableToClaimTokenException.class).until(() -> {
            var at = tokens.fetchToken("book", 0).position().orElse(0);
            tokens.storeToken(new GlobalSequenceTrackingToken(Math.max(0, at - random.nextInt(300))), "book", 0);
            tokens.releaseClaim("book", 0);
            return true;
        });
        processor.start();
    }

    private void history(int number) {
        var seed = random.nextLong();
        var chance = new Random(seed);
        var board = new RandomBoard("b" + number, chance);
        var first = events.size();
        board.beginning().forEach(saying -> say(board, saying));
        for (var i = 0; i < SAYINGS; i++) {
            say(board, board.next());
        }
        var all = read(first);
        assertThat(book.getBean(ReadModels.class).await(events.size() - 1L, Duration.ofSeconds(30)))
                .isTrue();
        var instant = all.get(chance.nextInt(all.size())).at().plusMillis(chance.nextInt(3) - 1);
        var then = all.stream().filter(event -> !event.at().isAfter(instant)).toList();
        var position = then.isEmpty() ? first - 1L : then.get(then.size() - 1).position();
        compare(board, then, instant, past(position, instant), seed);
        if (number % READ_LIVE == 0) {
            var now = book.getBean(BookClock.class).instant();
            compare(board, all, now, past(events.size() - 1L, now), seed);
            compare(board, all, now, book.getBean(Queries.class), seed);
        }
    }

    private Queries past(long position, Instant instant) {
        return book.getBean(Past.class).at(new Moment(position, instant));
    }

    private static void compare(RandomBoard board, List<Stored> events, Instant at, Queries answering, long seed) {
        assertThat(Oracle.differing(Oracle.facts(events, at), Answered.facts(answering, board.id())))
                .as("%s of seed %d at %s: what the oracle says, and what was answered", board.id(), seed, at)
                .isEmpty();
    }

    private void say(RandomBoard board, Saying saying) {
        book.getBean(BookClock.class).walkTo(board.later());
        say(saying);
    }

    private void say(Saying saying) {
        Command command = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                saying.json(), String.class, saying.command().getName(), null));
        try {
            book.getBean(CommandGateway.class)
                    .sendAndWait(
                            command, MetaData.from(Map.of(Origin.ACTOR, saying.actor(), Origin.REQUEST_ID, "request")));
            taken.add(saying.command());
        } catch (CommandExecutionException refused) {
            assertThat(refused.getDetails()).as(saying.toString()).isPresent();
        }
    }

    private List<Stored> read(int first) {
        var read = new ArrayList<Stored>();
        for (var i = first; i < events.size(); i++) {
            var event = events.get(i);
            read.add(new Stored(
                    i,
                    event.getTimestamp(),
                    JSON.readTree(event.getMetaData().getData()).path("actor").asString(),
                    event.getAggregateIdentifier(),
                    event.getPayload().getType().getName(),
                    JSON.readTree(event.getPayload().getData())));
        }
        return read;
    }

    /** No component of its own: the whole program looks for those in this package. */
    @EnableAutoConfiguration
    @ComponentScan({"org.pledgebook.shared", "org.pledgebook.command", "org.pledgebook.query"})
    static class Book {

        @Bean
        EmbeddedEventStore eventStore(EventStorageEngine engine) {
            return EmbeddedEventStore.builder().storageEngine(engine).build();
        }

        @Bean
        StoredEvents storedEvents(EventStorageEngine engine) {
            return new StoredEvents(token -> engine.readEvents(token, false), SERIALIZER);
        }
    }
}
