package org.pledgebook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Wire.and;
import static org.pledgebook.command.Wire.by;
import static org.pledgebook.shared.access.GiveAccess.FIRST_ADMINISTRATOR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.exchange.History;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Imported.Outcome;
import org.pledgebook.shared.exchange.Said;
import org.pledgebook.shared.exchange.Statement;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.springframework.beans.factory.annotation.Autowired;

/** Many statements at once, on real buses: all or none, each decided as if it came alone. */
@OnRealBuses
class ImportTest {

    private static final Map<String, Object> CHIEF = by(FIRST_ADMINISTRATOR);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Wire wire;
    private final EventStore store;
    private final Streams streams;
    private final BookClock clock;
    private final Story story = Story.next();
    private final MakePledge make = step(MakePledge.class);
    private final RecordProgress report = step(RecordProgress.class);
    private final CorrectProgress correct = step(CorrectProgress.class);
    private final SubmitAssessment submit = step(SubmitAssessment.class);

    ImportTest(
            @Autowired CommandGateway gateway,
            @Autowired EventStore store,
            @Autowired Streams streams,
            @Autowired BookClock clock) {
        this.wire = new Wire(gateway);
        this.store = store;
        this.streams = streams;
        this.clock = clock;
    }

    @BeforeEach
    void givenABoardWithAPartner() {
        clock.walkTo(Book.SPRING);
        wire.send(
                new GiveAccess(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null), by(FIRST_ADMINISTRATOR, "first"));
        story.before(SubmitAssessment.class).forEach(step -> wire.send(step.command(), CHIEF));
    }

    @Test
    void givenStatementsThatStandOnEachOther_whenImported_thenAllAreRecordedInTheirOrder() {
        var imported = wire.send(year(), CHIEF);

        assertThat(imported.id()).isEqualTo(story.partner + "/2023");
        assertThat(imported.version()).isEqualTo(4);
        assertThat(imported.outcomes())
                .containsExactly(
                        new Outcome(story.partner + "/2023", false),
                        new Outcome(story.partner + "/2023/1", false),
                        new Outcome(story.partner + "/2023/1", false),
                        new Outcome(story.partner + "/2023/1", false));
        assertThat(history()).extracting(Said::asSent).isEqualTo(year().statements());
        assertThat(history()).extracting(Said::on).containsOnly(LocalDate.parse("2023-04-12"));
    }

    @Test
    void givenAnImport_whenItsEventsAreRead_thenEachHasTheOriginItWouldHaveAlone() {
        wire.send(year(), by(story.person, "key"));

        var events = events();
        assertThat(events).hasSize(4);
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.ACTOR))
                .containsOnly(story.person);
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.ACTED_FOR))
                .containsOnly(story.partner);
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.REQUEST_ID))
                .containsOnly("request-1");
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.IDEMPOTENCY_KEY))
                .containsExactly("key#1", "key#2", "key#3", "key#4");
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.DIGEST))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.SALT))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.CORRELATION_ID))
                .doesNotContainNull()
                .containsOnly(events.get(0).getMetaData().get(Origin.CORRELATION_ID));
        assertThat(events)
                .extracting(event -> event.getMetaData().get(Origin.CAUSATION_ID))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void givenOneStatementThatIsRefused_whenImported_thenNothingIsRecorded() {
        var unbegun = with(report, "period", "2023-Q4");

        var refusal = wire.refused(of(said(0, submit), said(1, make), said(1, report), said(1, unbegun)), CHIEF);

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.type()).isEqualTo("statements-refused");
        assertThat(refusal.errors()).extracting(Fault::pointer).containsExactly("/statements/3");
        assertThat(refusal.errors().get(0).message()).contains("2023-Q4", "2023-10-01");
        assertThat(history()).isEmpty();
        assertThat(wire.send(year(), CHIEF).version()).isEqualTo(4);
    }

    @Test
    void givenFaultsOfValuesAndOfRules_whenImported_thenEachIsNamedAtOnce() {
        var shapeless = with(make, "commitment", with(with(make.commitment(), "title", " "), "lead", null));
        var unknown = with(make, "commitment", with(make.commitment(), "teams", List.of("nobody")));
        var late = with(submit, "saidOn", LocalDate.parse("2024-01-01"));

        var refusal = wire.refused(
                of(
                        said(0, late),
                        said(1, shapeless),
                        said(2, unknown),
                        said(3, make),
                        said(3, with(report, "number", 3))),
                CHIEF);

        assertThat(refusal.errors())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/statements/0/saidOn",
                        "/statements/1/commitment/lead",
                        "/statements/1/commitment/title",
                        "/statements/2/teams/0");
        assertThat(history()).isEmpty();
    }

    @Test
    void givenAPledgeThatIsRefused_whenImported_thenOfItsReportsTheValuesAloneAreLookedAt() {
        var nobody = with(make, "commitment", with(make.commitment(), "teams", List.of("nobody")));
        var wordless = with(report, "report", with(report.report(), "narrative", ""));

        var refusal = wire.refused(
                of(
                        said(1, make),
                        said(1, report),
                        said(2, nobody),
                        said(2, with(report, "number", 2)),
                        said(2, wordless)),
                CHIEF);

        assertThat(refusal.errors())
                .extracting(Fault::pointer)
                .containsExactly("/statements/2/teams/0", "/statements/4/report/narrative");
    }

    @Test
    void givenAReportThatIsRefused_whenItsCorrectionStandsBelow_thenTheCorrectionIsNoFaultOfItsOwn() {
        var unread = with(report, "report", with(report.report(), "readings", List.of(reading("nothing"))));

        var refusal = wire.refused(of(said(1, make), said(1, unread), said(1, correct)), CHIEF);

        assertThat(refusal.errors()).extracting(Fault::pointer).containsExactly("/statements/1/readings/nothing");
    }

    @Test
    void givenAPreview_whenItIsTaken_thenItSaysWhatWouldComeOfIt_andNothingIsRecorded() {
        var preview = wire.send(with(year(), "preview", true), by(story.person, "key"));

        assertThat(history()).isEmpty();
        assertThat(wire.send(year(), by(story.person, "key"))).isEqualTo(preview);
        assertThat(history()).hasSize(4);
        assertThat(wire.send(with(year(), "preview", true), CHIEF).outcomes())
                .hasSize(4)
                .allMatch(Outcome::known);
    }

    @Test
    void givenAPreviewWithAFault_whenItIsTaken_thenItIsRefusedAsTheImportWouldBe() {
        var faulty = of(said(1, make), said(2, with(report, "number", 2)));

        assertThat(wire.refused(with(faulty, "preview", true), CHIEF)).isEqualTo(wire.refused(faulty, CHIEF));
    }

    @Test
    void givenStatementsInTheBook_whenImportedAgainByAnybody_thenTheyAreKnownAndNothingIsAppended() {
        wire.send(submit, by(story.person, "by hand"));
        wire.send(make, CHIEF);

        assertThat(wire.send(year(), by(story.person)).outcomes())
                .extracting(Outcome::known)
                .containsExactly(true, true, false, false);
        var events = events();
        assertThat(wire.send(year(), CHIEF).outcomes()).allMatch(Outcome::known);
        assertThat(wire.send(year(), by(story.person, "key")).version()).isEqualTo(4);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void givenAHistory_whenItIsSaidAgainWithItsDays_thenItIsKnownHere_andTheSameForAnotherPartner() {
        wire.send(year(), CHIEF);
        clock.walkTo(Book.SPRING.plusSeconds(86_400 * 100));

        var again = history().stream().map(Said::statement).toList();
        assertThat(wire.send(of(again), CHIEF).outcomes()).hasSize(4).allMatch(Outcome::known);

        var other = Story.next();
        other.before(SubmitAssessment.class).forEach(step -> wire.send(step.command(), CHIEF));
        var theirs = again.stream()
                .map(said ->
                        new Statement(said.pledge(), (Command) with((Record) said.command(), "partner", other.partner)))
                .toList();
        wire.send(new ImportStatements(other.partner, Examples.CYCLE, false, theirs), CHIEF);

        assertThat(History.of(other.partner, Examples.CYCLE, LONDON, streams))
                .extracting(Said::statement)
                .isEqualTo(theirs);
        assertThat(events(StreamId.pledges(other.partner, Examples.CYCLE)))
                .extracting(DomainEventMessage::getPayload)
                .filteredOn(ProgressRecorded.class::isInstance)
                .allMatch(event -> ((ProgressRecorded) event).late(), "late is of the day it is recorded");
    }

    @Test
    void givenTheSameTwice_whenImported_thenItIsRecordedTwice_andKnownTwice() {
        var twice = of(said(1, make), said(2, make));

        assertThat(wire.send(twice, CHIEF).outcomes()).noneMatch(Outcome::known);
        assertThat(wire.send(twice, CHIEF).outcomes()).hasSize(2).allMatch(Outcome::known);
        assertThat(history()).hasSize(2);
    }

    @Test
    void givenAPledgeWithOtherWords_whenItComesUnderATakenNumber_thenItIsRefused() {
        wire.send(make, CHIEF);
        var other = with(make, "commitment", with(make.commitment(), "title", "Another"));

        var refusal = wire.refused(of(said(1, other)), CHIEF);

        assertThat(refusal.errors()).extracting(Fault::pointer).containsExactly("/statements/0/pledge");
        assertThat(refusal.errors().get(0).message()).contains("pledge 2, not 1");
        assertThat(wire.send(of(said(1, make), said(2, other)), CHIEF).outcomes())
                .extracting(Outcome::known)
                .containsExactly(true, false);
    }

    @Test
    void givenAKeyThatWasUsedForAnotherFile_whenItIsUsedAgain_thenThatIsSaidOfTheStatement() {
        wire.send(of(said(1, make)), by(FIRST_ADMINISTRATOR, "key"));
        var other = with(make, "commitment", with(make.commitment(), "title", "Another"));

        var refusal = wire.refused(of(said(2, other)), by(FIRST_ADMINISTRATOR, "key"));

        assertThat(refusal.errors()).extracting(Fault::pointer).containsExactly("/statements/0");
        assertThat(refusal.errors().get(0).message()).contains("Idempotency-Key");
    }

    @Test
    void givenTheNumberOfStatementsBeforeTheSendersEyes_whenItHasMovedOn_thenNothingIsTaken() {
        wire.send(make, CHIEF);

        for (var stale : List.of(0L, 2L)) {
            assertThat(wire.refused(of(said(2, make)), and(CHIEF, Origin.IF_MATCH, stale))
                            .type())
                    .isEqualTo("version-moved-on");
        }
        assertThat(wire.send(of(said(2, make)), and(CHIEF, Origin.IF_MATCH, 1L)).version())
                .isEqualTo(2);
    }

    @Test
    void givenStatementsOfSomebodyElse_whenTheyAreSmuggledIn_thenNobodyGetsThemThrough() {
        var stranger = Story.next();
        stranger.before(SubmitAssessment.class).forEach(step -> wire.send(step.command(), CHIEF));
        var theirs = with(make, "partner", stranger.partner);

        assertThat(wire.refused(of(said(1, theirs)), by(story.person)).status()).isEqualTo(403);
        assertThat(wire.refused(of(said(1, make), said(1, theirs)), CHIEF).status())
                .isEqualTo(403);
        assertThat(events(StreamId.pledges(stranger.partner, Examples.CYCLE))).isEmpty();
    }

    @Test
    void givenAPartnerOrCycleThatIsNotThere_whenImported_thenItIsUnknown() {
        assertThat(wire.refused(with(year(), "cycle", "1999"), CHIEF).status()).isEqualTo(404);
        assertThat(wire.refused(with(year(), "partner", "nobody"), CHIEF).status())
                .isEqualTo(404);
    }

    @Test
    void givenTenClientsWithOneFile_whenTheySendItAtOnce_thenItIsRecordedOnce() throws Exception {
        var start = new CyclicBarrier(10);
        var threads = Executors.newFixedThreadPool(10);
        try {
            var imports = IntStream.range(0, 10)
                    .<Callable<Long>>mapToObj(n -> () -> {
                        start.await();
                        return wire.send(year(), CHIEF).outcomes().stream()
                                .filter(outcome -> !outcome.known())
                                .count();
                    })
                    .toList();
            var recorded = new ArrayList<Long>();
            for (var done : threads.invokeAll(imports)) {
                recorded.add(done.get());
            }
            assertThat(recorded)
                    .containsOnlyOnce(4L)
                    .filteredOn(count -> count == 0)
                    .hasSize(9);
        } finally {
            threads.shutdownNow();
        }
        assertThat(events()).hasSize(4);
    }

    private ImportStatements year() {
        return of(said(0, submit), said(1, make), said(1, report), said(1, correct));
    }

    private ImportStatements of(Statement... statements) {
        return of(List.of(statements));
    }

    private ImportStatements of(List<Statement> statements) {
        return new ImportStatements(story.partner, Examples.CYCLE, false, statements);
    }

    private static Statement said(int pledge, Command command) {
        return new Statement(pledge, command);
    }

    private static Object reading(String measure) {
        return new Reading(measure, Examples.number("1"));
    }

    private List<Said> history() {
        return History.of(story.partner, Examples.CYCLE, LONDON, streams);
    }

    private List<DomainEventMessage<?>> events() {
        return Stream.of(
                        StreamId.assessment(story.partner, Examples.CYCLE),
                        StreamId.pledges(story.partner, Examples.CYCLE))
                .flatMap(stream -> events(stream).stream())
                .toList();
    }

    private List<DomainEventMessage<?>> events(String stream) {
        return store.readEvents(stream)
                .asStream()
                .<DomainEventMessage<?>>map(event -> event)
                .toList();
    }

    private <C extends Command> C step(Class<C> kind) {
        return kind.cast(story.step(kind).command());
    }
}
