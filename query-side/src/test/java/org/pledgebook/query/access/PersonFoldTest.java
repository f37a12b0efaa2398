package org.pledgebook.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.Role;

class PersonFoldTest {

    private final Given given = Given.board()
            .said(new AccessGiven("p-1", new Grant(Role.PARTNER, Given.BOARD, "a")))
            .said(new AccessGiven("p-1", new Grant(Role.AUDITOR, "camden", null)));

    @Test
    void givenTwoGrants_whenFolded_thenBothAreLive() {
        var person = given.folded().get(PersonDocument.class, "p-1");

        assertThat(person.grants().live()).hasSize(2);
        assertThat(person.version()).isEqualTo(2);
        assertThat(given.last(AuditEntry.class).boards()).containsExactly("camden");
    }

    @Test
    void givenAccessToTwoBoards_whenThePersonIsForgotten_thenNothingButTheIdIsToldToReadersOfBoth() {
        given.said(new PersonForgotten("p-1"));

        var person = given.folded().get(PersonDocument.class, "p-1");
        var entry = given.last(AuditEntry.class);

        assertThat(person.forgotten()).isTrue();
        assertThat(person.grants().live()).isEmpty();
        assertThat(person.version()).isEqualTo(3);
        assertThat(entry.boards()).containsExactlyInAnyOrder(Given.BOARD, "camden");
        assertThat(entry.words()).isEqualTo("Forgot p-1: nothing but this id is kept.");
        assertThat(entry.changes()).containsExactly(new Change("access", "partner a and auditor of camden", "none"));
    }

    @Test
    void givenAccessToTwoBoards_whenItEnds_thenReadersOfBothMayReadOfIt() {
        given.said(new AccessEnded("p-1", "Left."));

        var entry = given.last(AuditEntry.class);

        assertThat(entry.boards()).containsExactlyInAnyOrder(Given.BOARD, "camden");
        assertThat(entry.words()).isEqualTo("Ended all access of p-1.");
        assertThat(entry.changes()).containsExactly(new Change("access", "partner a and auditor of camden", "none"));
        assertThat(entry.reason()).isEqualTo("Left.");
        assertThat(given.folded().get(PersonDocument.class, "p-1").grants().live())
                .isEmpty();
    }
}
