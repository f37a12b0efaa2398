package org.pledgebook.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * The copy of one event as it is stored, from which the past is folded.
 *
 * @param id the position, padded with zeros so that events sort
 * @param event the event's own id
 * @param type its stored name, {@code pledge-made}
 * @param revision the revision of its shape
 * @param payload what it says, as JSON
 * @param metaData who entered it in which request, as JSON
 */
@Document("events")
record KeptEvent(
        @MongoId String id,
        long position,
        String stream,
        long sequence,
        String event,
        String type,
        @Nullable String revision,
        Instant recordedAt,
        String payload,
        String metaData)
        implements Entry {

    /** The copy of an event; {@code recorded} is what was read off the message. */
    static KeptEvent of(Recorded recorded, EventMessage<?> message, Serializer serializer) {
        var payload = message.serializePayload(serializer, String.class);
        return new KeptEvent(
                Entry.padded(recorded.position()),
                recorded.position(),
                recorded.stream(),
                recorded.sequence(),
                recorded.id(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                message.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                payload.getData(),
                message.serializeMetaData(serializer, String.class).getData());
    }

    @Override
    public String owner() {
        return Owner.of(stream);
    }
}
