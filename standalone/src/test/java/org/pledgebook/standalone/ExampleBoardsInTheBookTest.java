package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.ReferencePublished;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The example boards under the book's own rules, with a store in memory. */
class ExampleBoardsInTheBookTest {

    private static final Instant TODAY = Instant.parse("2026-11-22T14:03:27.5Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteCabinet cabinet;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext book;

    @BeforeEach
    void open() {
        cabinet = new SqliteCabinet(folder.resolve("cabinet.db"));
        book = new SpringApplicationBuilder(Rules.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.timeout.enabled=false",
                        "spring.main.banner-mode=off")
                .run();
    }

    @AfterEach
    void close() {
        book.close();
        cabinet.close();
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-01-04T09:00:00Z", "2026-11-22T14:03:27.5Z", "2027-01-01T00:00:00Z", "2027-03-31T23:30:00Z"
            })
    void givenAnEmptyBook_whenLoaded_thenTheBookTakesEveryStatementAtItsTime(Instant today) {
        clock().walkTo(today);

        boards().load();

        var there = ExampleBoardsData.read().timeZone();
        // An answer to another's offer or request stands with both partners.
        assertThat(events().map(event ->
                                event.getTimestamp() + " " + event.getMetaData().get(Origin.IDEMPOTENCY_KEY))
                        .distinct())
                .containsExactlyElementsOf(
                        ExampleBoardsScript.until(today.atZone(there).toLocalDate(), ExampleBoardsData.read()).stream()
                                .map(step -> step.at() + " " + step.key())
                                .toList());
    }

    @Test
    void givenTheBookIsLoaded_whenLookedAt_thenItHoldsWhatABookHoldsAfterSomeYears() {
        clock().walkTo(TODAY);

        boards().load();

        assertThat(payloads(CycleOpened.class)).hasSize(5);
        assertThat(payloads(CycleClosed.class)).extracting(CycleClosed::cycle).containsExactly("2023", "2024", "2025");
        assertThat(payloads(PledgeMade.class)).hasSize(3 + 4 * 9);
        assertThat(payloads(ProgressRecorded.class))
                .filteredOn(ProgressRecorded::late)
                .extracting(progress -> progress.pledge() + " " + progress.period())
                .containsExactly(
                        "example-community-trust/2023/2 2023-Q2",
                        "example-carers-network/2023/2 2023-Q3",
                        "example-community-trust/2024/2 2024-Q2",
                        "example-carers-network/2024/1 2024-Q3",
                        "example-community-trust/2025/2 2025-Q2",
                        "example-carers-network/2025/2 2025-Q3",
                        "example-community-trust/2026/2 2026-Q2",
                        "example-carers-network/2026/1 2026-Q3");
        assertThat(payloads(ProgressCorrected.class))
                .extracting(ProgressCorrected::cycle)
                .containsExactly("2023", "2024", "2025", "2026");
        assertThat(payloads(PledgeAmended.class))
                .extracting(amended -> amended.pledge() + " " + amended.classes())
                .containsExactly(
                        "example-carers-network/2024/4 [STRENGTHENED, SHORTENED]",
                        "example-community-trust/2024/2 [WEAKENED]",
                        "example-carers-network/2026/4 [STRENGTHENED, SHORTENED]",
                        "example-community-trust/2026/2 [WEAKENED]");
        assertThat(payloads(PledgeWithdrawn.class))
                .extracting(PledgeWithdrawn::pledge)
                .containsExactly("example-carers-network/2024/2", "example-carers-network/2026/2");
        assertThat(payloads(PledgeContinued.class))
                .extracting(continued -> continued.continues() + " " + continued.pledge())
                .containsExactly(
                        "example-carers-network/2023/1 example-carers-network/2024/4",
                        "example-carers-network/2025/1 example-carers-network/2026/4");
        assertThat(payloads(PledgeFulfilled.class))
                .extracting(PledgeFulfilled::pledge)
                .containsExactly("example-community-trust/2023/1", "example-community-trust/2025/1");
        assertThat(payloads(QuestionAsked.class)).as("one is open").hasSize(4);
        assertThat(payloads(QuestionAnswered.class)).hasSize(3);
        assertThat(payloads(AssessmentResubmitted.class))
                .extracting(AssessmentResubmitted::cycle)
                .containsExactly("2024", "2026");
        assertThat(payloads(ReferencePublished.class))
                .extracting(published -> published.reference().total())
                .containsExactly(216_550);
        assertThat(payloads(TableReleased.class))
                .extracting(TableReleased::cycle)
                .containsExactly("2024", "2026");
        assertThat(payloads(TableReleased.class))
                .allSatisfy(release -> assertThat(release.table().groups())
                        .filteredOn(ReleasedGroup::masked)
                        .extracting(ReleasedGroup::id)
                        .containsExactly("white", "other"));
        assertThat(payloads(AssessmentEvent.class))
                .extracting(assessment -> assessment.score().label())
                .contains("Under way")
                .doesNotContainNull();
    }

    @Test
    void givenLoadingWasBrokenOff_whenLoadedMonthsLater_thenTheBookIsTheSameAsWithoutTheBreak() {
        clock().walkTo(TODAY);
        var left = new AtomicInteger(5);
        assertThatThrownBy(() -> boards((account, actor, key) -> {
                            if (left.decrementAndGet() == 0) {
                                throw new IllegalStateException("The power is cut.");
                            }
                            return enrol(account, actor, key);
                        })
                        .load())
                .hasMessage("The power is cut.");
        assertThat(events()).hasSizeBetween(5, 20);

        clock().walkTo(TODAY.plus(Duration.ofDays(80)));
        boards().load();

        // An answer to another's offer or request stands with both partners.
        assertThat(events().map(event ->
                                event.getTimestamp() + " " + event.getMetaData().get(Origin.IDEMPOTENCY_KEY))
                        .distinct())
                .containsExactlyElementsOf(
                        ExampleBoardsScript.until(LocalDate.of(2026, 11, 22), ExampleBoardsData.read()).stream()
                                .map(step -> step.at() + " " + step.key())
                                .toList());
    }

    @Test
    void givenTheCrashCameBeforeTheLastWord_whenLoadedAgain_thenEverythingIsAnsweredAndNothingRecorded() {
        clock().walkTo(TODAY);
        boards().load();
        var before = events().map(EventMessage::getIdentifier).toList();
        var paper = cabinet.get(ExampleBoards.KIND, ExampleBoards.ID).orElseThrow();
        cabinet.put(ExampleBoards.KIND, ExampleBoards.ID, paper.json().replace("true", "false"), paper.version());

        boards().load();

        assertThat(events().map(EventMessage::getIdentifier)).isEqualTo(before);
        assertThat(cabinet.get(ExampleBoards.KIND, ExampleBoards.ID)
                        .orElseThrow()
                        .json())
                .contains("true");
    }

    @Test
    void givenABookWithAFirstAdministrator_whenLoaded_thenRefused() {
        gateway()
                .sendAndWait(
                        new GiveAccess(GiveAccess.FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null),
                        MetaData.with(Origin.ACTOR, GiveAccess.FIRST_ADMINISTRATOR));

        assertThatThrownBy(() -> boards().load())
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("--pledgebook.demo=false");
        assertThat(events()).hasSize(1);
    }

    private ExampleBoards boards() {
        return boards(this::enrol);
    }

    private ExampleBoards boards(ExampleBoards.People people) {
        return new ExampleBoards(gateway(), clock(), cabinet, () -> events().count() - 1, people);
    }

    private String enrol(ExampleBoards.Account account, String actor, String key) {
        var person = account.role() == Role.ADMINISTRATOR ? actor : "p-" + account.signIn();
        gateway()
                .sendAndWait(
                        new GiveAccess(person, account.role(), null, account.partner()),
                        MetaData.with(Origin.ACTOR, actor).and(Origin.IDEMPOTENCY_KEY, key));
        return person;
    }

    private BookClock clock() {
        return book.getBean(BookClock.class);
    }

    private CommandGateway gateway() {
        return book.getBean(CommandGateway.class);
    }

    private Stream<? extends EventMessage<?>> events() {
        return book.getBean(EventStorageEngine.class).readEvents(null, false);
    }

    private <E extends Event> List<E> payloads(Class<E> type) {
        return events().map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Not a component, so that nothing that looks for components finds it. */
    @ComponentScan(
            basePackages = {"org.pledgebook.shared", "org.pledgebook.command"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootApplication.class))
    @ImportAutoConfiguration({
        AxonAutoConfiguration.class,
        AxonTracingAutoConfiguration.class,
        EventProcessingAutoConfiguration.class,
        InfraConfiguration.class,
        InterceptorAutoConfiguration.class,
        NoOpTransactionAutoConfiguration.class,
        ObjectMapperAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    static class Rules {

        @Bean
        EventStorageEngine engine() {
            return new InMemoryEventStorageEngine();
        }

        @Bean
        EmbeddedEventStore eventStore(EventStorageEngine engine) {
            return EmbeddedEventStore.builder().storageEngine(engine).build();
        }
    }
}
