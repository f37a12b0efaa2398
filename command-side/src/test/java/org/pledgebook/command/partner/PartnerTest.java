package org.pledgebook.command.partner;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.PartnerCommand;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.partner.TeamAdded;

class PartnerTest {

    private static final AddPartner ADD =
            new AddPartner(BOARD, PARTNER, "Healthwatch", Kind.VOLUNTARY, List.of("outreach", "volunteers"));

    private static final String MIND = "mind";
    private static final PartnerJoined MIND_JOINED = with(with(PARTNER_JOINED, "partner", MIND), "name", "Mind");
    private static final PartnerMerged MERGED = new PartnerMerged(BOARD, PARTNER, MIND, "They are one");
    private static final RenamePartner RENAME = new RenamePartner(PARTNER, "Healthwatch North", "It serves the north");
    private static final MergePartner MERGE = new MergePartner(PARTNER, MIND, "They are one");
    private static final List<PartnerCommand> CHANGES =
            List.of(new AddTeam(PARTNER, "reception"), RENAME, MERGE, new LeaveBoard(PARTNER, "Its funding ended"));

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

    @Test
    void givenPartner_whenItIsRenamed_thenItsIdStays() {
        book.given(PARTNER_JOINED)
                .when(RENAME)
                .then(new PartnerRenamed(BOARD, PARTNER, "Healthwatch North", "It serves the north"))
                .answers(PARTNER, 2);
    }

    @Test
    void givenName_whenItIsGivenAgain_thenItIsThePartnersAlready() {
        book.given(PARTNER_JOINED);
        book.when(with(RENAME, "name", "Healthwatch")).refused("name-unchanged", 409);
        book.given(new PartnerRenamed(BOARD, PARTNER, "Healthwatch North", "It serves the north"));
        book.when(RENAME).refused("name-unchanged", 409);
        book.when(with(RENAME, "name", "Healthwatch")).answers(PARTNER, 3);
    }

    @Test
    void givenTwoPartners_whenOneMergesIntoTheOther_thenTheOtherIsToldInItsOwnStream() {
        book.given(PARTNER_JOINED, MIND_JOINED, new TeamAdded(BOARD, MIND, "talking"))
                .when(MERGE)
                .then(MERGED)
                .answers(PARTNER, 2)
                .alsoAppended(new PredecessorMerged(BOARD, MIND, PARTNER, "They are one"), 3);
    }

    @Test
    void givenPartner_whenItMergesIntoItself_thenItNeedsAnother() {
        book.given(PARTNER_JOINED).when(with(MERGE, "into", PARTNER)).refused("merger-with-itself", 422, "/into");
    }

    @Test
    void givenNoSuchPartnerOnTheBoard_whenOneMergesIntoIt_thenItIsUnknownAlsoWhereAnotherBoardHasIt() {
        book.given(PARTNER_JOINED).when(MERGE).refused("unknown-partner", 422, "/into");
        var elsewhere = book.given(with(MIND_JOINED, "board", "camden")).when(MERGE);
        assertThat(elsewhere.refused("unknown-partner", 422, "/into").detail()).doesNotContain("camden");
    }

    @Test
    void givenSuccessorThatMergedOrLeft_whenOneMergesIntoIt_thenItGoesOnNoMore() {
        var other = with(MIND_JOINED, "partner", "rethink");
        book.given(PARTNER_JOINED, MIND_JOINED, other, new PartnerLeft(BOARD, "rethink", "Closed"));
        book.when(with(MERGE, "into", "rethink")).refused("successor-not-on-board", 409);
        book.given(new PartnerMerged(BOARD, MIND, "rethink", "They are one"));
        assertThat(book.when(MERGE).refused("successor-not-on-board", 409).detail())
                .contains("'mind' has itself merged into 'rethink'");
    }

    @Test
    void givenPartnerThatMergedIntoIt_whenTheSuccessorMergesBack_thenThereIsNoCircle() {
        book.given(PARTNER_JOINED, MIND_JOINED, MERGED, new PredecessorMerged(BOARD, MIND, PARTNER, "They are one"));
        book.when(new MergePartner(MIND, PARTNER, "Back")).refused("successor-not-on-board", 409);
    }

    @Test
    void givenPartnerWithPredecessor_whenItIsRenamed_thenItsVersionCountsThat() {
        book.given(PARTNER_JOINED, new PredecessorMerged(BOARD, PARTNER, MIND, "They are one"));
        book.when(RENAME).answers(PARTNER, 3);
    }

    @Test
    void givenPartner_whenItLeaves_thenThatIsRecorded() {
        book.given(PARTNER_JOINED)
                .when(new LeaveBoard(PARTNER, "Its funding ended"))
                .then(new PartnerLeft(BOARD, PARTNER, "Its funding ended"))
                .answers(PARTNER, 2);
    }

    @Test
    void givenPartnerThatMerged_whenAnythingIsAskedOfIt_thenTheOtherIsNamed() {
        book.given(PARTNER_JOINED, MIND_JOINED, MERGED);
        for (var command : CHANGES) {
            assertThat(book.when(command).refused("partner-has-merged", 409).detail())
                    .contains("'mind'", "does not end by itself");
        }
    }

    @Test
    void givenPartnerThatLeft_whenAnythingIsAskedOfIt_thenItHasLeft() {
        book.given(PARTNER_JOINED, MIND_JOINED, new PartnerLeft(BOARD, PARTNER, "Its funding ended"));
        for (var command : CHANGES) {
            assertThat(book.when(command).refused("partner-has-left", 409).detail())
                    .contains("does not end by itself");
        }
    }

    @Test
    void givenNoSuchPartner_whenAnythingIsAskedOfIt_thenPartnerIsUnknown() {
        for (var command : CHANGES) {
            book.when(command).refused("not-found", 404);
        }
    }
}
