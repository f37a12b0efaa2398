package org.pledgebook.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import tools.jackson.databind.JsonNode;

/** Reads stored bytes as Axon's event stores do. */
final class Upcasting {

    private static final BookSerializer SERIALIZER = BookSerializer.create();

    private Upcasting() {}

    /** The event that was stored under this name and revision, as it comes out of a store. */
    static Event read(String event, String revision, String json) {
        var stored = Stream.of(stored(event, revision, json));
        var read = EventStreamUtils.upcastAndDeserializeDomainEvents(stored, SERIALIZER, Upcasters.chain());
        return (Event) read.next().getPayload();
    }

    /** Its JSON as it reaches the event's class. */
    static JsonNode lifted(String event, String revision, String json) {
        var stored = new InitialEventRepresentation(stored(event, revision, json), SERIALIZER);
        return Upcasters.chain()
                .upcast(Stream.of(stored))
                .findFirst()
                .orElseThrow()
                .getData(JsonNode.class)
                .getData();
    }

    private static GenericDomainEventEntry<byte[]> stored(String event, String revision, String json) {
        return new GenericDomainEventEntry<>(
                "type",
                "stream",
                0,
                "id",
                Instant.EPOCH.toString(),
                event,
                revision,
                json.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }
}
