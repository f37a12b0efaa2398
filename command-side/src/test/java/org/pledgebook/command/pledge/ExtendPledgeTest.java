package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.COMMITMENT;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.pledgeMade;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.command.Book.Outcome;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;

class ExtendPledgeTest {

    private static final ExtendPledge EXTEND = new ExtendPledge(PARTNER, CYCLE, 1, List.of(), "It works", null);

    private final Book book = Book.of(PledgeSet.class)
            .given(
                    BOARD_ESTABLISHED,
                    CYCLE_OPENED,
                    PARTNER_JOINED,
                    with(pledgeMade(1), "commitment", COMMITMENT.in(List.of("outreach"))));

    @Test
    void givenPilot_whenItIsExtended_thenItCoversMoreTeamsOrAll() {
        extending("outreach", "volunteers")
                .then(extended("outreach", "volunteers"))
                .answers("healthwatch/2023/1", 2);
        extending().then(extended());
    }

    @Test
    void givenExtendedPilot_whenItIsExtendedAgain_thenItGoesOnFromThere() {
        book.given(extended("outreach", "volunteers"), new TeamAdded(BOARD, PARTNER, "reception"));
        extending("outreach", "reception").refused("not-an-extension", 422, "/teams");
        extending("reception", "outreach", "volunteers").then(extended("reception", "outreach", "volunteers"));
    }

    @Test
    void givenPilot_whenAsManyOrOtherTeamsAreNamed_thenItReachesNoMore() {
        var refusal = extending("outreach").refused("not-an-extension", 422, "/teams");
        assertThat(refusal.detail()).contains("outreach");
        extending("volunteers").refused("not-an-extension", 422, "/teams");
        extending("outreach", "outreach").refused("named-twice", 422, "/teams/1");
        extending("outreach", "reception").refused("unknown-team", 422, "/teams/1");
    }

    @Test
    void givenPledgeForTheWholeOrganisation_whenItIsExtended_thenThereIsNothingMoreToReach() {
        book.given(extended());
        extending().refused("not-a-pilot", 409);
        extending("outreach", "volunteers").refused("not-a-pilot", 409);
    }

    @Test
    void givenPledgeOrCycleThatIsOver_whenItIsExtended_thenItIsNotTaken() {
        book.when(with(EXTEND, "number", 2)).refused("not-found", 404);
        book.when(with(EXTEND, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        book.given(new PledgeFulfilled(BOARD, PARTNER, CYCLE, 1, "Two trustees", day("2023-04-12"), null));
        book.when(EXTEND).refused("pledge-fulfilled", 409);
        book.given(CYCLE_CLOSED).when(EXTEND).refused("cycle-closed", 409);
    }

    private Outcome extending(String... teams) {
        return book.when(with(EXTEND, "teams", List.of(teams)));
    }

    private static PledgeExtended extended(String... teams) {
        return new PledgeExtended(BOARD, PARTNER, CYCLE, 1, List.of(teams), "It works", null);
    }
}
