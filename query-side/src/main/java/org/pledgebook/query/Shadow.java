package org.pledgebook.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Drill.Phase;
import org.pledgebook.query.Drill.Watcher;
import org.springframework.data.mongodb.core.MongoOperations;

/** The read models made again from the events in the store, in collections of their own, as far as one wants. */
final class Shadow {

    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventStore store;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final MongoDocuments documents;
    private final List<Read> unwritten = new ArrayList<>();

    private @Nullable TrackingToken token;
    private long position = ReadModels.NOTHING;
    private long events;

    Shadow(MongoOperations mongo, String prefix, EventStore store, Serializer serializer, EventUpcaster upcasters) {
        this.store = store;
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.documents = new MongoDocuments(mongo, prefix);
        MongoMapping.CHANGING.forEach(kind -> MongoMapping.indexStates(mongo, documents.collection(kind)));
    }

    /** Looks at the events as they are folded. */
    interface Look {

        /** Whether to be called before this event is folded. */
        boolean isDue(Recorded next);

        /** Everything before that event is in the documents. */
        void due();

        /** An event was taken. */
        void taken(Recorded recorded);

        /** Looks at nothing. */
        Look AT_NOTHING = new Look() {
            @Override
            public boolean isDue(Recorded next) {
                return false;
            }

            @Override
            public void due() {}

            @Override
            public void taken(Recorded recorded) {}
        };
    }

    private record Read(Recorded recorded, KeptEvent copy, TrackingToken token) {}

    /** Folds on up to a position that the store has. */
    void foldUpTo(long last, Look look, Watcher watcher) {
        try (var stream = store.openStream(token)) {
            var since = System.nanoTime();
            var at = position;
            while (at < last) {
                if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    at = take(stream.nextAvailable(), look);
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw new DrillFailed(
                            "The event store gives no more after position %d, and there should be %d."
                                    .formatted(at, last),
                            null);
                }
                if (unwritten.size() == BATCH) {
                    write();
                    watcher.at(Phase.REPLAYING, events, events + Math.max(0, last - position));
                }
            }
            write();
            watcher.at(Phase.REPLAYING, events, events + Math.max(0, last - position));
        } catch (SerializationException unknown) {
            throw new DrillFailed(
                    "The events after position %d cannot be read: %s".formatted(position, unknown.getMessage()),
                    unknown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private long take(TrackedEventMessage<?> message, Look look) {
        var recorded = recorded(message);
        if (look.isDue(recorded)) {
            write();
            look.due();
        }
        look.taken(recorded);
        unwritten.add(new Read(recorded, KeptEvent.of(recorded, message, serializer), message.trackingToken()));
        return recorded.position();
    }

    private static Recorded recorded(TrackedEventMessage<?> message) {
        try {
            return Recorded.of(message);
        } catch (RuntimeException unknown) {
            throw new DrillFailed(
                    "The event %s cannot be read: %s".formatted(message.getIdentifier(), unknown.getMessage()),
                    unknown);
        }
    }

    private void write() {
        var batch = new Batch(documents);
        batch.read(unwritten.stream().map(read -> read.recorded.event()));
        for (var read : unwritten) {
            fold(batch, read);
            token = read.token;
            position = read.recorded.position();
            events++;
        }
        batch.flush();
        unwritten.clear();
    }

    private static void fold(Batch batch, Read read) {
        try {
            batch.fold(read.recorded, read.copy);
        } catch (RuntimeException broken) {
            throw new DrillFailed(
                    "The event %s at position %d cannot be folded: %s"
                            .formatted(read.recorded.id(), read.recorded.position(), broken.getMessage()),
                    broken);
        }
    }

    /** Of the last event that the documents reflect. */
    long position() {
        return position;
    }

    /** How many events they reflect. */
    long events() {
        return events;
    }

    MongoDocuments documents() {
        return documents;
    }

    /** Their copy of the events. */
    KeptEvents copy() {
        return new KeptEvents(documents, serializer, upcasters);
    }
}
