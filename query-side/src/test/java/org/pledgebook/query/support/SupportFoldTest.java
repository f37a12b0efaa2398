package org.pledgebook.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

class SupportFoldTest {

    private final Given given = Given.board()
            .partner("a")
            .said(new SupportPosted(
                    Given.BOARD,
                    "a",
                    1,
                    SupportKind.REQUEST,
                    "Who knows an interpreter?",
                    "a/2023/1",
                    LocalDate.parse("2023-01-01")));

    @Test
    void givenARequest_whenFolded_thenTheTimelineSaysItInItsWords() {
        var entry = given.last(AuditEntry.class);

        assertThat(entry.partner()).isEqualTo("a");
        assertThat(entry.pledge()).isEqualTo("a/2023/1");
        assertThat(entry.saidOn()).isEqualTo("2023-01-01");
        assertThat(entry.words()).isEqualTo("Asked for support with the pledge a/2023/1: “Who knows an interpreter?”.");
        assertThat(given.folded().get(SupportSetDocument.class, "a").unanswered())
                .hasSize(1);
    }

    @Test
    void givenARequest_whenItIsAnsweredTwice_thenBothAnswersStandAndItWaitsNoMore() {
        given.said(new SupportAnswered(Given.BOARD, "a", 1, SupportKind.REQUEST, "b", "We do.", null))
                .said(new SupportAnswered(Given.BOARD, "a", 1, SupportKind.REQUEST, "c", "So do we.", null));

        var support = given.folded().get(SupportDocument.class, SupportDocument.id("a", 1));
        var set = given.folded().get(SupportSetDocument.class, "a");

        assertThat(support.answers()).extracting(SupportDocument.Answer::from).containsExactly("b", "c");
        assertThat(support.version()).isEqualTo(3);
        assertThat(set.unanswered()).isEmpty();
        assertThat(set.answers())
                .containsExactly(
                        new SupportSetDocument.Answers("b", SupportKind.REQUEST, 1),
                        new SupportSetDocument.Answers("c", SupportKind.REQUEST, 1));
        assertThat(given.last(AuditEntry.class).words()).isEqualTo("c answered request 1: “So do we.”.");
        assertThat(given.last(AuditEntry.class).pledge()).isEqualTo("a/2023/1");
    }

    @Test
    void givenAnAnswer_whenItStandsWithWhoeverGaveIt_thenItIsToldThere_andChangesNothingOfTheirOwn() {
        var given = Given.board()
                .partner("a")
                .partner("b")
                .said(new SupportPosted(Given.BOARD, "b", 1, SupportKind.OFFER, "We can teach.", null, null))
                .said(new SupportAnswerGiven(
                        Given.BOARD, "b", "a", 7, SupportKind.REQUEST, "We do.", LocalDate.parse("2023-02-01")));

        var entry = given.last(AuditEntry.class);
        assertThat(entry.partner()).isEqualTo("b");
        assertThat(entry.owner()).isEqualTo("partner:b");
        assertThat(entry.words()).isEqualTo("Answered request 7 of a: “We do.”.");
        assertThat(entry.saidOn()).isEqualTo("2023-02-01");
        assertThat(given.folded().all(SupportDocument.class)).singleElement().satisfies(own -> {
            assertThat(own.number()).isEqualTo(1);
            assertThat(own.answers()).isEmpty();
        });
        assertThat(given.last(SupportSetDocument.class).unanswered()).hasSize(1);
    }
}
