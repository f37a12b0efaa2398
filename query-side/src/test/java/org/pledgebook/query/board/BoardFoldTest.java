package org.pledgebook.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;

class BoardFoldTest {

    @Test
    void givenAnOpenCycle_whenClosed_thenItSaysSinceWhenAndWhyAndTheOthersStay() {
        var given = Given.board()
                .at("2023-01-20T10:00:00Z")
                .said(new CycleClosed(Given.BOARD, Given.SILENT, "All has been said."));

        var board = given.folded().get(BoardDocument.class, Given.BOARD);

        assertThat(board.version()).isEqualTo(4);
        assertThat(board.cycle(Given.SILENT).orElseThrow().closedAt()).isEqualTo(Instant.parse("2023-01-20T10:00:00Z"));
        assertThat(board.cycle(Given.CYCLE).orElseThrow().closedAt()).isNull();
        var entry = given.last(AuditEntry.class);
        assertThat(entry.words()).isEqualTo("Closed the cycle 2022: it takes no more statements.");
        assertThat(entry.changes()).containsExactly(new Change("cycle", "open", "closed"));
        assertThat(entry.reason()).isEqualTo("All has been said.");
        assertThat(entry.boards()).containsExactly(Given.BOARD);
        assertThat(entry.cycle()).isEqualTo(Given.SILENT);
    }

    @Test
    void givenABoard_whenItsSmallNumbersPolicyIsSet_thenItHoldsFromThenAndTheWordsSayWhatChanged() {
        var given = Given.board();
        assertThat(given.folded().get(BoardDocument.class, Given.BOARD).smallNumbers())
                .isEqualTo(SmallNumbers.USUAL);
        var policy = new SmallNumbers(4, "few", null, SmallNumbers.USUAL.peopleUnits());

        given.said(new SmallNumbersPolicySet(Given.BOARD, policy, "As the council does"));

        var board = given.folded().get(BoardDocument.class, Given.BOARD);
        assertThat(board.smallNumbers()).isEqualTo(policy);
        assertThat(board.version()).isEqualTo(4);
        assertThat(board.cycles()).hasSize(2);
        var entry = given.last(AuditEntry.class);
        assertThat(entry.words())
                .isEqualTo("Set what is done about small counts of people in what is made public: 1 to 4 shown as"
                        + " “few”, other counts shown as they are.");
        assertThat(entry.changes())
                .containsExactly(
                        new Change("threshold", "7", "4"),
                        new Change("marker", "“*”", "“few”"),
                        new Change("rounding", "rounded to the nearest 5", "shown as they are"));
        assertThat(entry.reason()).isEqualTo("As the council does");
    }

    @Test
    void givenABoard_whenACycleIsOpened_thenTheWordsSayForHowLongAndWhatItAsks() {
        assertThat(Given.board().last(AuditEntry.class).words())
                .isEqualTo("Opened the cycle 2023, from 1 January 2023 to 31 December 2023, for 3 pledges per partner"
                        + " and 4 reporting periods.");
    }
}
