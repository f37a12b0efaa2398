package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.partner.TeamAdded;

/** Which position an instant stands for. */
class MomentsTest {

    private static final Instant NOON = Instant.parse("2023-07-12T12:00:00Z");
    private static final Duration SKEW = Duration.ofSeconds(2);

    private SerializedEvents events = new SerializedEvents();
    private EventStore store = store(events);

    @Test
    void givenEventsInTheOrderOfTheirTimes_whenAnInstantIsAskedFor_thenItStandsForTheLastEventUpToIt() {
        recordedAt(0, 5, 5, 9);
        var moments = moments(Duration.ZERO, NOON.plusSeconds(60));

        assertThat(moments.at(NOON.minusMillis(1)).position()).isEqualTo(-1);
        assertThat(moments.at(NOON).position()).isZero();
        assertThat(moments.at(NOON.plusMillis(4)).position()).isZero();
        assertThat(moments.at(NOON.plusMillis(5)).position()).isEqualTo(2);
        assertThat(moments.at(NOON.plusMillis(5).plusNanos(999_999))).isEqualTo(new Moment(2, NOON.plusMillis(5)));
        assertThat(moments.at(NOON.plusMillis(500)).position()).isEqualTo(3);
    }

    @Property(tries = 200)
    void givenMachinesWhoseClocksDiffer_whenAnyInstantIsAskedFor_thenItStandsForAPrefix_andAlwaysTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        events = new SerializedEvents();
        store = store(events);
        var random = new Random(seed);
        var times = new ArrayList<Integer>();
        for (var i = 0; i < size; i++) {
            times.add(i * 150 - random.nextInt((int) SKEW.toMillis()));
        }
        var some = times.subList(0, 1 + random.nextInt(size));
        recordedAt(some.stream().mapToInt(time -> time).toArray());
        var moments = moments(SKEW, NOON.plusSeconds(600));
        var instant = NOON.plusMillis(times.get(random.nextInt(size)));
        var settled = some.stream().anyMatch(time -> NOON.plusMillis(time).isAfter(instant));

        var moment = moments.at(instant);

        assertThat(moment.position()).isEqualTo(before(some, instant));
        recordedAt(
                times.subList(some.size(), size).stream().mapToInt(time -> time).toArray());
        assertThat(moments.at(instant)).isEqualTo(moment);
        if (settled) {
            assertThat(moments(SKEW, NOON.plusSeconds(600)).at(instant)).isEqualTo(moment);
        }
    }

    private static long before(List<Integer> times, Instant instant) {
        return IntStream.range(0, times.size())
                        .filter(i -> NOON.plusMillis(times.get(i)).isAfter(instant))
                        .findFirst()
                        .orElse(times.size())
                - 1L;
    }

    @Test
    void givenACommandThatHasStampedItsEventAlready_whenThatInstantIsAskedFor_thenItIsWaitedFor() {
        recordedAt(0);
        var commands = mock(TransactionManager.class);
        // Whoever holds the lock records what was stamped before the lock is had.
        doAnswer(asked -> {
                    recordedAt(3, 8);
                    return null;
                })
                .when(commands)
                .executeInTransaction(any());
        when(commands.startTransaction()).thenReturn(mock(Transaction.class));
        var moments = new Moments(
                store,
                commands,
                readModels(),
                Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC),
                settings(Duration.ZERO));

        assertThat(moments.at(NOON.plusMillis(5)).position()).isEqualTo(1);
    }

    @Test
    void givenAClockThatStands_whenItsOwnInstantIsAskedFor_thenNothingIsSaidThatCouldChange() {
        recordedAt(0);
        var moments = moments(Duration.ZERO, NOON);

        assertThatThrownBy(() -> moments.at(NOON))
                .isInstanceOf(PastUnreadable.class)
                .hasMessageContaining("has not passed 2023-07-12T12:00:00Z");
    }

    private static EventStore store(SerializedEvents events) {
        return EmbeddedEventStore.builder().storageEngine(events).build();
    }

    private Moments moments(Duration settling, Instant now) {
        return new Moments(store, null, readModels(), Clock.fixed(now, ZoneOffset.UTC), settings(settling));
    }

    private ReadModels readModels() {
        var readModels = mock(ReadModels.class);
        when(readModels.head())
                .thenAnswer(asked -> events.createHeadToken().position().orElse(-1));
        return readModels;
    }

    private static PastSettings settings(Duration settling) {
        return new PastSettings(settling, 10);
    }

    /** Records events that are stamped so many milliseconds after noon. */
    private void recordedAt(int... milliseconds) {
        for (var time : milliseconds) {
            var at = (int) events.createHeadToken().position().orElse(-1) + 1;
            events.appendEvents(History.message(new Recorded(
                    new TeamAdded("b", "p", "t"), at, NOON.plusMillis(time), "p-a", "partner:p", at, "event-" + at)));
        }
    }
}
