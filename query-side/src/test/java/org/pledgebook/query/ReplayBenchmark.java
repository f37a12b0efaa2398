package org.pledgebook.query;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.SentCommands.Sent;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * How fast a book is folded into all read models, beside how fast its events are read and decoded alone. Run it with
 *
 * <pre>./mvnw -pl query-side -Pbenchmark test</pre>
 */
@Tag("benchmark")
class ReplayBenchmark {

    private static final int EVENTS = 100_000;
    private static final int PARTNERS = 90;
    private static final int[] BATCHES = {500, 500, 1_000};

    @Test
    void replay() throws Exception {
        var history = History.of(new Random(1), PARTNERS, EVENTS);
        for (var batch : BATCHES) {
            try (var book = new TestBook(List.of(), "--pledgebook.book.batch=" + batch)) {
                book.sent.listen(false);
                var folding = fold(book, history);
                report(batch, book, EVENTS / folding, EVENTS / read(book));
            }
        }
        try (var book = new TestBook(List.of(), "--pledgebook.book.batch=" + BATCHES[0])) {
            fold(book, history.subList(0, EVENTS / 10));
            count(book.sent.batches());
        }
    }

    /** Seconds from the start of the processor on a full book until all is folded. */
    private static double fold(TestBook book, List<Recorded> history) throws Exception {
        var processor = book.bean(EventProcessingConfiguration.class)
                .eventProcessor("book")
                .orElseThrow();
        processor.shutdownAsync().get();
        book.append(history);
        book.sent.clear();
        var start = System.nanoTime();
        processor.start();
        book.settled(Duration.ofMinutes(15));
        return seconds(start);
    }

    /** Seconds to read and decode the same events and do nothing with them. */
    private static double read(TestBook book) {
        var start = System.nanoTime();
        var decoded = book.events
                .readEvents(null, false)
                .mapToLong(ReplayBenchmark::decoded)
                .sum();
        var took = seconds(start);
        System.out.printf("(%d) ", decoded);
        return took;
    }

    private static void report(int batch, TestBook book, double folded, double raw) {
        var mongo = book.bean(MongoOperations.class);
        System.out.printf(
                "%,d events over %,d documents, batches of %,d: folded %,.0f/s, raw read %,.0f/s, 1 : %.1f%n",
                EVENTS,
                Folds.ALL.stream()
                        .mapToLong(fold -> mongo.estimatedCount(fold.kind()))
                        .sum(),
                batch,
                folded,
                raw,
                raw / folded);
    }

    private static void count(List<List<Sent>> batches) {
        var written = batches.stream()
                .flatMap(batch -> batch.stream()
                        .filter(Sent::writes)
                        .flatMap(one -> one.ids().stream().map(id -> one.collection() + " " + id))
                        .collect(groupingBy(id -> id, counting()))
                        .values()
                        .stream())
                .toList();
        System.out.printf(
                "%,d documents and entries touched in %,d batches: %.3f writes for each (at most %d)%n",
                written.size(),
                batches.stream()
                        .filter(batch -> batch.stream().anyMatch(Sent::writes))
                        .count(),
                written.stream().mapToLong(times -> times).average().orElseThrow(),
                written.stream().mapToLong(times -> times).max().orElseThrow());
    }

    private static long decoded(TrackedEventMessage<?> message) {
        return message.getPayload().hashCode() + message.getMetaData().size();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
