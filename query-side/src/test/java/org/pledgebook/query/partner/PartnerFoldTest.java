package org.pledgebook.query.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
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
    void givenNoPartner_whenATeamIsAdded_thenFoldingFailsInsteadOfGuessing() {
        var given = Given.board().said(new TeamAdded(Given.BOARD, "a", "youth"));

        assertThatThrownBy(given::folded)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("youth");
    }
}
