package org.pledgebook.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;

/**
 * A stream that decides. Its state is the fold of its own events, and so is its memory of the requests it has answered:
 * a resend gets its first answer again, also after a crash, and appends nothing.
 */
public abstract class Decider {

    // Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String stream;

    private final Map<Request, Answer> answers = new HashMap<>();
    private @Nullable Receipt latest;

    /** Takes one event into the state, pure, and says which thing it was about and which version that thing has now. */
    protected abstract Receipt evolve(Event event);

    /**
     * Answers one command: a resend as the first time; else, when {@code thing} is at the version the sender saw, with
     * the one event that {@code rules} come to.
     *
     * @param version the version of the thing the command is about, 0 when there is none yet
     * @param rules throws a {@link Refusal} where a rule says no
     */
    protected Receipt decide(MetaData origin, long version, Supplier<? extends Event> rules) {
        var request = Request.of(origin);
        var answer = request == null ? null : answers.get(request);
        if (answer != null) {
            return answer.again(digest(origin));
        }
        checkVersion(origin, version);
        AggregateLifecycle.apply(rules.get());
        return Objects.requireNonNull(latest);
    }

    @EventSourcingHandler
    void on(Event event, MetaData origin) {
        stream = event.stream();
        latest = evolve(event);
        var request = Request.of(origin);
        if (request != null) {
            answers.put(request, new Answer(digest(origin), latest));
        }
    }

    private static void checkVersion(MetaData origin, long version) {
        if (origin.get(Origin.IF_MATCH) instanceof Number seen && seen.longValue() != version) {
            throw new Refusal(
                            "version-moved-on",
                            412,
                            "Somebody else was here in the meantime",
                            "You wrote this with version %d before your eyes, and it is at version %d now. Look at it again, then send it with the new version."
                                    .formatted(seen.longValue(), version),
                            List.of())
                    .asException();
        }
    }

    private static String digest(MetaData origin) {
        return String.valueOf(origin.get(Origin.DIGEST));
    }

    /** Who sent it under which key: one person's key means nothing in another's hand. */
    private record Request(String actor, String key) {

        static @Nullable Request of(MetaData origin) {
            return origin.get(Origin.ACTOR) instanceof String actor
                            && origin.get(Origin.IDEMPOTENCY_KEY) instanceof String key
                    ? new Request(actor, key)
                    : null;
        }
    }

    private record Answer(String digest, Receipt receipt) {

        Receipt again(String digest) {
            if (!this.digest.equals(digest)) {
                throw new Refusal(
                                "idempotency-key-reused",
                                422,
                                "This Idempotency-Key was used for something else",
                                "You sent this Idempotency-Key before, with another body. Send what is new under a key of its own.",
                                List.of())
                        .asException();
            }
            return receipt;
        }
    }
}
