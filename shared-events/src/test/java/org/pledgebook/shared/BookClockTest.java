package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookClockTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final BookClock clock = new BookClock();

    @Test
    void givenMachinesClock_whenRead_thenItIsTheSameTimeInMilliseconds() {
        var before = Instant.now();
        var read = clock.instant();
        var after = Instant.now();

        assertThat(read).isBetween(before.minusMillis(1), after);
        // The machine's own clock has microseconds: a thousand readings in a row would not all end in zeros.
        assertThat(Stream.generate(clock::instant).limit(1_000))
                .allMatch(instant -> instant.get(ChronoField.NANO_OF_SECOND) % 1_000_000 == 0);
    }

    @Test
    void givenWalkedClock_whenRead_thenItStandsThereInMilliseconds() {
        clock.walkTo(Instant.parse("2023-01-18T09:30:00.123456789Z"));

        assertThat(Stream.generate(clock::instant).limit(3)).containsOnly(Instant.parse("2023-01-18T09:30:00.123Z"));
        assertThat(clock.millis())
                .isEqualTo(Instant.parse("2023-01-18T09:30:00.123Z").toEpochMilli());
    }

    @Test
    void givenWalkedClock_whenItFollowsAgain_thenItIsTheMachinesTime() {
        clock.walkTo(Instant.parse("2023-01-18T09:30:00Z"));
        var before = Instant.now();

        clock.follow();

        assertThat(clock.instant()).isAfterOrEqualTo(before.minusMillis(1));
    }

    @Test
    void givenClockInABoardsZone_whenWalked_thenItsDaysAreTheBoards() {
        var inLondon = clock.withZone(LONDON);

        clock.walkTo(Instant.parse("2023-07-12T23:30:00Z"));

        assertThat(LocalDate.now(clock)).isEqualTo("2023-07-12");
        assertThat(inLondon.getZone()).isEqualTo(LONDON);
        assertThat(LocalDate.now(inLondon)).isEqualTo("2023-07-13");
        assertThat(LocalDate.now(inLondon.withZone(ZoneOffset.UTC))).isEqualTo("2023-07-12");
    }

    @Test
    void givenClock_whenItsZoneIsRead_thenItIsUtc() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
