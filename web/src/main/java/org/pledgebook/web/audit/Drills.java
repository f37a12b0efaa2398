package org.pledgebook.web.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.Paper;
import org.pledgebook.cabinet.StalePaper;
import org.pledgebook.query.Drill;
import org.pledgebook.query.DrillFailed;
import org.pledgebook.query.Findings;
import org.pledgebook.query.Page;
import org.pledgebook.web.Refused;
import org.pledgebook.web.audit.Drilled.Progress;
import org.pledgebook.web.audit.Drilled.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs replay drills, one at a time in the whole service, and keeps what came of each. A drill's paper in the cabinet is
 * what the processes agree by: whoever puts the next number runs it, and tells there how far it is. Once that paper has
 * lain still for too long, its process has died, and another one clears up behind it.
 */
@Component
class Drills {

    private static final Logger LOG = LoggerFactory.getLogger(Drills.class);

    static final String KIND = "drill";

    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int BEATS = 15;
    private static final int TO_CLOSE_SECONDS = 20;
    private static final int MOST = 100;

    private final Drill drill;
    private final Cabinet cabinet;
    private final Clock clock;
    private final Duration beat;
    private final JsonMapper json = JsonMapper.shared();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        var thread = new Thread(task, "drill");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Running running;
    private @Nullable Seen seen;

    /** @param beat how often a drill tells how far it is; after {@value #BEATS} of them without a word it is dead */
    Drills(Drill drill, Cabinet cabinet, Clock clock, @Value("${pledgebook.audit.drill-beat:1s}") Duration beat) {
        this.drill = drill;
        this.cabinet = cabinet;
        this.clock = clock;
        this.beat = beat;
    }

    /** What lies in the cabinet: a drill, and the key it was started with. */
    private record Kept(Drilled drilled, @Nullable String key) {

        Kept with(Drilled changed) {
            return new Kept(changed, key);
        }
    }

    /** Another process's drill as it was seen last, and since when it has not moved. */
    private record Seen(String id, long version, long since) {}

    @PostConstruct
    void watch() {
        threads.scheduleWithFixedDelay(this::beat, 0, beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(TO_CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A drill does not stop; whoever starts next clears up behind it");
        }
    }

    /**
     * Starts one.
     *
     * @param key of the request; the person's same key again answers the drill it has started
     * @throws Refused 409 while one is running
     */
    synchronized Drilled start(String person, @Nullable String key) {
        var papers = cabinet.list(KIND, "", MOST);
        if (key != null) {
            var before = papers.stream()
                    .map(this::kept)
                    .filter(kept -> kept.drilled.startedBy().equals(person) && key.equals(kept.key))
                    .findFirst();
            if (before.isPresent()) {
                return before.get().drilled;
            }
        }
        var newest = papers.stream().findFirst().map(paper -> kept(paper).drilled);
        newest.filter(one -> one.state() == State.RUNNING).ifPresent(one -> {
            throw alreadyRunning(one);
        });
        var number = newest.map(Drilled::number).orElse(0L) + 1;
        var begun = new Kept(Drilled.begun(number, person, now()), key);
        try {
            running = new Running(begun, cabinet.put(KIND, id(number), json.writeValueAsString(begun), 0));
        } catch (StalePaper faster) {
            throw alreadyRunning(find(number).orElseThrow());
        }
        LOG.info("Drill {} was started by {}", number, person);
        running.thread = threads.submit(running);
        return begun.drilled;
    }

    private static Refused alreadyRunning(Drilled one) {
        return Refused.rule(
                "drill-running",
                "A drill is running",
                "Drill %s has been running since %s, started by %s, and there is one at a time. GET /api/audit/drills/%s says how far it is; start another when it has ended."
                        .formatted(one.id(), one.startedAt(), one.startedBy(), one.id()));
    }

    /** One drill, whatever has become of it. */
    Optional<Drilled> find(long number) {
        return cabinet.get(KIND, id(number)).map(paper -> kept(paper).drilled);
    }

    /**
     * All drills, newest first.
     *
     * @param cursor the number to go on after; null for the first page
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    Page<Drilled> list(@Nullable String cursor, int limit) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new IllegalArgumentException("The cursor is not one of ours.");
        }
        return Page.of(
                cabinet.list(KIND, cursor == null ? "" : id(Long.parseLong(cursor)), limit + 1),
                limit,
                paper -> kept(paper).drilled.id(),
                paper -> kept(paper).drilled);
    }

    /** Cabinets list by rising id, and the newest is wanted first. */
    private static String id(long number) {
        return "%019d".formatted(Long.MAX_VALUE - number);
    }

    private Kept kept(Paper paper) {
        return json.readValue(paper.json(), Kept.class);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Tells how far the drill of this process is, or looks whether another's still lives. */
    private void beat() {
        try {
            var ours = ours();
            if (ours != null) {
                ours.tell();
            } else {
                lookAfterOthers();
            }
        } catch (RuntimeException e) {
            LOG.warn("The cabinet could not be asked about drills; it is asked again", e);
        }
    }

    private synchronized @Nullable Running ours() {
        return running;
    }

    private void lookAfterOthers() {
        var paper = cabinet.list(KIND, "", 1).stream().findFirst().orElse(null);
        if (paper == null || kept(paper).drilled.state() != State.RUNNING) {
            seen = null;
        } else if (seen == null || seen.version != paper.version() || !seen.id.equals(paper.id())) {
            seen = new Seen(paper.id(), paper.version(), System.nanoTime());
        } else if (System.nanoTime() - seen.since > beat.multipliedBy(BEATS).toNanos()) {
            clearUp(paper);
        }
    }

    private void clearUp(Paper paper) {
        var kept = kept(paper);
        var number = kept.drilled.number();
        drill.clear(number);
        var ended = kept.drilled.ended(
                State.INTERRUPTED, now(), "The process that ran it ended before it had come to a result.", null);
        try {
            cabinet.put(KIND, paper.id(), json.writeValueAsString(kept.with(ended)), paper.version());
            LOG.warn("Drill {} was interrupted: the process that ran it is gone", number);
        } catch (StalePaper faster) {
            LOG.debug("Drill {} is alive, or another process cleared up", number, faster);
        }
    }

    /** A drill of this process. */
    private final class Running implements Runnable {

        private final long number;
        private Kept kept;
        private long version;
        private @Nullable Future<?> thread;
        private volatile @Nullable Progress progress;
        private long phaseBegan = System.nanoTime();

        Running(Kept kept, long version) {
            this.number = kept.drilled.number();
            this.kept = kept;
            this.version = version;
        }

        @Override
        public void run() {
            try {
                var found = drill.run(number, this::note);
                end(State.of(found), null, found);
            } catch (CancellationException stopped) {
                end(State.INTERRUPTED, "The service was stopped before it had come to a result.", null);
            } catch (DrillFailed failed) {
                LOG.error("Drill {} failed", number, failed);
                end(State.FAILED, failed.getMessage(), null);
            } catch (RuntimeException failed) {
                LOG.error("Drill {} failed", number, failed);
                end(State.FAILED, "It failed for a reason that the service's log says.", null);
            }
        }

        private void note(Drill.Phase phase, long done, long of) {
            var before = progress;
            if (before == null || before.phase() != phase) {
                phaseBegan = System.nanoTime();
            }
            progress = Progress.of(phase, done, of, Duration.ofNanos(System.nanoTime() - phaseBegan));
        }

        /** Tells how far it is; where somebody else has given it up for dead, it stops. */
        synchronized void tell() {
            try {
                put(kept.with(kept.drilled.at(progress)));
            } catch (StalePaper givenUp) {
                LOG.warn(
                        "Drill {} was silent for too long, and another process has cleared up behind it",
                        number,
                        givenUp);
                if (thread != null) {
                    thread.cancel(true);
                }
            }
        }

        private synchronized void put(Kept changed) {
            if (kept.drilled.state() == State.RUNNING) {
                version = cabinet.put(KIND, id(number), json.writeValueAsString(changed), version);
                kept = changed;
            }
        }

        private void end(State state, @Nullable String why, @Nullable Findings found) {
            // What was interrupted can still be written down.
            var interrupted = Thread.interrupted();
            try {
                put(kept.with(kept.drilled.ended(state, now(), why, found)));
                if (found != null && found.differing() > 0) {
                    LOG.error("Drill {} found {} differences: {}", number, found.differing(), found.differences());
                } else {
                    LOG.info("Drill {} has ended: {}", number, state);
                }
            } catch (StalePaper givenUp) {
                LOG.warn("Drill {} ended after it was given up for dead: {}", number, state, givenUp);
            } finally {
                synchronized (Drills.this) {
                    running = null;
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
