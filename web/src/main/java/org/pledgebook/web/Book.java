package org.pledgebook.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.ReadModels;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Imported;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where commands leave the edge and what comes back becomes an answer: the one place that knows how refusals, races and
 * failures look in every run mode.
 */
@Component
public final class Book {

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    /** Longer than any command takes that will still be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long a page waits for what it has just sent. */
    private static final Duration TO_BE_SHOWN = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    /** How Axon Server says that an event of that number is in the stream already. */
    private static final String SEQUENCE_TAKEN = "AXONIQ-2000";

    private final CommandGateway gateway;
    private final Validity validity;
    private final ReadModels readModels;

    Book(CommandGateway gateway, Validity validity, ReadModels readModels) {
        this.gateway = gateway;
        this.validity = validity;
        this.readModels = readModels;
    }

    /** Sends a command that makes something, and answers 201 with where to find it. */
    public ResponseEntity<Recorded> made(Command command, Sender sender, Function<Receipt, String> address) {
        return made(record(command, sender), address);
    }

    /** Answers 201 with where to find what was made. */
    public ResponseEntity<Recorded> made(Receipt receipt, Function<Receipt, String> address) {
        return ResponseEntity.created(URI.create(address.apply(receipt))).body(answer(receipt));
    }

    /** Sends a command that changes something which has its address already, and answers 200. */
    public ResponseEntity<Recorded> changed(Command command, Sender sender) {
        return changed(record(command, sender));
    }

    /** Answers 200. */
    public ResponseEntity<Recorded> changed(Receipt receipt) {
        return ResponseEntity.ok(answer(receipt));
    }

    /**
     * Sends a command. When this returns, the event is stored.
     *
     * @throws Refused with the book's own words where it says no; 422 before it is sent where a value cannot be; 503
     *     where nobody answered or others were always faster
     */
    public Receipt record(Command command, Sender sender) {
        return this.<Receipt>answered(command, sender);
    }

    /** Sends many statements at once, as {@link #record} sends one. */
    public Imported imported(ImportStatements command, Sender sender) {
        return this.<Imported>answered(command, sender);
    }

    /** The position that a reader of what was just recorded needs. */
    public long position() {
        return readModels.head();
    }

    private <R> R answered(Command command, Sender sender) {
        validity.check(command);
        for (int attempt = 1; ; attempt++) {
            try {
                return send(command, sender.metaData());
            } catch (Clash clash) {
                // Somebody else wrote the same stream at the same instant, so nothing was stored.
                if (attempt == ATTEMPTS) {
                    LOG.warn(
                            "{} met {} other writers in a row",
                            command.getClass().getSimpleName(),
                            ATTEMPTS,
                            clash);
                    throw Refused.later(
                            "contended",
                            "Too many write here at once",
                            "Others were writing in the same place, %d times in a row. Nothing was recorded; send it again."
                                    .formatted(ATTEMPTS),
                            Duration.ofSeconds(1));
                }
                pause(attempt);
            }
        }
    }

    /**
     * Sends a command, and waits until pages show what came of it; not for ever, since it is stored in any case.
     *
     * @throws Refused as {@link #record} does
     */
    public Receipt recordAndShow(Command command, Sender sender) {
        var receipt = record(command, sender);
        readModels.await(readModels.head(), TO_BE_SHOWN);
        return receipt;
    }

    private Recorded answer(Receipt receipt) {
        return new Recorded(receipt.id(), receipt.version(), readModels.head());
    }

    private <R> R send(Command command, Map<String, Object> origin) {
        try {
            return gateway.sendAndWait(command, MetaData.from(origin), PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (RuntimeException failure) {
            throw translated(command, failure);
        }
    }

    private static RuntimeException translated(Command command, RuntimeException failure) {
        var details = HandlerExecutionException.resolveDetails(failure).orElse(null);
        if (details instanceof Refusal refusal) {
            return new Refused(refusal);
        }
        if (isClash(failure)) {
            return new Clash(failure);
        }
        if (has(failure, NoHandlerForCommandException.class)
                || has(failure, AxonServerCommandDispatchException.class)) {
            LOG.warn("{} is taken by nobody: {}", command.getClass().getSimpleName(), failure.getMessage());
            return Refused.later(
                    "command-side-away",
                    "The book takes nothing just now",
                    "The part of the service that records is not running or not reachable. Nothing was recorded; send it again in a while.",
                    Duration.ofSeconds(5));
        }
        LOG.error("{} could not be recorded", command.getClass().getSimpleName(), failure);
        if (has(failure, EventStoreException.class)) {
            return Refused.later(
                    "store-away",
                    "The book takes nothing just now",
                    "The store of the book did not take it. Send it again in a while, with the same Idempotency-Key, so that it is recorded once.",
                    Duration.ofSeconds(5));
        }
        if (has(failure, AxonServerException.class)
                || has(failure, TimeoutException.class)
                || has(failure, InterruptedException.class)) {
            return unanswered();
        }
        return failure;
    }

    private static Refused unanswered() {
        return Refused.later(
                "not-answered",
                "The book did not answer in time",
                "It is not known whether this was recorded. Send it again with the same Idempotency-Key, so that it is recorded once.",
                Duration.ofSeconds(5));
    }

    private static boolean isClash(Throwable failure) {
        if (has(failure, ConcurrencyException.class) || has(failure, AggregateStreamCreationException.class)) {
            return true;
        }
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at.getMessage() != null && at.getMessage().contains(SEQUENCE_TAKEN)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    /** A short random wait, longer from one attempt to the next, so that those who met do not meet again. */
    private static void pause(int attempt) {
        var longest = Math.min(LONGEST_PAUSE_MILLIS, 10 << attempt);
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Clash extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Clash(Throwable cause) {
            super(cause);
        }
    }
}
