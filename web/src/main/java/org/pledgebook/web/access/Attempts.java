package org.pledgebook.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts failed attempts for each sign-in name: after ten within fifteen minutes each further attempt has to wait, one
 * second at first, twice as long after each failure, a minute at most.
 *
 * <p>Each process counts by itself, and forgets when it stops. An attempt counts as failed from its beginning, so that many at once gain nothing; success forgets them all.
 */
final class Attempts {

    static final int FREE = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final int NAMES = 100_000;
    private static final int MOST_DOUBLINGS = 6;

    private final Ticker ticker;
    private final Cache<String, Failures> names;

    Attempts(Ticker ticker) {
        this.ticker = ticker;
        this.names = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterAccess(WINDOW)
                .maximumSize(NAMES)
                .build();
    }

    /**
     * Begins an attempt.
     *
     * @return zero when it may be made now; else how long it has to wait, and it was not begun
     */
    Duration begin(String signIn) {
        return names.get(signIn, name -> new Failures()).begin(ticker.read());
    }

    /** Forgets the failures: the right password was given. */
    void succeeded(String signIn) {
        names.invalidate(signIn);
    }

    private static final class Failures {

        private final List<Long> begun = new ArrayList<>();

        synchronized Duration begin(long now) {
            begun.removeIf(at -> now - at > WINDOW.toNanos());
            if (begun.size() >= FREE) {
                var doublings = Math.min(begun.size() - FREE, MOST_DOUBLINGS);
                var wait = Math.min(
                        LONGEST_WAIT.toNanos(),
                        Duration.ofSeconds(1L << doublings).toNanos());
                var passed = now - begun.get(begun.size() - 1);
                if (passed < wait) {
                    return Duration.ofNanos(wait - passed);
                }
            }
            begun.add(now);
            return Duration.ZERO;
        }
    }
}
