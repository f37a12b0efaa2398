package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.transaction.PlatformTransactionManager;

/** The book under all of Axon's auto-configuration, which must find nothing left to choose. */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedBookTest {

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext application;
    private static Clock clockBefore;

    @BeforeAll
    static void start() {
        clockBefore = GenericEventMessage.clock;
        GenericEventMessage.clock = new EachReadingOneMillisecondLater();
        application = run(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        application.close();
        GenericEventMessage.clock = clockBefore;
    }

    @Test
    void givenAxonsAutoConfiguration_whenStarted_thenEachBeanIsTheBooksOwn() {
        EmbeddedEventStore store = only(EventStore.class, EmbeddedEventStore.class);
        assertThat(application.getBean(EventBus.class)).isSameAs(store);
        JdbcEventStorageEngine engine = only(EventStorageEngine.class, JdbcEventStorageEngine.class);
        assertThat(field(store, "storageEngine")).isSameAs(engine);

        SpringTransactionManager commands = application.getBean("commandTransactions", SpringTransactionManager.class);
        SpringTransactionManager reads = application.getBean("readTransactions", SpringTransactionManager.class);
        assertThat(application.getBeansOfType(TransactionManager.class))
                .containsOnly(Map.entry("commandTransactions", commands), Map.entry("readTransactions", reads));
        assertThat(application.getBean(TransactionManager.class)).isSameAs(commands);
        assertThat(field(only(CommandBus.class, SimpleCommandBus.class), "transactionManager"))
                .isSameAs(commands);
        only(QueryBus.class, SimpleQueryBus.class);
        assertThat(application.getBean(EventProcessingConfiguration.class).transactionManager("witness"))
                .isSameAs(reads);
        assertThat(field(engine, "transactionManager")).isNotSameAs(commands);
        assertThat(field(field(engine, "transactionManager"), "transactionManager"))
                .as("the engine's tracked reads run on read connections")
                .extracting("dataSource")
                .isSameAs(dataSourceOf(reads))
                .isNotSameAs(dataSourceOf(commands));
    }

    @Test
    void givenTheBook_whenAutoConfigurationLooksForADatabase_thenItFindsNone() {
        assertThat(application.getBeanNamesForType(DataSource.class)).isEmpty();
        assertThat(application.getBeanNamesForType(ConnectionProvider.class)).isEmpty();
        assertThat(application.getBeanNamesForType(PlatformTransactionManager.class))
                .isEmpty();
    }

    @Test
    void givenACommandAnEventAndAQuery_whenHandled_thenTheCommandAloneHoldsTheWriteConnection() throws Exception {
        Witness witness = application.getBean(Witness.class);

        send(new PutThing("shelf:seen"));
        await().until(() -> witness.heldTheWriteConnection.containsKey("event"));
        application
                .getBean(QueryGateway.class)
                .query("look", "please", String.class)
                .get(20, TimeUnit.SECONDS);

        assertThat(witness.heldTheWriteConnection)
                .containsOnly(Map.entry("command", true), Map.entry("event", false), Map.entry("query", false));
    }

    @Test
    void givenAProcessorThatIsBusyWithAnEvent_whenACommandIsSent_thenItIsAnsweredMeanwhile() throws Exception {
        Witness witness = application.getBean(Witness.class);

        send(new PutThing(Witness.WAIT_FOR_ME));
        assertThat(witness.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        send(new PutThing("shelf:meanwhile"));

        witness.goOn.countDown();
        assertThat(application
                        .getBean(EventStore.class)
                        .readEvents("shelf:meanwhile")
                        .asStream())
                .hasSize(1);
    }

    @Test
    void givenAShelfForThree_whenFiftyClientsPutSomethingOnItAtOnce_thenThreeSucceed() {
        List<Boolean> accepted = race(50, i -> {
            Throwable refusal = catchThrowable(() -> send(new PutThing("shelf:contested")));
            if (refusal != null) {
                assertThat(refusal).hasStackTraceContaining("the shelf is full");
            }
            return refusal == null;
        });

        assertThat(accepted).filteredOn(yes -> yes).hasSize(3);
        assertThat(application
                        .getBean(EventStore.class)
                        .readEvents("shelf:contested")
                        .asStream())
                .hasSize(3);
    }

    @Test
    void givenManyClients_whenTheirEventsAreRead_thenPositionsHaveNoGapsAndTimeStampsTheSameOrder() {
        race(16, client -> {
            for (int i = 0; i < 10; i++) {
                send(new PutThing("shelf:" + client + "/" + i));
            }
            return true;
        });

        List<? extends TrackedEventMessage<?>> events = application
                .getBean(EventStorageEngine.class)
                .readEvents(null, false)
                .toList();
        assertThat(events).hasSizeGreaterThanOrEqualTo(160);
        assertThat(events.stream().map(event -> OpenBook.position(event.trackingToken())))
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.stream().map(TrackedEventMessage::getTimestamp)).isSorted();
    }

    @Test
    void givenAFolderThatCannotBe_whenStarted_thenTheReasonIsPrintedWithoutAStackTrace(CapturedOutput output)
            throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThatThrownBy(() -> run(occupied)).hasRootCauseInstanceOf(IOException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(occupied + " cannot be written")
                .contains("choose another folder: --pledgebook.data-dir=<folder>")
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext run(Path dataDir) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "pledgebook.data-dir=" + dataDir,
                        "axon.axonserver.enabled=false",
                        "axon.serializer.general=jackson3",
                        "axon.update-check.disabled=true",
                        "spring.main.banner-mode=off")
                .run();
    }

    private static void send(Object command) {
        application.getBean(CommandGateway.class).sendAndWait(command);
    }

    private static <T> List<T> race(int clients, IntFunction<T> attempt) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CountDownLatch ready = new CountDownLatch(clients);
        try {
            List<CompletableFuture<T>> results = IntStream.range(0, clients)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                try {
                                    ready.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                                return attempt.apply(client);
                            },
                            threads))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T, S extends T> S only(Class<T> type, Class<S> expected) {
        assertThat(application.getBeansOfType(type).values()).singleElement().isExactlyInstanceOf(expected);
        return expected.cast(application.getBean(type));
    }

    private static Object dataSourceOf(SpringTransactionManager transactions) {
        return field(field(transactions, "transactionManager"), "dataSource");
    }

    private static Object field(Object owner, String name) {
        for (Field field : ReflectionUtils.fieldsOf(owner.getClass())) {
            if (field.getName().equals(name)) {
                return Objects.requireNonNull(ReflectionUtils.getFieldValue(field, owner));
            }
        }
        throw new AssertionError(owner.getClass() + " has no field " + name);
    }

    record PutThing(@TargetAggregateIdentifier String shelf) {}

    record ThingPut(String shelf) {}

    static class Shelf {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String id;

        private int things;

        Shelf() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(PutThing command, BookFile book, Witness witness) {
            witness.heldTheWriteConnection.put("command", book.isWriting());
            if (things == 3) {
                throw new IllegalStateException("the shelf is full");
            }
            AggregateLifecycle.apply(new ThingPut(command.shelf()));
        }

        @EventSourcingHandler
        void on(ThingPut event) {
            id = event.shelf();
            things++;
        }
    }

    @ProcessingGroup("witness")
    static class Witness {

        static final String WAIT_FOR_ME = "shelf:wait-for-me";

        final Map<String, Boolean> heldTheWriteConnection = new ConcurrentHashMap<>();
        final CountDownLatch waiting = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @EventHandler
        void on(ThingPut event, BookFile book) throws InterruptedException {
            heldTheWriteConnection.put("event", book.isWriting());
            if (event.shelf().equals(WAIT_FOR_ME)) {
                waiting.countDown();
                assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }

        @QueryHandler(queryName = "look")
        String look(String question, BookFile book) {
            heldTheWriteConnection.put("query", book.isWriting());
            return question;
        }
    }

    private static final class EachReadingOneMillisecondLater extends Clock {

        private final AtomicLong reading = new AtomicLong(1_700_000_000_000L);

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(reading.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Bears no stereotype, nor does anything it names: the real program scans this package. */
    @Import({AxonsAutoConfiguration.class, EmbeddedBook.class, Witness.class})
    static class Application {

        @Bean
        ConfigurerModule shelves() {
            return configurer -> configurer.configureAggregate(Shelf.class);
        }
    }

    /** What Spring Boot would choose, less what is not Axon's. */
    static class AxonsAutoConfiguration extends AutoConfigurationImportSelector {

        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            return new AnnotationAttributes(Map.of("exclude", new String[0], "excludeName", new String[0]));
        }

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
            return super.getCandidateConfigurations(metadata, attributes).stream()
                    .filter(name -> name.startsWith("org.axonframework."))
                    .toList();
        }
    }
}
