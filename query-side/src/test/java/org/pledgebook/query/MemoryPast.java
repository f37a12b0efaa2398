package org.pledgebook.query;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** The past of a record that is in memory. */
public final class MemoryPast {

    private MemoryPast() {}

    /** The past of all these. */
    public static Past of(List<Recorded> history) {
        var readModels = mock(ReadModels.class);
        when(readModels.position()).thenReturn(history.size() - 1L);
        var letters = mock(DeadLetters.class);
        when(letters.first()).thenReturn(OptionalLong.empty());
        return new Past(MemoryCopy.of(history).states(1_000), readModels, letters);
    }

    /** A random record of a few partners on two boards. */
    public static List<Recorded> history(Random random, int partners, int size) {
        return History.of(random, partners, size);
    }

    /** All folds. */
    public static List<Fold<?>> folds() {
        return Folds.ALL;
    }

    /** Those boards. */
    public static List<String> boards() {
        return History.BOARDS;
    }

    /** The moment just after an event of a record. */
    public static Moment after(List<Recorded> history, int position) {
        return new Moment(position, history.get(Math.max(0, position)).recordedAt());
    }
}
