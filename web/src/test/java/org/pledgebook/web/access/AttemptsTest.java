package org.pledgebook.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private long now = 1;
    private final Attempts attempts = new Attempts(() -> now);

    @Test
    void givenTenFailures_whenMoreAreMade_thenTheWaitDoublesUpToAMinute() {
        failTenTimes();

        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(attempts.begin("anna")).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds));
            assertThat(attempts.begin("anna")).isZero();
        }
    }

    @Test
    void givenAWait_whenItIsNotWaitedOut_thenAskingDoesNotMakeItLonger() {
        failTenTimes();
        pass(Duration.ofMillis(400));

        assertThat(attempts.begin("anna")).isEqualTo(Duration.ofMillis(600));
        assertThat(attempts.begin("anna")).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void givenFailuresFifteenMinutesAgo_whenAnotherIsMade_thenTheyNoLongerCount() {
        failTenTimes();
        pass(Attempts.WINDOW.plusSeconds(1));

        assertThat(attempts.begin("anna")).isZero();
    }

    @Test
    void givenFailuresFarApart_whenTenLieWithinMoreThanFifteenMinutes_thenNobodyWaits() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.begin("anna")).isZero();
            pass(Duration.ofMinutes(2));
        }
    }

    @Test
    void givenFailures_whenTheRightPasswordIsGiven_thenTheyAreForgotten() {
        failTenTimes();
        attempts.succeeded("anna");

        assertThat(attempts.begin("anna")).isZero();
    }

    @Test
    void givenOnesFailures_whenSomebodyElseSignsIn_thenTheyDoNotWait() {
        failTenTimes();

        assertThat(attempts.begin("ben")).isZero();
    }

    private void failTenTimes() {
        for (int i = 0; i < Attempts.FREE; i++) {
            assertThat(attempts.begin("anna")).isZero();
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
