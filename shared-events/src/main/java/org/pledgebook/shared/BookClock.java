package org.pledgebook.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The book's one clock, UTC, cut to milliseconds: it stamps the events and tells the rules what day it is. It follows
 * the machine's clock except while the example boards are loaded, when it is walked through the past.
 */
public final class BookClock extends Clock {

    private final Clock machine = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private volatile @Nullable Instant walked;

    /** Stands at {@code instant}, cut to milliseconds, until it is walked on or {@link #follow() follows} the machine again. */
    public void walkTo(Instant instant) {
        walked = instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Follows the machine's clock again. */
    public void follow() {
        walked = null;
    }

    @Override
    public Instant instant() {
        var standing = walked;
        return standing == null ? machine.instant() : standing;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource instants = this::instant;
        return instants.withZone(zone);
    }
}
