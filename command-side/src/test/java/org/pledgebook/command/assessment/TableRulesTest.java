package org.pledgebook.command.assessment;

import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CENSUS;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.ETHNIC_GROUP;
import static org.pledgebook.command.Examples.FRAMEWORK_PUBLISHED;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.SUBMISSION;
import static org.pledgebook.command.Examples.SUBMIT_ASSESSMENT;
import static org.pledgebook.command.Examples.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.shared.assessment.ReferencePublished;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.assessment.UsageTable.Reference;

class TableRulesTest {

    private final Book book =
            Book.of(Assessment.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, FRAMEWORK_PUBLISHED);

    @Test
    void givenTablesOfTheActAndTheBoardsOwn_whenSubmitted_thenTheyAreTaken() {
        submitting(ETHNIC_GROUP, with(with(ETHNIC_GROUP, "id", "carers"), "characteristic", "caring"))
                .answers("healthwatch/2023", 1);
    }

    @Test
    void givenTotalThatContradictsItsCounts_whenSubmitted_thenItIsTakenToBeShown() {
        submitting(with(ETHNIC_GROUP, "total", 1)).answers("healthwatch/2023", 1);
    }

    @Test
    void givenIdsTwice_whenSubmitted_thenTheSecondOfEachIsNamed() {
        var group = new Group("a", "A", 1);
        submitting(ETHNIC_GROUP, with(ETHNIC_GROUP, "groups", List.of(group, group)))
                .refused("named-twice", 422, "/data/tables/1/id", "/data/tables/1/groups/1/id");
    }

    @Test
    void givenCharacteristicOfNobody_whenSubmitted_thenItIsUnknown() {
        submitting(with(ETHNIC_GROUP, "characteristic", "shoe-size"))
                .refused("unknown-characteristic", 422, "/data/tables/0/characteristic");
        submitting(with(ETHNIC_GROUP, "characteristic", null)).answers("healthwatch/2023", 1);
    }

    @Test
    void givenDaysOutOfOrderOrToCome_whenSubmitted_thenTheyAreNamed() {
        submitting(with(ETHNIC_GROUP, "endsOn", day("2022-03-31")))
                .refused("dates-out-of-order", 422, "/data/tables/0/endsOn");
        submitting(with(ETHNIC_GROUP, "endsOn", day("2023-04-13")))
                .refused("counted-in-the-future", 422, "/data/tables/0/endsOn");
        submitting(with(ETHNIC_GROUP, "endsOn", day("2023-04-12"))).answers("healthwatch/2023", 1);
    }

    @Test
    void givenReference_whenItIsPublishedOrNot_thenItCanBeNamedOrNot() {
        var beside = with(ETHNIC_GROUP, "reference", new Reference(CENSUS.id(), 1));
        submitting(beside).refused("unknown-reference", 422, "/data/tables/0/reference");
        book.given(new ReferencePublished(with(CENSUS, "version", 2)));
        submitting(beside).refused("unknown-reference", 422, "/data/tables/0/reference");
        book.given(new ReferencePublished(CENSUS));
        submitting(beside).answers("healthwatch/2023", 1);
    }

    private Book.Outcome submitting(UsageTable... tables) {
        return book.when(with(SUBMIT_ASSESSMENT, "submission", with(SUBMISSION, "tables", List.of(tables))));
    }
}
