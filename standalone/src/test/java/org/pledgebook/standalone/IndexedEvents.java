package org.pledgebook.standalone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Events in memory as their bytes, each stream found at once however many there are. */
final class IndexedEvents extends AbstractEventStorageEngine {

    private final List<GenericDomainEventEntry<byte[]>> events = new ArrayList<>();
    private final Map<String, List<GenericDomainEventEntry<byte[]>>> streams = new HashMap<>();

    IndexedEvents(Serializer serializer) {
        super(new Builder(serializer));
    }

    synchronized int size() {
        return events.size();
    }

    synchronized GenericDomainEventEntry<byte[]> get(int position) {
        return events.get(position);
    }

    @Override
    protected synchronized void appendEvents(List<? extends EventMessage<?>> more, Serializer serializer) {
        for (var message : more) {
            var event = (DomainEventMessage<?>) message;
            var payload = event.serializePayload(serializer, byte[].class);
            var entry = new GenericDomainEventEntry<>(
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getIdentifier(),
                    event.getTimestamp(),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    payload.getData(),
                    event.serializeMetaData(serializer, byte[].class).getData());
            events.add(entry);
            streams.computeIfAbsent(entry.getAggregateIdentifier(), stream -> new ArrayList<>())
                    .add(entry);
        }
    }

    @Override
    protected synchronized Stream<? extends TrackedEventData<?>> readEventData(
            @Nullable TrackingToken token, boolean mayBlock) {
        var next = token == null ? 0 : Math.toIntExact(token.position().orElse(-1) + 1);
        return IntStream.range(next, events.size())
                .mapToObj(i -> new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(i), get(i)));
    }

    @Override
    protected synchronized Stream<? extends DomainEventData<?>> readEventData(String stream, long first) {
        var entries = streams.getOrDefault(stream, List.of());
        return List.copyOf(entries.subList((int) Math.min(first, entries.size()), entries.size())).stream();
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(size() - 1L);
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
        }
    }
}
