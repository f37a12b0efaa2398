package org.pledgebook.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Reads one short stream and folds it, without a lock and never from a read model: how a rule learns what it needs from
 * a stream other than its own. What it answers is exact at the moment of reading. Where it must stay so until the
 * decision is stored, an event {@linkplain #append is appended} to that stream as well.
 */
public final class Streams {

    private final EventStore store;

    /** Reads from {@code store}; inside a unit of work, whatever that unit of work sees. */
    public Streams(EventStore store) {
        this.store = store;
    }

    /**
     * Folds all events of a stream in their order.
     *
     * @param stream as {@link StreamId} spells it; a stream without events answers {@code start}
     * @param start the state before the first event
     * @param fold pure: the state after one more event
     */
    public <S> S fold(String stream, S start, BiFunction<S, Event, S> fold) {
        var state = start;
        var events = store.readEvents(stream);
        while (events.hasNext()) {
            state = fold.apply(state, (Event) events.next().getPayload());
        }
        return state;
    }

    /**
     * Appends an event to another stream than the one that decides, stored in one transaction with what that one
     * decides: all of it, or nothing where somebody else wrote to either in the meantime.
     *
     * @param version how many events the stream had when it was read
     */
    public void append(Event event, long version) {
        var stream = event.stream();
        store.publish(
                new GenericDomainEventMessage<>(stream.substring(0, stream.indexOf(':')), stream, version, event));
    }

    /** All events of a stream in their order; none where there is no such stream. */
    public List<Kept> read(String stream) {
        return store.readEvents(stream)
                .asStream()
                .map(message -> new Kept(
                        (Event) message.getPayload(), message.getTimestamp().truncatedTo(ChronoUnit.MILLIS)))
                .toList();
    }

    /**
     * An event as it is kept.
     *
     * @param recordedAt when the book learnt it, UTC, in milliseconds
     */
    public record Kept(Event event, Instant recordedAt) {}
}
