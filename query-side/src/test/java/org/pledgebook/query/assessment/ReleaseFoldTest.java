package org.pledgebook.query.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.ReferencePublished;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.assessment.UsageTable.Group;

class ReleaseFoldTest {

    @Test
    void givenATable_whenItIsReleased_thenThePartnersTimelineSaysWhatIsMasked() {
        var given = Given.board().partner("a").said(released(false));

        var entry = given.last(AuditEntry.class);
        var document = given.folded().get(ReleaseDocument.class, ReleaseDocument.id("a", 1));

        assertThat(entry.words())
                .isEqualTo("Released the table sex, “People seen, by sex”, for everybody to read: 2 groups, of 1,240"
                        + " people, from 1 January 2022 to 31 December 2022; Men and not stated shown as “*”.");
        assertThat(entry.partner()).isEqualTo("a");
        assertThat(entry.boards()).containsExactly(Given.BOARD);
        assertThat(entry.owner()).isEqualTo("partner:a");
        assertThat(document.release()).isEqualTo(released(false));
        assertThat(document.owner()).isEqualTo("partner:a");
    }

    @Test
    void givenNothingMasked_whenReleased_thenTheWordsSpeakOfNone() {
        assertThat(Given.board()
                        .partner("a")
                        .said(released(true))
                        .last(AuditEntry.class)
                        .words())
                .endsWith("to 31 December 2022.");
    }

    @Test
    void givenAReference_whenItIsPublished_thenTheWordsSayHowManyItCounts() {
        var given = Given.board()
                .said(new ReferencePublished(new ReferencePopulation(
                        "census",
                        2,
                        "All residents",
                        "A census",
                        LocalDate.parse("2021-03-21"),
                        null,
                        List.of(new Group("all", "All", 216_550)),
                        216_550)));

        assertThat(given.last(AuditEntry.class).words())
                .isEqualTo("Published version 2 of the reference population census, “All residents”: 1 group of 216,550"
                        + " people, counted on 21 March 2021.");
        assertThat(given.last(AuditEntry.class).boards()).isEmpty();
    }

    private static TableReleased released(boolean all) {
        return new TableReleased(
                Given.BOARD,
                "a",
                Given.CYCLE,
                1,
                1,
                new ReleasedTable(
                        "sex",
                        "People seen, by sex",
                        "sex",
                        LocalDate.parse("2022-01-01"),
                        LocalDate.parse("2022-12-31"),
                        List.of(
                                new ReleasedGroup("women", "Women", false, 600),
                                all
                                        ? new ReleasedGroup("men", "Men", false, 640)
                                        : new ReleasedGroup("men", "Men", true, null)),
                        all ? null : new ReleasedCount(true, null),
                        null,
                        new ReleasedCount(false, 10),
                        1_240,
                        null,
                        7,
                        "*",
                        5));
    }
}
