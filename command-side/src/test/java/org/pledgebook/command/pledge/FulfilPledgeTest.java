package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CORRECT_PROGRESS;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.CYCLE_WITHOUT_PERIODS;
import static org.pledgebook.command.Examples.MAKE_PLEDGE;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.RECORD_PROGRESS;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.pledgeMade;

import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.PledgeFulfilled;

class FulfilPledgeTest {

    private static final FulfilPledge FULFIL = new FulfilPledge(PARTNER, CYCLE, 1, "Two trustees over 60", null);

    private final Book book =
            Book.of(PledgeSet.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, pledgeMade(1));

    @Test
    void givenPledge_whenItIsFulfilled_thenTheDayIsTheBoardsAndWhatItReadsIsNotLookedAt() {
        book.given(firstQuarterReported())
                .at("2023-06-01T23:00:00Z")
                .when(FULFIL)
                .then(fulfilled("2023-06-02"))
                .answers("healthwatch/2023/1", 3);
    }

    @Test
    void givenFulfilledPledge_whenMoreIsSaid_thenLateReportsAndCorrectionsAreTakenAndLaterPeriodsAreNot() {
        book.given(fulfilled("2023-04-12")).at("2023-10-02T09:00:00Z");
        book.when(RECORD_PROGRESS).answers("healthwatch/2023/1", 3);
        book.when(with(RECORD_PROGRESS, "period", "2023-Q2")).answers("healthwatch/2023/1", 3);
        var refusal = book.when(with(RECORD_PROGRESS, "period", "2023-Q3")).refused("pledge-fulfilled", 409);
        assertThat(refusal.detail()).contains("2023-04-12").contains("correct a report");
        book.given(firstQuarterReported());
        book.when(CORRECT_PROGRESS).answers("healthwatch/2023/1", 4);
        book.when(FULFIL).refused("pledge-fulfilled", 409);
    }

    @Test
    void givenCycleWithoutPeriods_whenFulfilledPledgeIsReportedOn_thenTheDayMustNotBeLater() {
        var silent = Book.of(PledgeSet.class)
                .given(BOARD_ESTABLISHED, CYCLE_WITHOUT_PERIODS, PARTNER_JOINED, pledgeMade(1), fulfilled("2023-04-12"))
                .at("2023-04-14T09:00:00Z");
        var report = with(RECORD_PROGRESS, "period", null);
        silent.when(report).refused("pledge-fulfilled", 409);
        silent.when(with(report, "saidOn", day("2023-04-13"))).refused("pledge-fulfilled", 409);
        silent.when(with(report, "saidOn", day("2023-04-12"))).answers("healthwatch/2023/1", 3);
    }

    @Test
    void givenFulfilledPledge_whenAnotherIsMade_thenItKeepsItsPlace() {
        book.given(pledgeMade(2), pledgeMade(3), fulfilled("2023-04-12"));
        book.when(MAKE_PLEDGE).refused("pledges-full", 409);
    }

    @Test
    void givenClosedCycleOrUnknownPledge_whenItIsFulfilled_thenItIsNotTaken() {
        book.when(with(FULFIL, "number", 2)).refused("not-found", 404);
        book.when(with(FULFIL, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        book.given(CYCLE_CLOSED).when(FULFIL).refused("cycle-closed", 409);
    }

    private static PledgeFulfilled fulfilled(String day) {
        return new PledgeFulfilled(BOARD, PARTNER, CYCLE, 1, "Two trustees over 60", day(day), null);
    }
}
