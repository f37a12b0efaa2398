package org.pledgebook.command.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.day;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;

class PeriodsTest {

    @Test
    void givenCalendarYear_whenCutIntoHalves_thenEachIsDueThirtyDaysAfterItsEnd() {
        assertThat(periods("2023", "2023-01-01", "2023-12-31", Cadence.HALF_YEARLY))
                .containsExactly(
                        period("2023-H1", "2023-01-01", "2023-06-30", "2023-07-30"),
                        period("2023-H2", "2023-07-01", "2023-12-31", "2024-01-30"));
    }

    @Test
    void givenFinancialYear_whenCutIntoQuarters_thenTheFirstBeginsInApril() {
        assertThat(periods("2023-24", "2023-04-01", "2024-03-31", Cadence.QUARTERLY))
                .containsExactly(
                        period("2023-24-Q1", "2023-04-01", "2023-06-30", "2023-07-30"),
                        period("2023-24-Q2", "2023-07-01", "2023-09-30", "2023-10-30"),
                        period("2023-24-Q3", "2023-10-01", "2023-12-31", "2024-01-30"),
                        period("2023-24-Q4", "2024-01-01", "2024-03-31", "2024-04-30"));
    }

    @Test
    void givenFinancialYear_whenCutIntoHalves_thenTheSecondBeginsInOctober() {
        assertThat(periods("2023-24", "2023-04-01", "2024-03-31", Cadence.HALF_YEARLY))
                .containsExactly(
                        period("2023-24-H1", "2023-04-01", "2023-09-30", "2023-10-30"),
                        period("2023-24-H2", "2023-10-01", "2024-03-31", "2024-04-30"));
    }

    @Test
    void givenStartOnThe31st_whenCutIntoQuarters_thenShortMonthsDoNotShiftWhatFollows() {
        assertThat(periods("school", "2023-08-31", "2024-08-30", Cadence.QUARTERLY))
                .extracting(Period::startsOn)
                .containsExactly(day("2023-08-31"), day("2023-11-30"), day("2024-02-29"), day("2024-05-31"));
    }

    @Test
    void givenSevenMonths_whenCutIntoQuarters_thenTheLastEndsWithTheCycle() {
        assertThat(periods("short", "2023-01-01", "2023-07-31", Cadence.QUARTERLY))
                .last()
                .isEqualTo(period("short-Q3", "2023-07-01", "2023-07-31", "2023-08-30"));
    }

    @Test
    void givenCycleOfOneDay_whenCutIntoQuarters_thenItIsOnePeriodOfOneDay() {
        assertThat(periods("day", "2023-05-17", "2023-05-17", Cadence.QUARTERLY))
                .containsExactly(period("day-Q1", "2023-05-17", "2023-05-17", "2023-06-16"));
    }

    @Test
    void givenNoCadence_whenCut_thenThereIsNoPeriod() {
        assertThat(periods("2023", "2023-01-01", "2023-12-31", Cadence.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cadence.class,
            names = {"QUARTERLY", "HALF_YEARLY"})
    void givenEveryStartInFourYears_whenCut_thenPeriodsCoverTheCycleWithoutGapOrOverlap(Cadence cadence) {
        for (var start = day("2023-01-01"); start.getYear() < 2027; start = start.plusDays(1)) {
            for (var length : List.of(0, 27, 28, 89, 90, 181, 182, 364, 365, 366, 1_096)) {
                checkCover(start, start.plusDays(length), cadence);
            }
        }
    }

    private static void checkCover(LocalDate start, LocalDate end, Cadence cadence) {
        var next = start;
        for (var period : Periods.of(new OpenCycle(BOARD, "cycle", start, end, 3, cadence, List.of()))) {
            assertThat(period.startsOn()).as("%s to %s", start, end).isEqualTo(next);
            assertThat(period.endsOn()).as("%s to %s", start, end).isBetween(next, end);
            assertThat(period.dueOn()).isEqualTo(period.endsOn().plusDays(30));
            next = period.endsOn().plusDays(1);
        }
        assertThat(next).as("%s to %s", start, end).isEqualTo(end.plusDays(1));
    }

    private static List<Period> periods(String cycle, String startsOn, String endsOn, Cadence cadence) {
        return Periods.of(new OpenCycle(BOARD, cycle, day(startsOn), day(endsOn), 3, cadence, List.of()));
    }

    private static Period period(String id, String startsOn, String endsOn, String dueOn) {
        return new Period(id, day(startsOn), day(endsOn), day(dueOn));
    }
}
