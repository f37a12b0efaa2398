package org.pledgebook.query;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.HistoryQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Answers what the book said at a moment of the past: the same queries, on documents that the same folds make of the
 * events up to then.
 */
@Component
@EnableConfigurationProperties(PastSettings.class)
public class Past {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OwnerStates states;
    private final ReadModels readModels;
    private final DeadLetters letters;

    /** Up to here every event is in the copy, and none waits. */
    private volatile long whole = ReadModels.NOTHING;

    @Autowired
    Past(
            MongoDocuments kept,
            Serializer serializer,
            EventUpcaster upcasters,
            PastSettings settings,
            ReadModels readModels,
            DeadLetters letters) {
        this(new OwnerStates(new KeptEvents(kept, serializer, upcasters), settings.states()), readModels, letters);
    }

    Past(OwnerStates states, ReadModels readModels, DeadLetters letters) {
        this.states = states;
        this.readModels = readModels;
        this.letters = letters;
    }

    /**
     * The queries as of a moment. Waits up to five seconds until the copy of the events has come that far.
     *
     * @throws PastUnreadable if it has not by then, or an event up to that moment waits because it could not be folded
     */
    public Queries at(Moment moment) {
        return queries(new FoldedDocuments(states, moment.position(), reached(moment.position())), moment);
    }

    private Queries queries(Documents documents, Moment moment) {
        return Queries.on(
                documents, Clock.fixed(moment.instant(), ZoneOffset.UTC), new HistoryQueries(this, () -> moment));
    }

    /**
     * A board and its partners, as owners of what was recorded by then.
     *
     * @throws PastUnreadable as {@link #at} does
     */
    public List<String> owners(String board, Moment moment) {
        return states.owners("board", board, moment.position(), reached(moment.position()));
    }

    /**
     * Goes through an owner's events in their order, as long as {@code look} says to go on.
     *
     * @param after the position after which to begin
     * @throws PastUnreadable as {@link #at} does
     */
    public void walk(String owner, long after, Moment upTo, Predicate<Happened> look) {
        var reached = reached(upTo.position());
        states.walk(owner, after, upTo.position(), reached, (recorded, changes, documents) -> {
            var told = changes.stream()
                    .filter(AuditEntry.class::isInstance)
                    .map(AuditEntry.class::cast)
                    .findFirst()
                    .orElseThrow();
            var changed = changes.stream()
                    .filter(change -> !(change instanceof Entry))
                    .map(Key::of)
                    .toList();
            var just = new FoldedDocuments(states, recorded.position(), reached, owner, documents);
            return look.test(
                    new Happened(told, changed, queries(just, new Moment(recorded.position(), recorded.recordedAt()))));
        });
    }

    /**
     * What the copy of the events reflects, which is at least {@code position}. What was whole once is whole for ever, so
     * it is looked for only beyond that.
     */
    private long reached(long position) {
        if (position <= whole) {
            return whole;
        }
        var reached = readModels.position();
        if (reached < position) {
            if (!readModels.await(position, PATIENCE)) {
                throw new PastUnreadable("What is read has not come as far as position %d yet, after %d seconds."
                        .formatted(position, PATIENCE.toSeconds()));
            }
            reached = position;
        }
        var waiting = letters.first();
        if (waiting.isPresent() && waiting.getAsLong() <= position) {
            throw new PastUnreadable("The event at position %d could not be read yet, so nobody can say what it led to."
                    .formatted(waiting.getAsLong()));
        }
        whole = waiting.isPresent() ? Math.min(reached, waiting.getAsLong() - 1) : reached;
        return whole;
    }
}
