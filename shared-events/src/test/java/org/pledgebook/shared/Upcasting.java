package org.pledgebook.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;

/** Reads stored bytes as Axon's event stores do. */
final class Upcasting {

    private static final BookSerializer SERIALIZER = BookSerializer.create();

    private Upcasting() {}

    /** The event that was stored under this name and revision, as it comes out of a store. */
    static Event read(String event, String revision, String json) {
        var stored = new GenericDomainEventEntry<>(
                "type",
                "stream",
                0,
                "id",
                Instant.EPOCH.toString(),
                event,
                revision,
                json.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
        var read = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), SERIALIZER, Upcasters.chain());
        return (Event) read.next().getPayload();
    }
}
