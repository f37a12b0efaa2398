package org.pledgebook.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.Upcasters;

/** Events in memory as their bytes, decoded whenever they are read, as from any store that lasts. */
final class SerializedEvents extends AbstractEventStorageEngine {

    private static final int BLOCK = 8;

    private final List<GenericDomainEventEntry<byte[]>> events;

    SerializedEvents() {
        this(new Builder(BookSerializer.create()), Collections.synchronizedList(new ArrayList<>()));
    }

    private SerializedEvents(Builder builder, List<GenericDomainEventEntry<byte[]>> events) {
        super(builder);
        this.events = events;
    }

    /** The same events, as they are stored. */
    StoredEvents asStored() {
        var serializer = BookSerializer.asStored();
        var reading = new SerializedEvents(new Builder(serializer), events);
        return new StoredEvents(token -> reading.readEvents(token, false), serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> more, Serializer serializer) {
        for (var message : more) {
            var event = (DomainEventMessage<?>) message;
            var payload = event.serializePayload(serializer, byte[].class);
            events.add(new GenericDomainEventEntry<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getIdentifier(),
                    event.getTimestamp(),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    payload.getData(),
                    event.serializeMetaData(serializer, byte[].class).getData()));
        }
    }

    /** Adds an event that this version could not write. */
    void appendStored(String type, String revision, byte[] payload) {
        events.add(new GenericDomainEventEntry<>(
                "Partner",
                "partner:unknown",
                0,
                "e-unknown",
                Instant.EPOCH,
                type,
                revision,
                payload,
                "{}".getBytes(UTF_8)));
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        var next = token == null ? 0 : Math.toIntExact(token.position().orElse(-1) + 1);
        return IntStream.range(next, events.size())
                .mapToObj(i -> new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(i), events.get(i)));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long first) {
        return List.copyOf(events).stream()
                .filter(event -> event.getAggregateIdentifier().equals(stream) && event.getSequenceNumber() >= first);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(events.size() - 1L);
    }

    /** Looks in blocks, as Axon Server does, so it is a little off where time stamps do not rise. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        var block = (events.size() - 1) / BLOCK;
        while (block > 0 && events.get(block * BLOCK).getTimestamp().isAfter(instant)) {
            block--;
        }
        for (var i = block * BLOCK; i < events.size(); i++) {
            if (!events.get(i).getTimestamp().isBefore(instant)) {
                return i == 0 ? null : new GlobalSequenceTrackingToken(i - 1L);
            }
        }
        return createHeadToken();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("streams are short");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return Stream.empty();
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {

        Builder(Serializer serializer) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(Upcasters.chain());
        }
    }
}
