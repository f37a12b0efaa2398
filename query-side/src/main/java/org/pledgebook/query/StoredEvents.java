package org.pledgebook.query;

import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.CanonicalJson;
import org.pledgebook.query.audit.StoredEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events in their global order exactly as they are stored: under their stored revision, before any upcaster, and
 * also those of types that this version does not know.
 */
public final class StoredEvents {

    private static final JsonMapper METADATA = JsonMapper.shared();

    private final Function<@Nullable TrackingToken, Stream<? extends TrackedEventMessage<?>>> store;
    private final Serializer serializer;

    /**
     * Reads from a store without upcasters.
     *
     * @param store everything after a token, or from the beginning for null, that is there when it is asked; ends there
     * @param serializer what the store reads with, {@link org.pledgebook.shared.BookSerializer#asStored()}
     */
    public StoredEvents(
            Function<@Nullable TrackingToken, Stream<? extends TrackedEventMessage<?>>> store, Serializer serializer) {
        this.store = store;
        this.serializer = serializer;
    }

    /** All events there are, from the first; to be closed. */
    public Stream<StoredEvent> all() {
        return after(null).map(Placed::event);
    }

    /** The events after a token, or from the beginning for null; to be closed. */
    Stream<Placed> after(@Nullable TrackingToken token) {
        return store.apply(token).map(this::placed);
    }

    private Placed placed(TrackedEventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalStateException("The event " + message.getIdentifier() + " is in no stream.");
        }
        var payload = message.serializePayload(serializer, byte[].class);
        var type = payload.getType();
        return new Placed(
                new StoredEvent(
                        type.getName(),
                        type.getRevision() == null ? "" : type.getRevision(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        message.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                        message.getIdentifier(),
                        CanonicalJson.read(payload.getData()),
                        METADATA.valueToTree(message.getMetaData())),
                message.trackingToken());
    }

    /**
     * An event and where the store has it.
     *
     * @param token with which reading goes on after it
     */
    record Placed(StoredEvent event, TrackingToken token) {

        long position() {
            return token.position()
                    .orElseThrow(() -> new IllegalStateException(
                            "The event " + event.id() + " has no place in the global order."));
        }
    }
}
