package org.pledgebook.command.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.OPEN_CYCLE;
import static org.pledgebook.command.Examples.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;

class BoardTest {

    private static final EstablishBoard ESTABLISH =
            new EstablishBoard(BOARD, "Islington board", "Europe/London", List.of("caring"));
    private static final CloseCycle CLOSE = new CloseCycle(BOARD, CYCLE, "The year is over");

    private static final SetSmallNumbersPolicy POLICY = new SetSmallNumbersPolicy(
            BOARD, new SmallNumbers(4, "fewer", null, List.of("people")), "As the council does");

    private final Book book = Book.of(Board.class);

    @Test
    void givenEmptyBook_whenBoardIsEstablished_thenItIsRecorded() {
        book.when(ESTABLISH).then(BOARD_ESTABLISHED).answers(BOARD, 1);
    }

    @Test
    void givenBoard_whenItIsEstablishedAgain_thenItsIdIsTaken() {
        book.given(BOARD_ESTABLISHED).when(ESTABLISH).refused("board-exists", 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Islington", "+01:00", "Z", "europe/london", "UTC+1", "BST"})
    void givenWordThatIsNoTimeZone_whenBoardIsEstablished_thenTimeZoneIsUnknown(String zone) {
        book.when(with(ESTABLISH, "timeZone", zone)).refused("unknown-time-zone", 422, "/timeZone");
    }

    @Test
    void givenOneOfTheActsNineAndOneTwice_whenBoardIsEstablished_thenBothAreKnownAlready() {
        book.when(with(ESTABLISH, "characteristics", List.of("caring", "age", "caring")))
                .refused("characteristic-known-already", 422, "/characteristics/1", "/characteristics/2");
    }

    @Test
    void givenBoard_whenQuarterlyCycleIsOpened_thenItsFourQuartersAreRecorded() {
        book.given(BOARD_ESTABLISHED).when(OPEN_CYCLE).then(CYCLE_OPENED).answers(BOARD, 2);
    }

    @Test
    void givenBoard_whenItsSmallNumbersPolicyIsSet_thenItIsRecordedAsOftenAsItChanges() {
        book.given(BOARD_ESTABLISHED)
                .when(POLICY)
                .then(new SmallNumbersPolicySet(BOARD, POLICY.policy(), "As the council does"))
                .answers(BOARD, 2);
        book.given(new SmallNumbersPolicySet(BOARD, POLICY.policy(), null))
                .when(with(POLICY, "policy", SmallNumbers.USUAL))
                .then(new SmallNumbersPolicySet(BOARD, SmallNumbers.USUAL, "As the council does"))
                .answers(BOARD, 3);
    }

    @Test
    void givenNoBoard_whenSmallNumbersPolicyIsSet_thenBoardIsUnknown() {
        book.when(POLICY).refused("not-found", 404);
    }

    @Test
    void givenRoundingThatMakesNobodyOfSomebody_whenPolicyIsSet_thenItIsRefused() {
        book.given(BOARD_ESTABLISHED)
                .when(with(POLICY, "policy", new SmallNumbers(4, "*", 11, List.of())))
                .refused("rounded-to-nobody", 422, "/rounding");
        book.when(with(POLICY, "policy", new SmallNumbers(4, "*", 10, List.of())))
                .answers(BOARD, 2);
    }

    @Test
    void givenNoBoard_whenCycleIsOpened_thenBoardIsUnknown() {
        book.when(OPEN_CYCLE).refused("not-found", 404);
    }

    @Test
    void givenCycle_whenItIsOpenedAgain_thenItsIdIsTakenAlsoAfterItIsClosed() {
        book.given(BOARD_ESTABLISHED, CYCLE_OPENED);
        book.when(OPEN_CYCLE).refused("cycle-exists", 409);
        book.given(CYCLE_CLOSED).when(OPEN_CYCLE).refused("cycle-exists", 409);
    }

    @Test
    void givenEndBeforeStart_whenCycleIsOpened_thenDatesAreOutOfOrder() {
        opening(with(OPEN_CYCLE, "endsOn", day("2022-12-31"))).refused("dates-out-of-order", 422, "/endsOn");
    }

    @Test
    void givenTenYears_whenCycleIsOpened_thenOneMoreDayIsTooLong() {
        opening(with(OPEN_CYCLE, "endsOn", day("2033-01-02"))).refused("cycle-too-long", 422, "/endsOn");
        opening(with(OPEN_CYCLE, "endsOn", day("2033-01-01"))).answers(BOARD, 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cadence.class,
            names = {"QUARTERLY", "HALF_YEARLY", "NONE"})
    void givenCadenceThatMakesItsPeriods_whenPeriodsAreGiven_thenTheyAreNotAskedFor(Cadence cadence) {
        var cycle = with(OPEN_CYCLE, "cadence", cadence);
        opening(with(cycle, "periods", List.of(period("spring", "2023-01-01", "2023-06-30", "2023-07-31"))))
                .refused("periods-not-asked-for", 422, "/periods");
    }

    @Test
    void givenCycleWithoutPeriods_whenItIsOpened_thenItHasNone() {
        opening(with(OPEN_CYCLE, "cadence", Cadence.NONE))
                .then(new CycleOpened(BOARD, CYCLE, day("2023-01-01"), day("2023-12-31"), 3, Cadence.NONE, List.of()));
    }

    @Test
    void givenOwnPeriodsWithGap_whenCycleIsOpened_thenTheyAreRecordedAsGiven() {
        var spring = period("Spring", "2023-01-01", "2023-05-31", "2023-05-31");
        var autumn = period("Autumn", "2023-09-01", "2023-12-31", "2024-03-31");
        opening(given(spring, autumn))
                .then(new CycleOpened(
                        BOARD, CYCLE, day("2023-01-01"), day("2023-12-31"), 3, Cadence.GIVEN, List.of(spring, autumn)));
    }

    @Test
    void givenCadenceGiven_whenNoPeriodIs_thenPeriodsAreMissing() {
        opening(given()).refused("no-periods", 422, "/periods");
    }

    @Test
    void givenPeriodsThatShareOneDay_whenCycleIsOpened_thenTheyOverlap() {
        opening(given(
                        period("spring", "2023-01-01", "2023-06-30", "2023-07-31"),
                        period("autumn", "2023-06-30", "2023-12-31", "2024-01-31")))
                .refused("periods-overlap", 422, "/periods/1/startsOn");
    }

    @Test
    void givenPeriodsInWrongOrder_whenCycleIsOpened_thenTheyOverlap() {
        opening(given(
                        period("autumn", "2023-07-01", "2023-12-31", "2024-01-31"),
                        period("spring", "2023-01-01", "2023-06-30", "2023-07-31")))
                .refused("periods-overlap", 422, "/periods/1/startsOn");
    }

    @Test
    void givenPeriodsOneDayOutsideCycle_whenItIsOpened_thenBothEndsAreNamed() {
        opening(given(
                        period("spring", "2022-12-31", "2023-06-30", "2023-07-31"),
                        period("autumn", "2023-07-01", "2024-01-01", "2024-01-31")))
                .refused("period-outside-cycle", 422, "/periods/0/startsOn", "/periods/1/endsOn");
    }

    @Test
    void givenPeriodThatEndsBeforeItStartsAndIsDueBeforeItEnds_whenCycleIsOpened_thenDatesAreOutOfOrder() {
        opening(given(period("spring", "2023-03-02", "2023-03-01", "2023-02-28")))
                .refused("dates-out-of-order", 422, "/periods/0/endsOn", "/periods/0/dueOn");
    }

    @Test
    void givenTwoPeriodsOfOneId_whenCycleIsOpened_thenIdIsUsedTwice() {
        opening(given(
                        period("half", "2023-01-01", "2023-06-30", "2023-07-31"),
                        period("half", "2023-07-01", "2023-12-31", "2024-01-31")))
                .refused("named-twice", 422, "/periods/1/id");
    }

    @Test
    void givenSeveralFaults_whenCycleIsOpened_thenAllAreNamedAtOnce() {
        var periods = List.of(period("spring", "2022-12-31", "2023-06-30", "2023-06-29"));
        var cycle = with(with(OPEN_CYCLE, "cadence", Cadence.GIVEN), "periods", periods);
        opening(with(cycle, "endsOn", day("2022-06-30")))
                .refused(
                        "dates-out-of-order",
                        422,
                        "/endsOn",
                        "/periods/0/startsOn",
                        "/periods/0/endsOn",
                        "/periods/0/dueOn");
    }

    @Test
    void givenCycleIdOfSixtyLetters_whenItsQuartersWouldHaveLongerIdsThanAnAddressHolds_thenItIsTooLong() {
        var refusal = opening(with(OPEN_CYCLE, "cycle", "c".repeat(60))).refused("period-ids-too-long", 422, "/id");
        assertThat(refusal.detail()).contains("by 3");
        opening(with(OPEN_CYCLE, "cycle", "c".repeat(57))).answers(BOARD, 2);
        opening(with(with(OPEN_CYCLE, "cycle", "c".repeat(60)), "cadence", Cadence.NONE))
                .answers(BOARD, 2);
    }

    @Test
    void givenOpenCycle_whenItIsClosed_thenTheReasonIsRecorded() {
        book.given(BOARD_ESTABLISHED, CYCLE_OPENED)
                .when(CLOSE)
                .then(new CycleClosed(BOARD, CYCLE, "The year is over"))
                .answers(BOARD, 3);
    }

    @Test
    void givenClosedCycle_whenItIsClosedAgain_thenItIsClosedAlready() {
        book.given(BOARD_ESTABLISHED, CYCLE_OPENED, CYCLE_CLOSED).when(CLOSE).refused("cycle-closed", 409);
    }

    @Test
    void givenNoSuchCycleOrBoard_whenItIsClosed_thenItIsUnknown() {
        assertThat(book.when(CLOSE).refused("not-found", 404).detail()).contains("no board 'islington'");
        assertThat(book.given(BOARD_ESTABLISHED)
                        .when(CLOSE)
                        .refused("not-found", 404)
                        .detail())
                .contains("no cycle '2023'");
    }

    private Book.Outcome opening(OpenCycle command) {
        return Book.of(Board.class).given(BOARD_ESTABLISHED).when(command);
    }

    private static OpenCycle given(Period... periods) {
        return with(with(OPEN_CYCLE, "cadence", Cadence.GIVEN), "periods", List.of(periods));
    }

    private static Period period(String id, String startsOn, String endsOn, String dueOn) {
        return new Period(id, day(startsOn), day(endsOn), day(dueOn));
    }
}
