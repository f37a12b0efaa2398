package org.pledgebook.query;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Makes all read models again from the events in the store, beside those that are in use and while they are, and compares
 * the two document by document; with them the copy of the events that the past is folded from, the log, and on the way,
 * at some instants, what is answered of the past. It holds no more in memory for a long history than for a short one.
 */
@Component
public class Drill {

    private static final String SHADOW = "drill-";
    private static final Pattern SHADOWS = Pattern.compile(SHADOW + "([0-9]{1,18})-.*");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LOOKS_WITHOUT_PROGRESS = 12;

    private final MongoOperations mongo;
    private final MongoDocuments kept;
    private final EventStore store;
    private final StoredEvents stored;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final ReadModels readModels;
    private final ProofLog log;
    private final Past past;
    private final Moments moments;

    Drill(
            MongoOperations mongo,
            MongoDocuments kept,
            EventStore store,
            StoredEvents stored,
            Serializer serializer,
            EventUpcaster upcasters,
            ReadModels readModels,
            ProofLog log,
            Past past,
            Moments moments) {
        this.mongo = mongo;
        this.kept = kept;
        this.store = store;
        this.stored = stored;
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.readModels = readModels;
        this.log = log;
        this.past = past;
        this.moments = moments;
    }

    /** What a drill does, in this order. */
    public enum Phase {
        /** Folds events into read models of its own. */
        REPLAYING,
        /** Compares the leaves of the log with the events. */
        PROVING,
        /** Compares documents. */
        COMPARING
    }

    /** Is told how far a drill is. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * @param done events, leaves or documents of this phase
         * @param of how many of them there are, as far as is known by now
         */
        void at(Phase phase, long done, long of);
    }

    /**
     * Goes through with it, and leaves nothing behind. Takes about as long as making the read models does.
     *
     * @param number whose collections it works in; no other that runs has it
     * @throws DrillFailed if an event cannot be folded, or what is in use does not come as far as the store
     * @throws CancellationException if the thread is interrupted
     */
    public Findings run(long number, Watcher watcher) {
        var prefix = SHADOW + number + "-";
        Watcher careful = (phase, done, of) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            watcher.at(phase, done, of);
        };
        try {
            var shadow = new Shadow(mongo, prefix, store, serializer, upcasters);
            var found = new Found(shadow);
            var head = readModels.head();
            var sampled = new SampledPast(past, moments, shadow, found, this::await, head);
            shadow.foldUpTo(head, sampled, careful);
            await(shadow.position());
            sampled.end();
            var leaves = new Leaves(kept, log, stored, found);
            leaves.compare(shadow.events(), shadow.position(), careful);
            var position = shadow.position();
            var twins = new Twins(mongo, shadow, readModels, found, this::await);
            var collections = twins.compare(careful);
            return new Findings(
                    position,
                    shadow.position(),
                    shadow.events(),
                    twins.documents(),
                    twins.copies(),
                    leaves.count(),
                    leaves.root(),
                    sampled.moments(),
                    collections,
                    twins.unsettled(),
                    found.count(),
                    found.first());
        } catch (RuntimeException e) {
            throw Thread.currentThread().isInterrupted() ? cancelled(e) : e;
        } finally {
            drop(prefix);
        }
    }

    private static CancellationException cancelled(RuntimeException cause) {
        var cancelled = new CancellationException("The drill was interrupted.");
        cancelled.initCause(cause);
        return cancelled;
    }

    /** Drops what drills up to a number have left behind that were killed. */
    public void clear(long upTo) {
        mongo.getCollectionNames().stream()
                .filter(name -> {
                    var shadow = SHADOWS.matcher(name);
                    return shadow.matches() && Long.parseLong(shadow.group(1)) <= upTo;
                })
                .forEach(mongo::dropCollection);
    }

    private void drop(String prefix) {
        var interrupted = Thread.interrupted();
        mongo.getCollectionNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(mongo::dropCollection);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is in use, as long as it comes nearer. */
    private void await(long position) {
        var at = readModels.position();
        var without = 0;
        while (!readModels.await(position, BETWEEN_LOOKS)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            without = readModels.position() == at ? without + 1 : 0;
            at = readModels.position();
            if (without == LOOKS_WITHOUT_PROGRESS) {
                throw new DrillFailed(
                        "The read models in use stand still at position %d, and the store is at %d: look into the health of the service first."
                                .formatted(at, position),
                        null);
            }
        }
    }
}
