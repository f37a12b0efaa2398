package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Drill;
import org.pledgebook.query.Findings;

/**
 * A replay drill.
 *
 * @param id its number, counted from 1
 * @param startedBy the id of the person who started it
 * @param endedAt null while it runs
 * @param progress how far it is; null before the first event and when it has ended
 * @param why it was interrupted or failed, in words
 * @param found what it came to; null until then, and where it came to nothing
 */
record Drilled(
        @Schema(description = "Its number, counted from 1.", example = "3")
        String id,

        State state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Progress progress,
        @Nullable String why,
        @Nullable Findings found) {

    /** Where a drill is in its life. */
    enum State {
        /** It is running. */
        RUNNING,
        /** It has compared everything, and nothing differs. */
        SOUND,
        /** Something is not what the events make it. */
        DIFFERING,
        /** Nothing differs, but some documents changed too fast to be compared. */
        INCOMPLETE,
        /** Its process ended before it did. */
        INTERRUPTED,
        /** It could not be carried through. */
        FAILED;

        static State of(Findings found) {
            if (found.differing() > 0) {
                return DIFFERING;
            }
            return found.unsettled() > 0 ? INCOMPLETE : SOUND;
        }
    }

    /**
     * How far a drill is.
     *
     * @param done events folded, leaves compared or documents compared, by phase
     * @param of how many there are
     * @param perSecond in this phase, on the average
     * @param secondsLeft of this phase, at that rate; null where there is none yet
     */
    record Progress(
            Drill.Phase phase,
            long done,
            long of,
            long perSecond,
            @Nullable Long secondsLeft) {

        private static final long NANOS = 1_000_000_000;

        static Progress of(Drill.Phase phase, long done, long of, Duration since) {
            var perSecond = since.isZero() ? 0 : Math.round(done * (double) NANOS / since.toNanos());
            return new Progress(
                    phase,
                    done,
                    of,
                    perSecond,
                    perSecond == 0 ? null : (Long) ((of - done + perSecond - 1) / perSecond));
        }
    }

    static Drilled begun(long number, String person, Instant at) {
        return new Drilled(Long.toString(number), State.RUNNING, person, at, null, null, null, null);
    }

    /** Further on. */
    Drilled at(@Nullable Progress now) {
        return new Drilled(id, state, startedBy, startedAt, null, now, null, null);
    }

    /** At its end. */
    Drilled ended(State how, Instant at, @Nullable String because, @Nullable Findings findings) {
        return new Drilled(id, how, startedBy, startedAt, at, null, because, findings);
    }

    long number() {
        return Long.parseLong(id);
    }
}
