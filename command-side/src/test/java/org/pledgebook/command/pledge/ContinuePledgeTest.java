package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.COMMITMENT;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.NEXT_CYCLE_OPENED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.SEATS;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.pledgeMade;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;

class ContinuePledgeTest {

    private static final ContinuePledge CONTINUE =
            new ContinuePledge(PARTNER, "2024", CYCLE, 1, null, "One seat is still to be filled", null);

    private final Book book = Book.of(PledgeSet.class)
            .given(BOARD_ESTABLISHED, CYCLE_OPENED, NEXT_CYCLE_OPENED, PARTNER_JOINED, pledgeMade(1))
            .at("2024-01-10T09:00:00Z");

    @Test
    void givenPledge_whenItIsContinued_thenItTakesThePlaceOfANewOneAsItStoodButForDatesGoneBy() {
        var amended = with(COMMITMENT, "measures", List.of(with(SEATS, "target", number("3"))));
        book.given(
                firstQuarterReported(),
                new PledgeAmended(
                        BOARD, PARTNER, CYCLE, 1, amended, List.of(AmendmentClass.STRENGTHENED), "More", null));
        book.when(CONTINUE)
                .then(new PledgeContinued(
                        BOARD,
                        PARTNER,
                        "2024",
                        1,
                        CYCLE,
                        1,
                        with(
                                amended,
                                "measures",
                                List.of(with(with(SEATS, "target", number("3")), "targetDate", null))),
                        CONTINUE.reason(),
                        null))
                .answers("healthwatch/2024/1", 1);
    }

    @Test
    void givenPledgesOfTheLaterCycle_whenOneIsContinued_thenItsRoomCountsAndItsNumberIsTheNext() {
        book.given(later(1), later(2), new PledgeWithdrawn(BOARD, PARTNER, "2024", 1, "No", null));
        book.when(CONTINUE).answers("healthwatch/2024/3", 1);
        book.given(later(3), later(4));
        book.when(CONTINUE).refused("pledges-full", 409);
    }

    @Test
    void givenEarlierCycleClosedOrPledgeFulfilled_whenItIsContinued_thenItGoesOn() {
        book.given(CYCLE_CLOSED).when(CONTINUE).answers("healthwatch/2024/1", 1);
        book.given(new PledgeFulfilled(BOARD, PARTNER, CYCLE, 1, "Two trustees", day("2023-12-12"), null));
        book.when(CONTINUE).answers("healthwatch/2024/1", 1);
    }

    @Test
    void givenWithdrawnPledge_whenItIsContinued_thenThereIsNothingToGoOnWith() {
        book.given(new PledgeWithdrawn(BOARD, PARTNER, CYCLE, 1, "No", null));
        book.when(CONTINUE).refused("pledge-withdrawn", 409);
    }

    @Test
    void givenPledgeThatWasWithdrawnLater_whenItIsSaidThatItWentOnBefore_thenItDid() {
        book.given(new PledgeWithdrawn(BOARD, PARTNER, CYCLE, 1, "No", day("2023-12-20")));
        book.when(CONTINUE).refused("pledge-withdrawn", 409);
        book.when(with(CONTINUE, "saidOn", day("2023-12-21"))).refused("pledge-withdrawn", 409);
        book.when(with(CONTINUE, "saidOn", day("2023-12-20"))).answers("healthwatch/2024/1", 1);
    }

    @Test
    void givenSeveralVersions_whenOneOfThemIsContinued_thenItGoesOnFromThatOne() {
        var reworded = with(COMMITMENT, "title", "Plainer");
        book.given(
                new PledgeAmended(
                        BOARD, PARTNER, CYCLE, 1, reworded, List.of(AmendmentClass.REWORDED), "Plainer", null),
                new PledgeExtended(BOARD, PARTNER, CYCLE, 1, List.of(), "It works", null));
        book.when(with(CONTINUE, "version", 1)).then(goingOn(COMMITMENT));
        book.when(with(CONTINUE, "version", 2)).then(goingOn(reworded));
        book.when(with(CONTINUE, "version", 3)).then(goingOn(reworded.in(List.of())));
        book.when(CONTINUE).then(goingOn(reworded.in(List.of())));
        book.when(with(CONTINUE, "version", 4)).refused("unknown-version", 422, "/version");
        book.when(with(CONTINUE, "version", 0)).refused("unknown-version", 422, "/version");
    }

    private static PledgeContinued goingOn(Commitment commitment) {
        return new PledgeContinued(
                BOARD,
                PARTNER,
                "2024",
                1,
                CYCLE,
                1,
                with(commitment, "measures", List.of(with(SEATS, "targetDate", null))),
                CONTINUE.reason(),
                null);
    }

    @Test
    void givenContinuedPledge_whenItIsContinuedAgain_thenItGoesOnFromWhereItIsNow() {
        var third = with(
                with(with(NEXT_CYCLE_OPENED, "cycle", "2025"), "startsOn", day("2025-01-01")),
                "endsOn",
                day("2025-12-31"));
        book.given(
                third, new PledgeContinued(BOARD, PARTNER, "2024", 1, CYCLE, 1, COMMITMENT, CONTINUE.reason(), null));
        var refusal = book.when(CONTINUE).refused("already-continued", 409);
        assertThat(refusal.detail()).contains("'healthwatch/2024/1'");
        book.when(with(CONTINUE, "cycle", "2025")).refused("already-continued", 409);
        book.when(with(with(CONTINUE, "cycle", "2025"), "from", "2024")).answers("healthwatch/2025/1", 1);
    }

    @Test
    void givenCycleThatIsNotLaterOrClosedOrUnknown_whenPledgeIsContinuedThere_thenItIsNotTaken() {
        book.when(with(CONTINUE, "cycle", "2019")).refused("unknown-cycle", 422, "/cycle");
        book.when(with(CONTINUE, "cycle", CYCLE)).refused("not-a-later-cycle", 422, "/cycle");
        book.given(later(1));
        book.when(with(with(CONTINUE, "cycle", CYCLE), "from", "2024")).refused("not-a-later-cycle", 422, "/cycle");
        book.when(with(CONTINUE, "saidOn", day("2024-01-11"))).refused("said-in-the-future", 422, "/saidOn");
        book.given(new CycleClosed(BOARD, "2024", "Over")).when(CONTINUE).refused("cycle-closed", 409);
    }

    @Test
    void givenNoSuchPledge_whenItIsContinued_thenItIsUnknown() {
        book.when(with(CONTINUE, "number", 2)).refused("not-found", 404);
        book.when(with(CONTINUE, "from", "2019")).refused("not-found", 404);
        book.given(with(PARTNER_JOINED, "partner", "mind"));
        book.when(with(CONTINUE, "partner", "mind")).refused("not-found", 404);
    }

    @Test
    void givenVersionInTheSendersEyes_whenPledgeIsContinued_thenItIsTheEarlierPledges() {
        book.given(firstQuarterReported());
        book.when(CONTINUE, Map.of(Origin.IF_MATCH, 1L)).refused("version-moved-on", 412);
        book.when(CONTINUE, Map.of(Origin.IF_MATCH, 2L)).answers("healthwatch/2024/1", 1);
    }

    private static PledgeMade later(int number) {
        return with(pledgeMade(number), "cycle", "2024");
    }
}
