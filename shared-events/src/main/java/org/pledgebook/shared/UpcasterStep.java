package org.pledgebook.shared;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one revision of a stored event as the next. What is stored stays as it is: the step works on what was read, on
 * its way to the event's class. Each step is listed in {@link Upcasters}.
 */
public abstract class UpcasterStep extends SingleEventUpcaster {

    private final String event;
    private final int from;

    /**
     * A step from {@code from} to {@code from + 1}.
     *
     * @param event the stored name, {@code pledge-made}
     * @param from the revision that is read; it and its golden file never change, so neither does this
     */
    protected UpcasterStep(String event, int from) {
        this.event = event;
        this.from = from;
    }

    /** Changes the event's JSON, as it was stored, into the next revision's. Pure: it sees nothing else. */
    protected abstract void lift(ObjectNode json);

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation stored) {
        return stored.getType().getName().equals(event)
                && Integer.toString(from).equals(stored.getType().getRevision());
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcastPayload(
                new SimpleSerializedType(event, Integer.toString(from + 1)), ObjectNode.class, json -> {
                    lift(json);
                    return json;
                });
    }
}
