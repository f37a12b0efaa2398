package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.exchange.History;
import org.pledgebook.shared.exchange.Said;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.RecordProgress;

/** That every statement a partner has made can be said again, in an order that follows from what was said. */
class SaidAgainTest {

    private static final String PARTNER = "healthwatch-islington";
    private static final String CYCLE = "2023";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** What others have said of a partner's pledges, which is not the partner's to say again. */
    private static final Set<Class<? extends Event>> OF_OTHERS = Set.of(QuestionAsked.class, QuestionAnswered.class);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    private final List<String> streams = new ArrayList<>();

    static Stream<Event> statements() {
        return Examples.EVENTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(event -> event instanceof PledgeEvent || event instanceof AssessmentEvent);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void givenAStatement_whenItIsSaidAgain_thenACommandOfItsStreamSaysIt(Event event) {
        record(made(event instanceof PledgeEvent about ? about.number() : 1), "2023-01-02T12:00:00Z");
        record(event, "2023-07-01T12:00:00Z");

        var said = history(event).stream()
                .filter(one -> one.on().isAfter(LocalDate.parse("2023-01-02")))
                .toList();

        if (OF_OTHERS.contains(event.getClass())) {
            assertThat(said).isEmpty();
            return;
        }
        assertThat(said).hasSize(1);
        assertThat(said.get(0).statement().command().stream()).isEqualTo(event.stream());
        assertThat(said.get(0).statement().command().statementOf()).isEqualTo(PARTNER);
        var number = event instanceof PledgeEvent about ? about.number() : 0;
        assertThat(said.get(0).statement().pledge()).isEqualTo(number);
        assertThat(said.get(0).is(said.get(0).asSent())).isTrue();
        assertThat(said.get(0).is(said.get(0).statement())).isTrue();
    }

    @Test
    void givenNoDayWasSaid_whenItIsSaidAgain_thenItIsTheDayOfTheRecordWhereTheBoardIs() {
        record(example("pledge-made-1-minimal"), "2023-06-30T23:30:00Z");

        var said = history().get(0);

        assertThat(said.on()).isEqualTo(LocalDate.parse("2023-07-01"));
        assertThat(((MakePledge) said.statement().command()).saidOn()).isEqualTo(said.on());
        assertThat(((MakePledge) said.asSent().command()).saidOn()).isNull();
    }

    @Test
    void givenAReportWhereThereAreNoPeriods_whenItIsSaidAgain_thenItNamesNone() {
        record(example("progress-recorded-1-minimal"), "2023-07-12T12:00:00Z");

        assertThat(((RecordProgress) history().get(0).statement().command()).period())
                .isNull();
    }

    @Test
    void givenPledgesAndAssessments_whenTheyAreSaidAgain_thenEachKeepsItsOrderAndTheDaysDecideBetweenThem() {
        var made = (PledgeMade) example("pledge-made-1-minimal");
        var report = (ProgressRecorded) example("progress-recorded-1-minimal");
        record(made, "2023-01-10T12:00:00Z");
        record(example("assessment-submitted-1-minimal"), "2023-01-10T13:00:00Z");
        // Recorded later and said earlier: it still stands behind the pledge it is about.
        record(
                new ProgressRecorded(
                        report.board(),
                        report.partner(),
                        report.cycle(),
                        report.number(),
                        "2023-01-01",
                        null,
                        false,
                        report.report(),
                        LocalDate.parse("2023-01-01")),
                "2023-03-01T12:00:00Z");
        record(example("assessment-resubmitted-1-minimal"), "2023-01-05T12:00:00Z");

        assertThat(history().stream()
                        .<Class<?>>map(said -> said.statement().command().getClass()))
                .containsExactly(
                        SubmitAssessment.class, SubmitAssessment.class, MakePledge.class, RecordProgress.class);
    }

    private static Event example(String name) {
        return Objects.requireNonNull(Examples.EVENTS.get(name));
    }

    private static PledgeMade made(int number) {
        var one = (PledgeMade) example("pledge-made-1-minimal");
        return new PledgeMade(one.board(), one.partner(), one.cycle(), number, one.commitment(), null);
    }

    private List<Said> history(Event event) {
        var cycle = event instanceof PledgeEvent about ? about.cycle() : CYCLE;
        return History.of(PARTNER, cycle, LONDON, new Streams(store));
    }

    private List<Said> history() {
        return History.of(PARTNER, CYCLE, LONDON, new Streams(store));
    }

    private void record(Event event, String at) {
        var sequence = streams.stream().filter(event.stream()::equals).count();
        streams.add(event.stream());
        store.publish(new GenericDomainEventMessage<>(
                event.stream().substring(0, event.stream().indexOf(':')),
                event.stream(),
                sequence,
                new GenericMessage<>(event, MetaData.emptyInstance()),
                Instant.parse(at)));
    }
}
