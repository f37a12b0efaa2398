package org.pledgebook.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.query.Drill;
import org.pledgebook.query.Drill.Watcher;
import org.pledgebook.query.Findings;
import org.pledgebook.web.Refused;
import org.pledgebook.web.audit.Drilled.State;

/** When drills run and what is kept of them; what a drill does is the query side's to test. */
class DrillsTest {

    private static final Duration BEAT = Duration.ofMillis(20);
    private static final Findings SOUND =
            new Findings(41, 41, 42, 100, 42, 42, "cm9vdA==", List.of(), List.of(), 0, 0, List.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Drill drill = mock(Drill.class);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private SqliteCabinet cabinet;

    @SuppressWarnings("NullAway.Init")
    private Drills drills;

    @BeforeEach
    void open() {
        cabinet = new SqliteCabinet(folder.resolve("cabinet.db"));
        drills = drills();
        when(drill.run(anyLong(), any())).thenAnswer(asked -> {
            asked.<Watcher>getArgument(1).at(Drill.Phase.REPLAYING, 10, 42);
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new CancellationException();
            }
            return SOUND;
        });
    }

    @AfterEach
    void close() throws Exception {
        goOn.countDown();
        drills.close();
        cabinet.close();
    }

    private Drills drills() {
        return new Drills(drill, cabinet, Clock.systemUTC(), BEAT);
    }

    @Test
    void givenADrillThatRuns_whenItIsLookedAt_thenItSaysHowFarItIs_andAtTheEndWhatItFound() {
        drills.watch();

        assertThat(drills.start("p-a", null)).returns("1", Drilled::id).returns("p-a", Drilled::startedBy);

        await().until(() -> found(1).progress() != null);
        assertThat(found(1).progress())
                .returns(Drill.Phase.REPLAYING, Drilled.Progress::phase)
                .returns(10L, Drilled.Progress::done)
                .returns(42L, Drilled.Progress::of);
        goOn.countDown();
        await().until(() -> found(1).state() == State.SOUND);
        assertThat(found(1).found()).isEqualTo(SOUND);
        assertThat(found(1).endedAt()).isNotNull();
        assertThat(found(1).progress()).isNull();
    }

    @Test
    void givenADrillThatRuns_whenAnotherIsStarted_thenItIsRefusedInWords_andLaterItMay() {
        drills.start("p-a", null);

        assertThatThrownBy(() -> drills.start("p-b", null))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .satisfies(refused -> assertThat(refused.refusal().type()).isEqualTo("drill-running"))
                .satisfies(refused -> assertThat(refused.refusal().detail()).contains("Drill 1 ", "p-a"));
        // Also by another process on the same cabinet.
        assertThatThrownBy(() -> drills().start("p-b", null)).isInstanceOf(Refused.class);

        goOn.countDown();
        await().until(() -> found(1).state() == State.SOUND);
        assertThat(drills.start("p-b", null).id()).isEqualTo("2");
        await().until(() -> found(2).state() == State.SOUND);
        assertThat(drills.list(null, 1).items()).extracting(Drilled::id).containsExactly("2");
        assertThat(drills.list("2", 1).items()).extracting(Drilled::id).containsExactly("1");
        assertThat(drills.list("2", 1).next()).isNull();
    }

    @Test
    void givenAKey_whenTheSamePersonSendsItAgain_thenTheAnswerIsTheDrillItStarted() {
        drills.start("p-a", "key");

        assertThat(drills.start("p-a", "key").id()).isEqualTo("1");
        assertThatThrownBy(() -> drills.start("p-b", "key")).isInstanceOf(Refused.class);
    }

    @Test
    void givenADrillThatRuns_whenTheServiceStops_thenItIsKeptThatItWasInterrupted() throws Exception {
        drills.start("p-a", null);
        verify(drill, timeout(5_000)).run(anyLong(), any());

        drills.close();

        assertThat(found(1))
                .returns(State.INTERRUPTED, Drilled::state)
                .satisfies(one -> assertThat(one.why()).isNotBlank());
    }

    @Test
    void givenADrillWhoseProcessDied_whenAnotherProcessLooks_thenItClearsUpAndSaysThatItWasInterrupted()
            throws Exception {
        drills.start("p-a", null);
        var dead = cabinet.list(Drills.KIND, "", 1).get(0);
        drills.close();
        cabinet.put(
                Drills.KIND,
                dead.id(),
                dead.json(),
                cabinet.list(Drills.KIND, "", 1).get(0).version());
        assertThat(found(1).state()).isEqualTo(State.RUNNING);
        verify(drill, never()).clear(anyLong());

        drills = drills();
        drills.watch();

        await().until(() -> found(1).state() == State.INTERRUPTED);
        verify(drill).clear(1);
        assertThat(drills.start("p-b", null).id()).isEqualTo("2");
    }

    @Test
    void givenADrillThatTellsHowFarItIs_whenAnotherProcessLooksOn_thenItIsLetAlone() {
        drills.watch();
        drills.start("p-a", null);
        var other = drills();
        other.watch();

        var before = cabinet.list(Drills.KIND, "", 1).get(0).version();
        await().until(() -> cabinet.list(Drills.KIND, "", 1).get(0).version() > before + 30);

        assertThat(found(1).state()).isEqualTo(State.RUNNING);
        verify(drill, never()).clear(anyLong());
    }

    @Test
    void givenADrillThatWasGivenUpForDead_whenItTellsHowFarItIs_thenItStops() {
        drills.watch();
        drills.start("p-a", null);
        await().until(() -> {
            var paper = cabinet.list(Drills.KIND, "", 1).get(0);
            try {
                cabinet.put(Drills.KIND, paper.id(), paper.json().replace("RUNNING", "INTERRUPTED"), paper.version());
                return true;
            } catch (RuntimeException stale) {
                return false;
            }
        });

        // Its thread is free for the next one, although nobody let it go on.
        await().until(() -> drills.start("p-b", null).id().equals("2"));
        verify(drill, timeout(5_000)).run(eq(2L), any());
        assertThat(found(1).state()).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void givenADrillThatFails_whenItEnds_thenItSaysWhy() {
        goOn.countDown();
        doThrow(new IllegalStateException("inside")).when(drill).run(anyLong(), any());

        drills.start("p-a", null);

        await().until(() -> found(1).state() == State.FAILED);
        assertThat(found(1).why()).contains("log").doesNotContain("inside");
    }

    private Drilled found(long number) {
        return drills.find(number).orElseThrow();
    }
}
