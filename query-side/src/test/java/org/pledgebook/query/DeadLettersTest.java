package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.SentCommands.Sent;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.Status;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** An event that cannot be folded stops its owner's documents, nobody else's, and nothing is lost. */
class DeadLettersTest {

    @Test
    void givenAnEventThatCannotBeFolded_whenOthersFollow_thenItsOwnerWaitsOthersGoOnAndARetryMendsIt() {
        var given = Given.board().partner("a").partner("b").pledge("a", Given.CYCLE, 1, "Recruit", Given.seats());
        try (var book = new TestBook(given.events()).settled()) {
            assertThat(health(book).getStatus().getCode()).isEqualTo("UP");

            // Whatever the reason, the fold of the next event does not find what it needs.
            var mongo = book.bean(MongoOperations.class);
            var lost = Objects.requireNonNull(
                    mongo.findAndRemove(Query.query(Criteria.where("_id").is("a")), PartnerDocument.class));

            book.sent.clear();
            var before = given.events().size();
            given.progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
                    .said(new TeamAdded(Given.BOARD, "a", "youth"))
                    .progress("a", 1, 2, Status.AT_RISK)
                    .said(new TeamAdded(Given.BOARD, "b", "youth"));
            book.append(given.events().subList(before, given.events().size()));
            book.settled();

            assertThat(book.bean(PledgeQueries.class)
                            .find("a", Given.CYCLE, 1)
                            .orElseThrow()
                            .reports())
                    .as("folded before the one that failed, and after it")
                    .extracting(report -> report.period())
                    .containsExactly("2023-Q1");
            assertThat(book.bean(PartnerQueries.class).find("b").orElseThrow().teams())
                    .contains("youth");
            assertThat(book.bean(DeadLetters.class).count()).isEqualTo(2);
            assertThat(book.sent.all().stream()
                            .filter(Sent::writes)
                            .map(Sent::collection)
                            .takeWhile(collection -> !collection.equals("deadletters")))
                    .as("written before the letter: what the owner said earlier must not queue up behind it")
                    .contains("pledges", "audit");
            assertThat(health(book).getStatus().getCode()).isEqualTo("DOWN");
            assertThat(health(book).getDetails().get("what"))
                    .asString()
                    .contains("2 events could not be folded", "1 owners");

            book.bean(DeadLetters.class).retry();
            assertThat(book.bean(DeadLetters.class).count())
                    .as("nothing has been mended")
                    .isEqualTo(2);

            mongo.insert(lost);
            book.bean(DeadLetters.class).retry();

            assertThat(book.bean(DeadLetters.class).count()).isZero();
            assertThat(health(book).getStatus().getCode()).isEqualTo("UP");
            assertThat(book.kept()).isEqualTo(given.folded().all());

            before = given.events().size();
            given.said(new TeamAdded(Given.BOARD, "a", "elders"));
            book.append(given.events().subList(before, given.events().size()));
            book.settled();
            assertThat(book.kept()).isEqualTo(given.folded().all());
        }
    }

    private static Health health(TestBook book) {
        return Objects.requireNonNull(book.context()
                .getBean("bookHealthIndicator", HealthIndicator.class)
                .health());
    }
}
