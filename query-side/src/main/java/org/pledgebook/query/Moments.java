package org.pledgebook.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the position that an instant stands for: that of the last event before the first one recorded after the
 * instant. So it is always a prefix of the record, also where two machines' clocks differ or one was set back.
 *
 * <p>Once an event is recorded after an instant, the instant's position can never change: whatever comes later has a
 * later position. Until then an event that is stamped already may still be on its way, and is waited for.
 */
@Component
public class Moments {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final int REMEMBERED = 50_000;

    private final EventStore store;
    private final TransactionManager commands;
    private final ReadModels readModels;
    private final Clock clock;
    private final Duration settling;
    private final Cache<Instant, Long> settled =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Moments(
            EventStore store,
            @Nullable TransactionManager commands,
            ReadModels readModels,
            Clock clock,
            PastSettings settings) {
        this.store = store;
        this.commands = commands == null ? NoTransactionManager.instance() : commands;
        this.readModels = readModels;
        this.clock = clock;
        this.settling = settings.settling();
    }

    /**
     * What had been recorded by an instant. The answer for an instant is always the same.
     *
     * @param instant not in the future; cut to milliseconds, as record times are
     * @throws PastUnreadable if it cannot be settled in time
     */
    public Moment at(Instant instant) {
        var last = instant.truncatedTo(ChronoUnit.MILLIS);
        var known = settled.getIfPresent(last);
        if (known != null) {
            return new Moment(known, last);
        }
        // The head first: what comes in between must not pass for an event after the instant.
        var head = readModels.head();
        var position = upTo(last);
        if (position >= head) {
            settle(last);
            // What is recorded from here on is stamped later, so none of it belongs to this moment.
            head = readModels.head();
            position = Math.min(upTo(last), head);
        }
        settled.put(last, position);
        return new Moment(position, last);
    }

    /** Waits until every event that is stamped with this instant or an earlier one is recorded. */
    private void settle(Instant last) {
        var since = System.nanoTime();
        while (Duration.between(last, clock.instant()).compareTo(settling.plus(MILLISECOND)) < 0) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new PastUnreadable("The book's clock has not passed %s yet.".formatted(last));
            }
            pause();
        }
        // Where commands hold a lock while they stamp and record, those that held it before are done when it is had.
        commands.executeInTransaction(() -> {});
    }

    /**
     * The position before the first event that is stamped after {@code last}. Stores look up time stamps in ways of
     * their own where these do not rise with positions, so the lookup aims that much earlier and looks at the events.
     */
    private long upTo(Instant last) {
        var token = store.createTokenAt(last.plus(MILLISECOND).minus(settling));
        return settling.isZero() ? position(token) : walk(token, last);
    }

    private long walk(@Nullable TrackingToken from, Instant last) {
        var head = readModels.head();
        var position = position(from);
        var since = System.nanoTime();
        try (var events = store.openStream(from)) {
            while (position < head) {
                if (events.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    var event = events.nextAvailable();
                    if (event.getTimestamp().truncatedTo(ChronoUnit.MILLIS).isAfter(last)) {
                        break;
                    }
                    position = position(event.trackingToken());
                } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw new PastUnreadable("The event store did not give the events around " + last + " in time.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PastUnreadable("Interrupted.");
        }
        return position;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? ReadModels.NOTHING : token.position().orElse(ReadModels.NOTHING);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PastUnreadable("Interrupted.");
        }
    }
}
