package org.pledgebook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Wire.and;
import static org.pledgebook.command.Wire.by;
import static org.pledgebook.command.Wire.carried;
import static org.pledgebook.shared.access.GiveAccess.FIRST_ADMINISTRATOR;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.RecordProgress;
import org.springframework.beans.factory.annotation.Autowired;

/** Every command through every interceptor to its aggregate and into the store; in threads, and again. */
@OnRealBuses
class WholeBookTest {

    private static final Map<String, Object> CHIEF = by(FIRST_ADMINISTRATOR);
    private static final int CLIENTS = 50;

    private final Wire wire;
    private final EventStore store;
    private final BookClock clock;
    private final Story story = Story.next();

    WholeBookTest(@Autowired CommandGateway gateway, @Autowired EventStore store, @Autowired BookClock clock) {
        this.wire = new Wire(gateway);
        this.store = store;
        this.clock = clock;
    }

    @BeforeEach
    void appointTheFirstAdministrator() {
        clock.walkTo(Book.SPRING);
        wire.send(
                new GiveAccess(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null), by(FIRST_ADMINISTRATOR, "first"));
        // Only members ask questions.
        wire.send(
                new GiveAccess(FIRST_ADMINISTRATOR, Role.BOARD_MEMBER, null, null), by(FIRST_ADMINISTRATOR, "member"));
    }

    static Stream<Class<? extends Command>> commands() {
        // An import has no stream of its own: ImportTest looks at it.
        return Language.COMMANDS.stream().filter(command -> command != ImportStatements.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givenWhatItNeeds_whenCommandIsSent_thenItsAggregateAnswersAndAppendsOneEvent(Class<? extends Command> kind) {
        tellUntil(kind);
        var step = story.step(kind);
        var before = events(step.command().stream()).size();
        assertThat(wire.send(step.command(), CHIEF)).isEqualTo(step.receipt());
        assertThat(events(step.command().stream())).hasSize(before + 1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givenAnsweredCommand_whenItIsResent_thenTheAnswerIsTheSameAndNothingIsAppended(Class<? extends Command> kind) {
        tellUntil(kind);
        var step = story.step(kind);
        var origin = by(FIRST_ADMINISTRATOR, "key");
        wire.send(step.command(), origin);
        var stored = events(step.command().stream());

        assertThat(wire.send(step.command(), origin)).isEqualTo(step.receipt());
        // What the sender saw has moved on by their own doing.
        assertThat(wire.send(step.command(), and(origin, Origin.IF_MATCH, step.seen())))
                .isEqualTo(step.receipt());
        assertRefused(wire.refused(step.other(), origin), "idempotency-key-reused", 422);
        assertThat(events(step.command().stream())).isEqualTo(stored);
    }

    @Test
    void givenYearToldAndCycleClosed_whenEveryCommandIsResent_thenEachGetsItsFirstAnswer() {
        for (var step : story.steps) {
            wire.send(step.command(), by(FIRST_ADMINISTRATOR, "key of " + step.id() + step.version()));
        }
        for (var step : story.steps) {
            assertThat(wire.send(step.command(), by(FIRST_ADMINISTRATOR, "key of " + step.id() + step.version())))
                    .isEqualTo(step.receipt());
        }
        assertThat(events(StreamId.pledges(story.partner, Examples.CYCLE))).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givenVersionInTheSendersEyes_whenItHasMovedOn_thenNothingIsAppended(Class<? extends Command> kind) {
        tellUntil(kind);
        var step = story.step(kind);
        var before = events(step.command().stream());
        for (var stale : List.of(step.seen() - 1, step.seen() + 1, Long.MAX_VALUE)) {
            assertRefused(wire.refused(step.command(), and(CHIEF, Origin.IF_MATCH, stale)), "version-moved-on", 412);
        }
        assertThat(events(step.command().stream())).isEqualTo(before);
        assertThat(wire.send(step.command(), and(CHIEF, Origin.IF_MATCH, step.seen())))
                .isEqualTo(step.receipt());
    }

    @Test
    void givenKeyOfOnePerson_whenAnotherUsesIt_thenItMeansNothingInTheirHand() {
        tellUntil(MakePledge.class);
        var make = story.step(MakePledge.class);
        wire.send(make.command(), by(FIRST_ADMINISTRATOR, "key"));
        assertThat(wire.send(make.command(), by(story.person, "key")))
                .isEqualTo(new Receipt(story.partner + "/2023/2", 1));
        assertThat(wire.send(make.other(), by(FIRST_ADMINISTRATOR, "another key")))
                .isEqualTo(new Receipt(story.partner + "/2023/3", 1));
        assertThat(wire.send(make.command(), by(FIRST_ADMINISTRATOR, "key"))).isEqualTo(make.receipt());
    }

    @Test
    void givenNumbersSpelledOtherwise_whenCommandIsResent_thenItIsTheSameBody() {
        tellUntil(MakePledge.class);
        var command = (MakePledge) story.step(MakePledge.class).command();
        var spelled = with(Examples.SEATS, "target", Examples.number("2.000"));
        var resent = with(command, "commitment", with(command.commitment(), "measures", List.of(spelled)));
        var receipt = wire.send(command, by(FIRST_ADMINISTRATOR, "key"));
        assertThat(wire.send(resent, by(FIRST_ADMINISTRATOR, "key"))).isEqualTo(receipt);
    }

    @Test
    void givenAccessEndedByTheBoardsAdministrator_whenTheyResend_thenTheyGetTheSameAnswer() {
        tellUntil(EndAccess.class);
        wire.send(new GiveAccess("p-secretary", Role.ADMINISTRATOR, story.board, null), CHIEF);
        var end = story.step(EndAccess.class);
        assertThat(wire.send(end.command(), by("p-secretary", "key"))).isEqualTo(end.receipt());
        assertThat(wire.send(end.command(), by("p-secretary", "key"))).isEqualTo(end.receipt());
    }

    @Test
    void givenAccessEnded_whenThePersonSendsTheNextCommand_thenTheyMayNot() {
        tellUntil(EndAccess.class);
        var make = story.step(MakePledge.class).command();
        wire.send(make, by(story.person));
        wire.send(story.step(EndAccess.class).command(), CHIEF);
        assertRefused(wire.refused(make, by(story.person)), "forbidden", 403);
    }

    @Test
    void givenSeveralThingsWrong_whenCommandIsSent_thenTheyAreLookedAtInTheContractsOrder() {
        tellUntil(MakePledge.class);
        var make = (MakePledge) story.step(MakePledge.class).command();
        wire.send(make, by(FIRST_ADMINISTRATOR, "key"));
        var shapeless = with(make, "commitment", with(make.commitment(), "title", " "));
        var stale = and(by(FIRST_ADMINISTRATOR, "key"), Origin.IF_MATCH, 7L);

        assertRefused(wire.refused(shapeless, by("p-stranger", "key")), "forbidden", 403);
        assertRefused(wire.refused(shapeless, stale), "invalid-values", 422);
        assertRefused(
                wire.refused(with(make, "saidOn", Examples.day("2024-01-01")), stale), "idempotency-key-reused", 422);
        var newKey = and(stale, Origin.IDEMPOTENCY_KEY, "new key");
        assertRefused(wire.refused(with(make, "saidOn", Examples.day("2024-01-01")), newKey), "version-moved-on", 412);
        assertRefused(
                wire.refused(with(make, "saidOn", Examples.day("2024-01-01")), by(FIRST_ADMINISTRATOR, "new key")),
                "said-in-the-future",
                422);
    }

    @Test
    void givenNullsWhereValuesBelong_whenCommandIsSent_thenTheyAreNamed() {
        tellUntil(MakePledge.class);
        var make = (MakePledge) story.step(MakePledge.class).command();
        var teams = new ArrayList<String>();
        teams.add(null);
        var commitment = with(with(make.commitment(), "teams", teams), "basis", null);
        assertThat(wire.refused(with(make, "commitment", commitment), CHIEF).errors())
                .extracting(Fault::pointer)
                .containsExactly("/commitment/basis", "/commitment/teams/0");
        assertRefused(wire.refused(with(make, "commitment", null), CHIEF), "invalid-values", 422);
    }

    @Test
    void givenStatement_whenItIsStored_thenItsMetadataIsExactlyItsOrigin() throws Exception {
        tellUntil(MakePledge.class);
        var command = story.step(MakePledge.class).command();
        var message = Wire.message(command, and(by(story.person, "key"), Origin.IF_MATCH, 0L));
        wire.send(message);
        var metaData = events(command.stream()).get(0).getMetaData();
        assertThat(metaData.get(Origin.SALT)).asString().matches("[0-9a-f]{32}");
        assertThat(metaData.withoutKeys(Set.of(Origin.SALT)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Origin.ACTOR,
                        story.person,
                        Origin.ACTED_FOR,
                        story.partner,
                        Origin.REQUEST_ID,
                        "request-1",
                        Origin.IDEMPOTENCY_KEY,
                        "key",
                        Origin.DIGEST,
                        sha256(command),
                        Origin.CORRELATION_ID,
                        message.getIdentifier(),
                        Origin.CAUSATION_ID,
                        message.getIdentifier()));
    }

    @Test
    void givenMetadataTheSenderMadeUp_whenStored_thenTheCommandSideKnowsBetter() throws Exception {
        var establish = story.steps.get(0).command();
        var forged = and(CHIEF, Origin.ACTED_FOR, "somebody");
        forged = and(and(forged, Origin.DIGEST, "00"), Origin.SALT, "00");
        forged = and(and(forged, Origin.CAUSATION_ID, "00"), "role", "ADMINISTRATOR");
        var message = Wire.message(establish, and(forged, Origin.CORRELATION_ID, "earlier"));
        wire.send(message);
        var metaData = events(establish.stream()).get(0).getMetaData();
        assertThat(metaData)
                .containsOnlyKeys(
                        Origin.ACTOR,
                        Origin.REQUEST_ID,
                        Origin.DIGEST,
                        Origin.CORRELATION_ID,
                        Origin.CAUSATION_ID,
                        Origin.SALT)
                .containsEntry(Origin.DIGEST, sha256(establish))
                .containsEntry(Origin.CORRELATION_ID, "earlier")
                .containsEntry(Origin.CAUSATION_ID, message.getIdentifier())
                .doesNotContainEntry(Origin.SALT, "00");
    }

    @Test
    void givenYearTold_whenItsEventsAreRead_thenEachHasItsOwnSaltAndTheBooksTimeAndSurvivesTheSerializer() {
        story.steps.forEach(step -> wire.send(step.command(), CHIEF));
        var stored = story.steps.stream()
                .map(step -> step.command().stream())
                .distinct()
                .flatMap(stream -> events(stream).stream())
                .toList();
        assertThat(stored)
                .as("one for each step, and the successor's of the merger")
                .hasSize(story.steps.size() + 1);
        assertThat(stored)
                .extracting(event -> event.getMetaData().get(Origin.SALT))
                .doesNotHaveDuplicates();
        assertThat(stored).allSatisfy(event -> {
            assertThat(event.getTimestamp()).isEqualTo(Book.SPRING);
            assertThat(carried(event.getPayload())).isEqualTo(event.getPayload());
            assertThat(carried(event.getMetaData())).isEqualTo(event.getMetaData());
            assertThat(event.getAggregateIdentifier()).isEqualTo(event.getPayload().stream());
        });
    }

    @Test
    void givenFiftyClients_whenEachMakesAPledge_thenThreeSucceedAndTheOthersHearThatTheyAreFull() throws Exception {
        tellUntil(MakePledge.class);
        var make = (MakePledge) story.step(MakePledge.class).command();
        var outcomes = race(n ->
                wire.send(with(make, "commitment", with(make.commitment(), "title", "Pledge of client " + n)), CHIEF));

        assertThat(outcomes.stream().filter(Receipt.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> new Receipt(story.partner + "/2023/" + number, 1))
                        .toList());
        assertThat(outcomes.stream().filter(Refusal.class::isInstance).map(Refusal.class::cast))
                .hasSize(CLIENTS - 3)
                .allSatisfy(refusal -> assertRefused(refusal, "pledges-full", 409));
        assertThat(events(make.stream()))
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void givenFiftyClientsWithOneKey_whenEachSendsTheSame_thenOneEventIsStoredAndAllGetItsAnswer() throws Exception {
        tellUntil(MakePledge.class);
        var make = story.step(MakePledge.class);
        assertThat(race(n -> wire.send(make.command(), by(FIRST_ADMINISTRATOR, "key"))))
                .hasSize(CLIENTS)
                .containsOnly(make.receipt());
        assertThat(events(make.command().stream())).hasSize(1);
    }

    @Test
    void givenFiftyClients_whenEachReportsForOnePeriod_thenOneSucceeds() throws Exception {
        tellUntil(RecordProgress.class);
        var report = story.step(RecordProgress.class);
        assertThat(race(n -> wire.send(report.command(), by(FIRST_ADMINISTRATOR, "key of client " + n))))
                .containsOnlyOnce(report.receipt())
                .filteredOn(Refusal.class::isInstance)
                .hasSize(CLIENTS - 1)
                .allSatisfy(refusal -> assertRefused((Refusal) refusal, "already-reported", 409));
    }

    @Test
    void givenFiftyClients_whenEachAppointsItself_thenTheFirstAdministratorIsAppointedOnce() throws Exception {
        race(n -> wire.send(
                new GiveAccess(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null),
                by(FIRST_ADMINISTRATOR, "key of client " + n)));
        assertThat(events(StreamId.person(FIRST_ADMINISTRATOR)))
                .extracting(DomainEventMessage::getPayload)
                .containsOnlyOnce(new AccessGiven(FIRST_ADMINISTRATOR, new Grant(Role.ADMINISTRATOR, null, null)));
    }

    private void tellUntil(Class<? extends Command> kind) {
        story.before(kind).forEach(step -> wire.send(step.command(), CHIEF));
    }

    private List<DomainEventMessage<Event>> events(String stream) {
        return store.readEvents(stream).asStream().map(WholeBookTest::recorded).toList();
    }

    @SuppressWarnings("unchecked")
    private static DomainEventMessage<Event> recorded(DomainEventMessage<?> message) {
        return (DomainEventMessage<Event>) message;
    }

    private static void assertRefused(Refusal refusal, String type, int status) {
        assertThat(refusal.type()).as("%s", refusal).isEqualTo(type);
        assertThat(refusal.status()).as("%s", refusal).isEqualTo(status);
    }

    private static String sha256(Command command) throws Exception {
        var json = BookSerializer.create().serialize(command, String.class).getData();
        var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private interface Attempt {
        Receipt by(int client);
    }

    /** What fifty clients get that start at the same moment: receipts and refusals, in no order. */
    private static List<Object> race(Attempt attempt) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var attempts = IntStream.range(0, CLIENTS)
                    .<Callable<Object>>mapToObj(n -> () -> {
                        start.await();
                        try {
                            return attempt.by(n);
                        } catch (CommandExecutionException e) {
                            return e.getDetails().orElseThrow(() -> e);
                        }
                    })
                    .toList();
            var outcomes = new ArrayList<Object>();
            for (Future<Object> outcome : threads.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
