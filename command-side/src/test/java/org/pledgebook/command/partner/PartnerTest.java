package org.pledgebook.command.partner;

import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.TeamAdded;

class PartnerTest {

    private static final AddPartner ADD =
            new AddPartner(BOARD, PARTNER, "Healthwatch", Kind.VOLUNTARY, List.of("outreach", "volunteers"));

    private final Book book = Book.of(Partner.class).given(BOARD_ESTABLISHED);

    @Test
    void givenBoard_whenPartnerIsAdded_thenItJoins() {
        book.when(ADD).then(PARTNER_JOINED).answers(PARTNER, 1);
    }

    @Test
    void givenNoSuchBoard_whenPartnerIsAdded_thenBoardIsUnknown() {
        book.when(with(ADD, "board", "camden")).refused("not-found", 404);
    }

    @Test
    void givenPartner_whenItIsAddedAgain_thenItsIdIsTakenOverAllBoards() {
        book.given(PARTNER_JOINED, new BoardEstablished("camden", "Camden", "Europe/London", List.of()));
        book.when(ADD).refused("partner-exists", 409);
        book.when(with(ADD, "board", "camden")).refused("partner-exists", 409);
    }

    @Test
    void givenBoardOfTheSameName_whenPartnerIsAdded_thenBothStandSideBySide() {
        book.when(with(ADD, "partner", BOARD)).answers(BOARD, 1);
    }

    @Test
    void givenOneTeamTwice_whenPartnerIsAdded_thenSecondIsNamed() {
        book.when(with(ADD, "teams", List.of("outreach", "volunteers", "outreach")))
                .refused("named-twice", 422, "/teams/2");
    }

    @Test
    void givenPartner_whenTeamIsAdded_thenItIsRecordedUnderThePartnersBoard() {
        book.given(PARTNER_JOINED)
                .when(new AddTeam(PARTNER, "reception"))
                .then(new TeamAdded(BOARD, PARTNER, "reception"))
                .answers(PARTNER, 2);
    }

    @Test
    void givenNoSuchPartner_whenTeamIsAdded_thenPartnerIsUnknown() {
        book.when(new AddTeam(PARTNER, "reception")).refused("not-found", 404);
    }

    @Test
    void givenTeam_whenItIsAddedAgain_thenThePartnerHasItAlready() {
        book.given(PARTNER_JOINED, new TeamAdded(BOARD, PARTNER, "reception"));
        book.when(new AddTeam(PARTNER, "outreach")).refused("team-exists", 409);
        book.when(new AddTeam(PARTNER, "reception")).refused("team-exists", 409);
    }
}
