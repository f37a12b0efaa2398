package org.pledgebook.command.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;

/** Cuts a cycle into the reporting periods its cadence asks for. */
final class Periods {

    /** How long after a period's end its report is not late, unless the board gives the dates itself. */
    private static final int DAYS_TO_REPORT = 30;

    private Periods() {}

    static List<Period> of(OpenCycle cycle) {
        return switch (cycle.cadence()) {
            case QUARTERLY -> every(3, "Q", cycle);
            case HALF_YEARLY -> every(6, "H", cycle);
            case NONE -> List.of();
            case GIVEN -> cycle.periods();
        };
    }

    /** Whether the board gives the periods itself. */
    static boolean given(OpenCycle cycle) {
        return cycle.cadence() == Cadence.GIVEN;
    }

    private static List<Period> every(int months, String letter, OpenCycle cycle) {
        var periods = new ArrayList<Period>();
        // Each start is counted from the cycle's first day, so that the 31st does not wander to the 28th.
        for (int n = 0; !start(n, months, cycle).isAfter(cycle.endsOn()); n++) {
            var next = start(n + 1, months, cycle).minusDays(1);
            var end = next.isAfter(cycle.endsOn()) ? cycle.endsOn() : next;
            periods.add(new Period(
                    cycle.cycle() + "-" + letter + (n + 1),
                    start(n, months, cycle),
                    end,
                    end.plusDays(DAYS_TO_REPORT)));
        }
        return periods;
    }

    private static LocalDate start(int n, int months, OpenCycle cycle) {
        return cycle.startsOn().plusMonths((long) n * months);
    }
}
