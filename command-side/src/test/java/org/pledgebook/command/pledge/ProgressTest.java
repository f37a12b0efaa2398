package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.COMMITMENT;
import static org.pledgebook.command.Examples.CORRECT_PROGRESS;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.CYCLE_WITHOUT_PERIODS;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.PARTNER_LEFT;
import static org.pledgebook.command.Examples.RECORD_PROGRESS;
import static org.pledgebook.command.Examples.REPORT;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.pledgeMade;
import static org.pledgebook.command.Examples.progressRecorded;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Status;

class ProgressTest {

    private static final RecordProgress SECOND_QUARTER = with(RECORD_PROGRESS, "period", "2023-Q2");
    private static final RecordProgress TODAY = with(RECORD_PROGRESS, "period", null);
    private static final ProgressCorrected CORRECTED =
            new ProgressCorrected(BOARD, PARTNER, CYCLE, 1, "2023-Q1", REPORT, "A seat had been counted twice", null);

    private final Book book =
            Book.of(PledgeSet.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, pledgeMade(1));
    private final Book withoutPeriods =
            Book.of(PledgeSet.class).given(BOARD_ESTABLISHED, CYCLE_WITHOUT_PERIODS, PARTNER_JOINED, pledgeMade(1));

    @Test
    void givenPledge_whenProgressIsRecorded_thenItSpeaksForItsPeriodAndIsNotLate() {
        book.when(RECORD_PROGRESS).then(firstQuarterReported()).answers("healthwatch/2023/1", 2);
    }

    @Test
    void givenSeveralPledges_whenProgressIsRecorded_thenVersionCountsThePledgesOwnEvents() {
        book.given(pledgeMade(2), firstQuarterReported(), pledgeMade(3), CORRECTED);
        book.when(with(RECORD_PROGRESS, "number", 2)).answers("healthwatch/2023/2", 2);
        book.when(SECOND_QUARTER).answers("healthwatch/2023/1", 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void givenNoSuchPledge_whenProgressIsRecordedOrCorrected_thenItIsUnknown(int number) {
        book.when(with(RECORD_PROGRESS, "number", number)).refused("not-found", 404);
        book.when(with(CORRECT_PROGRESS, "number", number)).refused("not-found", 404);
    }

    @Test
    void givenPledgeOfAnotherPartner_whenProgressIsRecordedUnderOnesOwnName_thenItIsUnknown() {
        book.given(with(PARTNER_JOINED, "partner", "mind"));
        book.when(with(RECORD_PROGRESS, "partner", "mind")).refused("not-found", 404);
    }

    @Test
    void givenReport_whenAnotherIsRecordedForTheSamePeriod_thenItShouldBeACorrection() {
        book.given(firstQuarterReported()).when(RECORD_PROGRESS).refused("already-reported", 409);
        book.given(CORRECTED).when(RECORD_PROGRESS).refused("already-reported", 409);
    }

    @Test
    void givenClosedCycle_whenProgressIsRecordedOrCorrected_thenItTakesNoMoreStatements() {
        book.given(firstQuarterReported(), CYCLE_CLOSED);
        book.when(SECOND_QUARTER).refused("cycle-closed", 409);
        book.when(CORRECT_PROGRESS).refused("cycle-closed", 409);
    }

    @Test
    void givenPartnerThatLeft_whenItReportsOrCorrects_thenOnlyWhatItHadReportedCanBeCorrected() {
        book.given(firstQuarterReported(), PARTNER_LEFT);
        book.when(SECOND_QUARTER).refused("partner-has-left", 409);
        book.when(CORRECT_PROGRESS).answers("healthwatch/2023/1", 3);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2023-Q5", "2023-q1", "2023-H1", "2023-04-12"})
    void givenWordThatIsNoPeriod_whenProgressIsRecorded_thenThoseThereAreAreNamed(@Nullable String period) {
        var refusal = book.when(with(RECORD_PROGRESS, "period", period)).refused("no-such-period", 422, "/period");
        assertThat(refusal.detail()).contains("2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4");
    }

    @Test
    void givenMidnightInLondon_whenPeriodBegins_thenItCanBeReportedFromThatInstant() {
        // British Summer Time began on 26 March, so 1 April begins at 23:00 UTC on 31 March.
        book.at("2022-12-01T09:00:00Z").when(SECOND_QUARTER).refused("period-not-begun", 409);
        book.at("2023-03-31T22:59:59.999Z").when(SECOND_QUARTER).refused("period-not-begun", 409);
        book.at("2023-03-31T23:00:00Z")
                .when(SECOND_QUARTER)
                .then(progressRecorded("2023-Q2", "2023-07-30", false, null));
    }

    @ParameterizedTest
    @CsvSource({
        // Due on 30 April, in summer time; the report for the fourth quarter is due on 30 January, in winter time.
        "2023-Q1, 2023-04-30, 2023-04-30T22:59:59.999Z, false",
        "2023-Q1, 2023-04-30, 2023-04-30T23:00:00Z, true",
        "2023-Q4, 2024-01-30, 2024-01-30T23:59:59.999Z, false",
        "2023-Q4, 2024-01-30, 2024-01-31T00:00:00Z, true",
        "2023-Q1, 2023-04-30, 2026-11-22T12:00:00Z, true"
    })
    void givenDueDate_whenItsLastMomentHasPassedInLondon_thenReportIsMarkedLateAndTaken(
            String period, String dueOn, String instant, boolean late) {
        book.at(instant)
                .when(with(RECORD_PROGRESS, "period", period))
                .then(progressRecorded(period, dueOn, late, null));
    }

    @Test
    void givenBoardInAuckland_whenDueDayHasPassedThere_thenReportIsLateWhileLondonStillHasIt() {
        Book.of(PledgeSet.class)
                .given(with(BOARD_ESTABLISHED, "timeZone", "Pacific/Auckland"), CYCLE_OPENED, PARTNER_JOINED)
                .given(pledgeMade(1))
                .at("2023-04-30T12:00:00Z")
                .when(RECORD_PROGRESS)
                .then(progressRecorded("2023-Q1", "2023-04-30", true, null));
    }

    @Test
    void givenReportSaidBeforeTheDueDay_whenItIsEnteredAfter_thenItIsLateAndBothDaysAreKept() {
        book.at("2023-05-02T09:00:00Z")
                .when(with(RECORD_PROGRESS, "saidOn", day("2023-04-20")))
                .then(progressRecorded("2023-Q1", "2023-04-30", true, "2023-04-20"));
    }

    @Test
    void givenDayBeforeThePeriod_whenReportWasSaid_thenNothingCanBeSaidOfIt() {
        book.when(with(RECORD_PROGRESS, "saidOn", day("2022-12-31"))).refused("said-before-period", 422, "/saidOn");
    }

    @Test
    void givenTomorrow_whenReportWasSaid_thenNothingWasSaidInTheFuture() {
        book.given(firstQuarterReported());
        book.when(with(SECOND_QUARTER, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        book.when(with(CORRECT_PROGRESS, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
    }

    @Test
    void givenReading_whenItNamesNoMeasureOfThePledge_thenThoseThereAreAreNamed() {
        var refusal = book.when(with(RECORD_PROGRESS, "report", reading("height")))
                .refused("unknown-measure", 422, "/readings/height");
        assertThat(refusal.detail()).contains("It has trustees-over-60.");
    }

    @Test
    void givenPledgeWithoutMeasures_whenOneIsRead_thenReadingsShouldBeLeftOut() {
        var plain = with(pledgeMade(2), "commitment", with(COMMITMENT, "measures", List.of()));
        var refusal = book.given(plain)
                .when(with(RECORD_PROGRESS, "number", 2))
                .refused("unknown-measure", 422, "/readings/trustees-over-60");
        assertThat(refusal.detail()).contains("leave the readings out");
    }

    @Test
    void givenMeasureReadTwice_whenProgressIsRecordedOrCorrected_thenItIsNamed() {
        var twice = reading("trustees-over-60", "trustees-over-60");
        book.when(with(RECORD_PROGRESS, "report", twice)).refused("read-twice", 422, "/readings/trustees-over-60");
        book.given(firstQuarterReported())
                .when(with(CORRECT_PROGRESS, "report", twice))
                .refused("read-twice", 422, "/readings/trustees-over-60");
    }

    @Test
    void givenReportWithoutReadings_whenProgressIsRecorded_thenItIsTaken() {
        book.when(with(RECORD_PROGRESS, "report", reading())).answers("healthwatch/2023/1", 2);
    }

    @Test
    void givenReport_whenItIsCorrected_thenTheCorrectionStandsBesideItWithItsReason() {
        book.given(firstQuarterReported())
                .when(CORRECT_PROGRESS)
                .then(CORRECTED)
                .answers("healthwatch/2023/1", 3);
    }

    @Test
    void givenCorrection_whenItIsCorrected_thenThatIsTakenToo() {
        var achieved = with(CORRECT_PROGRESS, "report", with(REPORT, "status", Status.ACHIEVED));
        book.given(firstQuarterReported(), CORRECTED)
                .when(achieved)
                .then(with(CORRECTED, "report", achieved.report()))
                .answers("healthwatch/2023/1", 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-Q2", "2023-Q9", "2023-q1", ""})
    void givenNoReportForPeriod_whenItIsCorrected_thenThereIsNothingToCorrect(String period) {
        book.given(firstQuarterReported())
                .when(with(CORRECT_PROGRESS, "period", period))
                .refused("not-found", 404);
    }

    @Test
    void givenReportOfAnotherPledge_whenThisOnesIsCorrected_thenThereIsNothingToCorrect() {
        book.given(firstQuarterReported(), pledgeMade(2))
                .when(with(CORRECT_PROGRESS, "number", 2))
                .refused("not-found", 404);
    }

    @Test
    void givenCycleWithoutPeriods_whenProgressIsRecorded_thenItSpeaksForTodayInLondonAndIsNeverLate() {
        withoutPeriods.at("2023-07-11T23:30:00Z").when(TODAY).then(progressRecorded("2023-07-12", null, false, null));
        withoutPeriods.at("2026-11-22T12:00:00Z").when(TODAY).then(progressRecorded("2026-11-22", null, false, null));
    }

    @Test
    void givenCycleWithoutPeriods_whenProgressWasSaidEarlier_thenItSpeaksForThatDay() {
        withoutPeriods
                .when(with(TODAY, "saidOn", day("2023-02-03")))
                .then(progressRecorded("2023-02-03", null, false, "2023-02-03"));
    }

    @Test
    void givenCycleWithoutPeriods_whenOneDayHasReport_thenAnotherForItShouldBeACorrection() {
        withoutPeriods.given(progressRecorded("2023-04-12", null, false, null));
        withoutPeriods.when(TODAY).refused("already-reported", 409);
        withoutPeriods.when(with(TODAY, "saidOn", day("2023-04-11"))).answers("healthwatch/2023/1", 3);
        withoutPeriods
                .when(with(CORRECT_PROGRESS, "period", "2023-04-12"))
                .then(with(CORRECTED, "period", "2023-04-12"));
    }

    @Test
    void givenCycleWithoutPeriods_whenPeriodIsNamed_thenItHasNone() {
        withoutPeriods.when(RECORD_PROGRESS).refused("no-such-period", 422, "/period");
    }

    @Test
    void givenCycleWithoutPeriods_whenReportSpeaksForDayBeforeItBegins_thenItHadNotBegun() {
        withoutPeriods.when(with(TODAY, "saidOn", day("2022-12-31"))).refused("cycle-not-begun", 409);
        withoutPeriods.when(with(TODAY, "saidOn", day("1900-01-01"))).refused("cycle-not-begun", 409);
        withoutPeriods.at("2022-12-31T23:59:59Z").when(TODAY).refused("cycle-not-begun", 409);
        withoutPeriods.at("2023-01-01T00:00:00Z").when(TODAY).answers("healthwatch/2023/1", 2);
    }

    private static Report reading(String... measures) {
        var readings = List.of(measures).stream()
                .map(measure -> new Reading(measure, number("1")))
                .toList();
        return with(REPORT, "readings", readings);
    }

    @Test
    void givenCorrectedReport_whenItIsCorrectedAgain_thenTheLatestStandsAndAllCount() {
        book.given(firstQuarterReported(), CORRECTED);
        book.when(CORRECT_PROGRESS).then(CORRECTED).answers("healthwatch/2023/1", 4);
    }
}
