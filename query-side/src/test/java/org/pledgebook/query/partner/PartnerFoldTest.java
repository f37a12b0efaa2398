package org.pledgebook.query.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.partner.PartnerDocument.EarlierName;
import org.pledgebook.query.partner.PartnerDocument.Ending;
import org.pledgebook.query.partner.PartnerDocument.Predecessor;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.TeamAdded;

class PartnerFoldTest {

    @Test
    void givenAPartner_whenATeamIsAdded_thenItHasBothAndTheTimelineSaysSo() {
        var given = Given.board().partner("a").said(new TeamAdded(Given.BOARD, "a", "youth"));

        var partner = given.folded().get(PartnerDocument.class, "a");
        var entry = given.last(AuditEntry.class);

        assertThat(partner.teams()).containsExactly("outreach", "youth");
        assertThat(partner.version()).isEqualTo(2);
        assertThat(entry.words()).isEqualTo("Added the team youth.");
        assertThat(entry.changes()).isEqualTo(List.of(new Change("teams", "outreach", "outreach and youth")));
    }

    @Test
    void givenAPartner_whenItIsRenamedTwice_thenItsEarlierNamesStayWithWhenAndWhy() {
        var given = Given.board()
                .partner("a")
                .at("2023-04-01T09:00:00Z")
                .said(new PartnerRenamed(Given.BOARD, "a", "A", "It is shorter."))
                .at("2023-05-01T09:00:00Z")
                .said(new PartnerRenamed(Given.BOARD, "a", "A and B", "It grew."));

        var partner = given.folded().get(PartnerDocument.class, "a");
        var entry = given.last(AuditEntry.class);

        assertThat(partner.name()).isEqualTo("A and B");
        assertThat(partner.earlierNames())
                .containsExactly(
                        new EarlierName("The a", Instant.parse("2023-04-01T09:00:00Z"), "It is shorter."),
                        new EarlierName("A", Instant.parse("2023-05-01T09:00:00Z"), "It grew."));
        assertThat(partner.version()).isEqualTo(3);
        assertThat(entry.words()).isEqualTo("Changed its name from “A” to “A and B”.");
        assertThat(entry.changes()).containsExactly(new Change("name", "A", "A and B"));
        assertThat(entry.reason()).isEqualTo("It grew.");
    }

    @Test
    void givenTwoPartners_whenOneMergesIntoTheOther_thenBothSaySoInWords() {
        var merging = Given.board()
                .partner("a")
                .partner("b")
                .at("2023-04-01T09:00:00Z")
                .said(new PartnerMerged(Given.BOARD, "a", "b", "They are one."));
        var merged = merging.last(AuditEntry.class);
        var taken = merging.said(new PredecessorMerged(Given.BOARD, "b", "a", "They are one."));
        var documents = taken.folded();

        assertThat(documents.get(PartnerDocument.class, "a").ending())
                .isEqualTo(new Ending(Instant.parse("2023-04-01T09:00:00Z"), "b", "They are one."));
        assertThat(documents.get(PartnerDocument.class, "b").predecessors())
                .containsExactly(new Predecessor("a", Instant.parse("2023-04-01T09:00:00Z"), "They are one."));
        assertThat(documents.get(PartnerDocument.class, "b").ending()).isNull();
        assertThat(merged.partner()).isEqualTo("a");
        assertThat(merged.words()).isEqualTo("Merged into b. It makes no more statements.");
        assertThat(taken.last(AuditEntry.class).partner()).isEqualTo("b");
        assertThat(taken.last(AuditEntry.class).words())
                .isEqualTo("a merged into it. What a said stays under that id.");
    }

    @Test
    void givenAPartner_whenItLeaves_thenItsDocumentSaysWhenAndWhy() {
        var given = Given.board()
                .partner("a")
                // Half past midnight on 1 July in London.
                .at("2023-06-30T23:30:00Z")
                .said(new PartnerLeft(Given.BOARD, "a", "Its funding ended."));

        var partner = given.folded().get(PartnerDocument.class, "a");

        assertThat(partner.ending())
                .isEqualTo(new Ending(Instant.parse("2023-06-30T23:30:00Z"), null, "Its funding ended."));
        assertThat(partner.leftOn(ZoneId.of("Europe/London"))).isEqualTo("2023-07-01");
        assertThat(given.last(AuditEntry.class).words()).isEqualTo("Left the board. It makes no more statements.");
        assertThat(given.last(AuditEntry.class).reason()).isEqualTo("Its funding ended.");
    }

    @Test
    void givenAPartner_whenItJoins_thenTheTimelineSaysSoInPlainWords() {
        assertThat(Given.board().partner("a").last(AuditEntry.class).words())
                .isEqualTo("The a joined the board with the teams outreach.");
    }

    @Test
    void givenNoPartner_whenATeamIsAdded_thenFoldingFailsInsteadOfGuessing() {
        var given = Given.board().said(new TeamAdded(Given.BOARD, "a", "youth"));

        assertThatThrownBy(given::folded)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("youth");
    }
}
