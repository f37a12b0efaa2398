package org.pledgebook.query;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** How far the read models have come in the global order of events. */
@Component
public class ReadModels {

    /** Before every position. */
    static final long NOTHING = -1;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final MongoDatabaseFactory mongo;
    private final Serializer serializer;
    private final EventStore store;

    ReadModels(MongoDatabaseFactory mongo, Serializer serializer, EventStore store) {
        this.mongo = mongo;
        this.serializer = serializer;
        this.store = store;
    }

    /**
     * The position that every document reflects at least, whichever process folds it; -1 when nothing has been folded
     * yet. Documents of an owner whose event could not be folded stand still meanwhile; the health indicator
     * {@code book} tells of them.
     */
    public long position() {
        return BookStorage.positions(mongo.getMongoDatabase(), serializer).min().orElse(NOTHING);
    }

    /**
     * Waits until {@link #position()} is at least {@code position}.
     *
     * @param atMost how long to wait; the calling thread is held for that time
     * @return whether it was reached in time; false too when the thread is interrupted
     */
    public boolean await(long position, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        while (position() < position) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(BETWEEN_LOOKS.toNanos(), Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The position of the newest event in the store, whether folded or not; -1 for an empty book. */
    public long head() {
        return position(store.createHeadToken());
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? NOTHING : token.position().orElse(NOTHING);
    }
}
