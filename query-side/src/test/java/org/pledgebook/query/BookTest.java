package org.pledgebook.query;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.SentCommands.Sent;

/** The real processor on real commands to a server, against what the same events come to in memory. */
class BookTest {

    private static final int BATCH = 100;

    private final List<Recorded> longer = History.of(new Random(7), 12, 2_100);
    private final List<Recorded> history = longer.subList(0, 1_500);

    @Test
    void givenEvents_whenTheProcessorRuns_thenDocumentsAreWhatTheFoldsMakeAndEachIsWrittenOnceABatchBeforeTheToken() {
        try (var book = new TestBook(history, "--pledgebook.book.batch=" + BATCH).settled()) {
            assertThat(book.kept()).isEqualTo(TestBook.folded(history));
            assertThat(book.bean(ReadModels.class).position()).isEqualTo(history.size() - 1);

            var batches = book.sent.batches();
            assertThat(batches.stream().filter(batch -> batch.stream().anyMatch(Sent::writes)))
                    .hasSizeBetween(history.size() / BATCH, 2 * history.size() / BATCH);
            for (var batch : batches) {
                assertThat(batch.stream()
                                .filter(Sent::writes)
                                .flatMap(one -> one.ids().stream().map(id -> one.collection() + " " + id))
                                .collect(groupingBy(id -> id, counting()))
                                .values())
                        .as("how often each document is written in a batch")
                        .allMatch(times -> times == 1);
                assertThat(batch.stream()
                                .collect(groupingBy(Sent::collection, counting()))
                                .values())
                        .as("for each kind, one query and at most one insert and one update")
                        .allMatch(times -> times <= 3);
            }
            assertThat(batches.get(batches.size() - 1))
                    .as("what is written after the last token was stored")
                    .noneMatch(Sent::writes);

            restartsWhereItStopped(book);
            foldsNothingTwice(book);
        }
    }

    private void restartsWhereItStopped(TestBook book) {
        book.stop();
        book.append(longer.subList(history.size(), longer.size()));
        book.sent.clear();

        book.start();
        book.settled();

        assertThat(book.kept()).isEqualTo(TestBook.folded(longer));
        assertThat(book.sent.all().stream()
                        .filter(one -> one.writes() && one.collection().equals("audit"))
                        .mapToInt(one -> one.ids().size())
                        .sum())
                .isEqualTo(longer.size() - history.size());
    }

    private void foldsNothingTwice(TestBook book) {
        var before = book.kept();
        book.stop();
        // What a crash between the documents and the token leaves behind, at its worst.
        book.drop("trackingtokens");
        book.sent.clear();

        book.start();
        book.settled();

        assertThat(book.sent.all().stream()
                        .filter(one -> one.writes() && !one.collection().equals("trackingtokens")))
                .as("all events came again, and nothing was written")
                .isEmpty();
        assertThat(book.kept()).isEqualTo(before);
    }

    @Test
    void givenSeveralSegments_whenTheProcessorRuns_thenDocumentsAreTheSameAndThePositionIsThatOfTheLast() {
        var some = history.subList(0, 400);
        try (var book = new TestBook(some, "--pledgebook.book.batch=7", "--pledgebook.book.segments=3").settled()) {
            assertThat(book.kept()).isEqualTo(TestBook.folded(some));
            assertThat(book.bean(TokenStore.class).fetchSegments("book")).hasSize(3);
            assertThat(book.bean(ReadModels.class).position()).isEqualTo(some.size() - 1);
        }
    }
}
