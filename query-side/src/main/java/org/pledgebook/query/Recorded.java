package org.pledgebook.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Stored;

/**
 * An event as it stands in the book.
 *
 * @param position its place in the global order
 * @param recordedAt when the book learnt it, UTC, to the millisecond
 * @param actor the id of the person who entered it
 * @param stream the stream it stands in
 * @param sequence its place in that stream, from 0
 * @param id the event's own id
 */
public record Recorded(
        Event event, long position, Instant recordedAt, String actor, String stream, long sequence, String id) {

    /** The event's stored name, {@code pledge-made}. */
    public String type() {
        return event.getClass().getAnnotation(Stored.class).name();
    }

    /**
     * Reads what is needed off a message.
     *
     * @throws IllegalArgumentException if it is not one of the book's events, has no position, or does not say who
     *     entered it
     */
    public static Recorded of(EventMessage<?> message) {
        if (!(message.getPayload() instanceof Event event)) {
            throw new IllegalArgumentException("This version of Pledgebook does not know events of type "
                    + message.getPayloadType().getName() + ": upgrade it, then the event is folded.");
        }
        if (!(message instanceof TrackedEventMessage<?> tracked)
                || !(message instanceof DomainEventMessage<?> domainEvent)) {
            throw new IllegalArgumentException("The event " + message.getIdentifier() + " is in no stream.");
        }
        var position = tracked.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The event " + message.getIdentifier() + " has no place in the global order."));
        if (!(message.getMetaData().get(Origin.ACTOR) instanceof String actor)) {
            throw new IllegalArgumentException(
                    "The event " + message.getIdentifier() + " does not say who entered it.");
        }
        return new Recorded(
                event,
                position,
                message.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                actor,
                domainEvent.getAggregateIdentifier(),
                domainEvent.getSequenceNumber(),
                message.getIdentifier());
    }
}
