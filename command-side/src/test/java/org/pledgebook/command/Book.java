package org.pledgebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;

/**
 * The book at an instant, with what is recorded so far, and one aggregate to ask. The events of the stream that a
 * command is for are the aggregate's own, under Axon's fixture; what its rules need from other streams they read from a
 * real store.
 */
public final class Book {

    /** A morning in the second quarter of 2023, when the first is not yet overdue. */
    public static final Instant SPRING = Instant.parse("2023-04-12T09:00:00Z");

    private final Class<?> aggregate;
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final List<DomainEventMessage<Event>> recorded = new ArrayList<>();
    private Instant now = SPRING;

    private Book(Class<?> aggregate) {
        this.aggregate = aggregate;
    }

    /** An empty book, in the spring of 2023. */
    public static Book of(Class<?> aggregate) {
        return new Book(aggregate);
    }

    /** At an instant, in UTC. */
    public Book at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** With these events besides, each in its own stream. */
    public Book given(Event... events) {
        return given(Map.of(), events);
    }

    /** With these events besides, of this origin. */
    public Book given(Map<String, ?> origin, Event... events) {
        for (var event : events) {
            var stream = event.stream();
            var message = new GenericDomainEventMessage<>(
                    stream.substring(0, stream.indexOf(':')),
                    stream,
                    own(stream).size(),
                    event,
                    MetaData.from(origin));
            recorded.add(message);
            store.publish(message);
        }
        return this;
    }

    /** Asks, as nobody in particular. */
    public Outcome when(Command command) {
        return when(command, Map.of());
    }

    /** Asks, as this person. */
    public Outcome when(Command command, String actor) {
        return when(command, Map.of(Origin.ACTOR, actor));
    }

    /** Asks with this origin. */
    public Outcome when(Command command, Map<String, ?> origin) {
        var clock = GenericEventMessage.clock;
        try {
            var fixture = new AggregateTestFixture<>(aggregate);
            fixture.registerInjectableResource(new Streams(store));
            fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
            var own = own(command.stream());
            var given = own.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(own);
            return new Outcome(given.when(command, origin), store);
        } finally {
            // The fixture stops the clock of all events for good.
            GenericEventMessage.clock = clock;
        }
    }

    private List<DomainEventMessage<Event>> own(String stream) {
        return recorded.stream()
                .filter(event -> event.getAggregateIdentifier().equals(stream))
                .toList();
    }

    /** What came of it. */
    public record Outcome(ResultValidator<?> result, EventStore store) {

        /** Exactly this event was appended, in the stream it says. */
        public Outcome then(Event event) {
            result.expectSuccessfulHandlerExecution().expectEvents(event);
            return this;
        }

        /** In its own stream, which is another than the command's, this event was appended as the so-manieth. */
        public Outcome alsoAppended(Event event, long version) {
            var last = store.readEvents(event.stream()).asStream().reduce((first, second) -> second);
            assertThat(last).get().satisfies(message -> {
                assertThat(message.getPayload()).isEqualTo(event);
                assertThat(message.getSequenceNumber()).isEqualTo(version - 1);
                assertThat(message.getType() + ":")
                        .isEqualTo(event.stream().substring(0, event.stream().indexOf(':') + 1));
            });
            return this;
        }

        /** It was answered with this id and version. */
        public Outcome answers(String id, long version) {
            result.expectSuccessfulHandlerExecution().expectResultMessagePayload(new Receipt(id, version));
            return this;
        }

        /** Nothing was appended. */
        public Outcome appendsNothing() {
            result.expectNoEvents();
            return this;
        }

        /** A rule said no, by this name, with this status and about exactly these fields; nothing was appended. */
        public Refusal refused(String type, int status, String... pointers) {
            result.expectNoEvents();
            var details = new AtomicReference<Object>();
            result.expectExceptionDetails(new CustomMatcher<>("a refusal") {
                @Override
                public boolean matches(Object actual) {
                    details.set(actual);
                    return actual instanceof Refusal;
                }
            });
            var refusal = Objects.requireNonNull((Refusal) details.get());
            assertThat(refusal.type()).as("%s", refusal).isEqualTo(type);
            assertThat(refusal.status()).as("%s", refusal).isEqualTo(status);
            assertThat(refusal.errors())
                    .as("%s", refusal)
                    .extracting(Fault::pointer)
                    .containsExactly(pointers);
            assertThat(refusal.title()).isNotBlank().doesNotEndWith(".");
            assertThat(refusal.detail()).endsWith(".").doesNotContain("%s", "%d", "null");
            assertThat(refusal.errors()).extracting(Fault::message).allMatch(message -> message.endsWith("."));
            return refusal;
        }
    }
}
