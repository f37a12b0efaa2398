package org.pledgebook.query;

import static java.util.Comparator.comparingLong;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads the copy of the events, by owner and position. Ids are asked for alone, which every store finds quickly. */
final class KeptEvents {

    private final Documents documents;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    KeptEvents(Documents documents, Serializer serializer, EventUpcaster upcasters) {
        this.documents = documents;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** Where the events of these owners are; nothing for an owner without any. */
    List<Register> registers(Collection<String> owners) {
        return documents.find(Register.class, owners);
    }

    /** Where the events are of all owners whose register holds this, by owner. */
    List<Register> registers(String field, String value) {
        return documents.list(Register.class, Selection.ALL.with(field, value), Documents.UNLIMITED);
    }

    /**
     * The events at these positions, by position.
     *
     * @throws PastUnreadable if the copy lacks one
     */
    List<Recorded> at(Collection<Long> positions) {
        var events = documents
                .find(KeptEvent.class, positions.stream().map(Entry::padded).toList())
                .stream()
                .sorted(comparingLong(KeptEvent::position))
                .toList();
        if (events.size() != positions.size()) {
            throw new PastUnreadable(
                    "The copy of the events holds %d of %d that were asked for, between positions %d and %d."
                            .formatted(
                                    events.size(),
                                    positions.size(),
                                    positions.stream()
                                            .mapToLong(position -> position)
                                            .min()
                                            .orElseThrow(),
                                    positions.stream()
                                            .mapToLong(position -> position)
                                            .max()
                                            .orElseThrow()));
        }
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        events.stream().map(KeptEvents::stored), serializer, upcasters)
                .<Recorded>map(Recorded::of)
                .toList();
    }

    private static TrackedEventData<String> stored(KeptEvent event) {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(event.position()),
                new GenericDomainEventEntry<>(
                        Owner.kind(event.stream()),
                        event.stream(),
                        event.sequence(),
                        event.event(),
                        event.recordedAt(),
                        event.type(),
                        event.revision(),
                        event.payload(),
                        event.metaData()));
    }
}
