package org.pledgebook.query;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
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

    Past(
            MongoDocuments kept,
            Serializer serializer,
            EventUpcaster upcasters,
            PastSettings settings,
            ReadModels readModels,
            DeadLetters letters) {
        this.states = new OwnerStates(new KeptEvents(kept, serializer, upcasters), settings.states());
        this.readModels = readModels;
        this.letters = letters;
    }

    /**
     * The queries as of a moment. Waits up to five seconds until the copy of the events has come that far.
     *
     * @throws PastUnreadable if it has not by then, or an event up to that moment waits because it could not be folded
     */
    public Queries at(Moment moment) {
        return Queries.on(documents(moment.position()), Clock.fixed(moment.instant(), ZoneOffset.UTC));
    }

    private Documents documents(long position) {
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
        return new FoldedDocuments(states, position, reached);
    }
}
