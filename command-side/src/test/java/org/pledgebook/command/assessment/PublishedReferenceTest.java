package org.pledgebook.command.assessment;

import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.CENSUS;
import static org.pledgebook.command.Examples.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReferencePublished;

class PublishedReferenceTest {

    private final Book book = Book.of(PublishedReference.class);

    @Test
    void givenEmptyBook_whenPublished_thenItIsRecordedWithItsOwnTotal() {
        book.when(new PublishReference(CENSUS))
                .then(new ReferencePublished(CENSUS))
                .answers("islington-census-2021-ts021/1", 1);
        var off = with(CENSUS, "total", 216_553);
        book.when(new PublishReference(off)).then(new ReferencePublished(off));
    }

    @Test
    void givenVersion_whenPublishedAgain_thenItNeverChangesButTheNextIsTaken() {
        book.given(new ReferencePublished(CENSUS))
                .when(new PublishReference(with(CENSUS, "title", "Another")))
                .refused("version-published", 409);
        book.when(new PublishReference(with(CENSUS, "version", 2))).answers("islington-census-2021-ts021/2", 1);
    }

    @Test
    void givenGroupTwiceOrADayToCome_whenPublished_thenBothAreNamed() {
        var group = CENSUS.groups().get(0);
        book.when(new PublishReference(
                        with(with(CENSUS, "groups", List.of(group, group)), "countedOn", day("2023-04-14"))))
                .refused("named-twice", 422, "/groups/1/id", "/countedOn");
    }
}
