package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pledgebook.standalone.OpenBook.event;
import static org.pledgebook.standalone.OpenBook.position;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.standalone.OpenBook.Said;

class SqliteEventTableTest {

    private static final Instant NOON = Instant.parse("2023-05-01T12:00:00Z");

    @TempDir
    Path folder;

    private OpenBook book;

    @BeforeEach
    void open() {
        book = OpenBook.in(folder);
    }

    @AfterEach
    void close() throws IOException {
        book.close();
    }

    @Test
    void givenAnEvent_whenItsStreamIsRead_thenItComesBackAsWritten() {
        DomainEventMessage<Said> written = event("partner:a", 0, NOON.plusMillis(7));
        book.append(written);

        DomainEventMessage<?> read = book.engine().readEvents("partner:a").next();

        assertThat(read.getPayload()).isEqualTo(written.getPayload());
        assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getTimestamp()).isEqualTo(NOON.plusMillis(7));
        assertThat(read.getType()).isEqualTo("thing");
        assertThat(read.getSequenceNumber()).isZero();
    }

    @Test
    void givenMoreThanOneBatch_whenReadByStreamAndInGlobalOrder_thenNothingIsMissing() {
        DomainEventMessage<?>[] many =
                LongStream.range(0, 1203).mapToObj(i -> event("long", i)).toArray(DomainEventMessage<?>[]::new);
        book.append(event("short", 0));
        book.append(many);

        assertThat(book.streamOf("long")).hasSize(1203).startsWith("long 0").endsWith("long 1202");
        assertThat(book.engine().readEvents("long", 1000).asStream()).hasSize(203);
        assertThat(book.engine().lastSequenceNumberFor("long")).contains(1202L);
        assertThat(book.positions())
                .isEqualTo(LongStream.rangeClosed(1, 1204).boxed().toList());
    }

    @Test
    void givenAToken_whenReadFromIt_thenOnlyWhatFollowsComes() {
        book.append(event("a", 0), event("b", 0), event("a", 1));
        TrackedEventMessage<?> first = book.everything().iterator().next();

        assertThat(book.engine().readEvents(first.trackingToken(), false).map(TrackedEventMessage::getPayload))
                .isEqualTo(List.of(new Said("b 0"), new Said("a 1")));
    }

    @Test
    void givenFiftyWritersOfOneFirstEvent_whenTheyRace_thenOneWinsAndNoPositionIsLost() throws Exception {
        int writers = 50;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> attempts = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            attempts.add(threads.submit(() -> {
                start.await();
                book.append(event("contested", 0));
                return null;
            }));
        }
        start.countDown();

        int won = 0;
        for (Future<?> attempt : attempts) {
            try {
                attempt.get();
                won++;
            } catch (ExecutionException lost) {
                assertThat(lost).hasCauseInstanceOf(AggregateStreamCreationException.class);
            }
        }
        threads.shutdown();
        book.append(event("next", 0));

        assertThat(won).isOne();
        assertThat(book.streamOf("contested")).hasSize(1);
        assertThat(book.positions()).containsExactly(1L, 2L);
    }

    @Test
    void givenAStream_whenItsLastSequenceIsWrittenAgain_thenThatIsAConcurrencyExceptionAndNothingIsWritten() {
        book.append(event("a", 0), event("a", 1));

        assertThatThrownBy(() -> book.append(event("a", 1), event("a", 2))).isInstanceOf(ConcurrencyException.class);

        assertThat(book.streamOf("a")).containsExactly("a 0", "a 1");
    }

    @Test
    void givenARolledBackCommand_whenTheNextOneWrites_thenItTakesTheSamePosition() {
        book.append(event("a", 0));
        Transaction abandoned = book.file().commandTransactions().startTransaction();
        book.engine().appendEvents(List.of(event("b", 0), event("b", 1)));
        abandoned.rollback();

        book.append(event("c", 0));

        assertThat(book.positions()).containsExactly(1L, 2L);
    }

    @Test
    void givenACommitThatFails_whenTheNextCommandWrites_thenItSucceedsAndNothingIsLeftOfTheFirst() {
        book.append(event("a", 0));
        // A violated deferred constraint is found at the commit, and leaves the transaction open.
        assertThatThrownBy(() -> book.file().commandTransactions().executeInTransaction(() -> {
                    execute("COMMIT", "PRAGMA foreign_keys = ON", "BEGIN IMMEDIATE");
                    execute(
                            "CREATE TABLE child (parent INTEGER REFERENCES DomainEventEntry DEFERRABLE INITIALLY DEFERRED)",
                            "INSERT INTO child VALUES (99)");
                    book.engine().appendEvents(List.of(event("b", 0)));
                }))
                .hasMessageContaining("commit failed")
                .hasRootCauseMessage("[SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint failed"
                        + " (FOREIGN KEY constraint failed)");

        book.append(event("c", 0));

        assertThat(book.everything().map(event -> ((Said) event.getPayload()).text()))
                .isEqualTo(List.of("a 0", "c 0"));
        assertThat(book.positions()).containsExactly(1L, 2L);
    }

    @Test
    void givenABookThatCannotGrow_whenACommandWrites_thenItFailsAndTheBookGoesOnOnceThereIsRoom() {
        book.file().commandTransactions().executeInTransaction(() -> execute("PRAGMA max_page_count = 1"));
        DomainEventMessage<?>[] many =
                LongStream.range(0, 100).mapToObj(i -> event("a", i)).toArray(DomainEventMessage<?>[]::new);
        assertThatThrownBy(() -> book.append(many)).hasStackTraceContaining("SQLITE_FULL");
        assertThat(book.everything()).isEmpty();

        book.file().commandTransactions().executeInTransaction(() -> execute("PRAGMA max_page_count = 1000000"));
        book.append(many);

        assertThat(book.positions())
                .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void givenAnEmptyBook_whenAsked_thenThereIsNoHeadNoTailAndNothingToRead() {
        assertThat(book.engine().createHeadToken()).isNull();
        assertThat(book.engine().createTailToken()).isNull();
        assertThat(book.engine().createTokenAt(NOON)).isNull();
        assertThat(book.engine().lastSequenceNumberFor("a")).isEmpty();
        assertThat(book.engine().readSnapshot("a")).isEmpty();
        assertThat(book.streamOf("a")).isEmpty();
        assertThat(book.everything()).isEmpty();
    }

    @Test
    void givenCommits_whenTheHeadIsRead_thenItIsTheLastPosition() {
        book.append(event("a", 0), event("a", 1));

        assertThat(position(book.engine().createHeadToken())).isEqualTo(2);
        assertThat(position(book.engine().createTailToken())).isZero();
    }

    @Test
    void givenAnInstant_whenATokenIsMade_thenItCoversExactlyTheEventsStampedBefore() {
        book.append(event("a", 0, NOON), event("a", 1, NOON.plusMillis(1)), event("a", 2, NOON.plusMillis(3)));

        assertThat(positionAt(NOON.minusSeconds(1))).isZero();
        assertThat(positionAt(NOON)).isZero();
        assertThat(positionAt(NOON.plusMillis(1))).isEqualTo(1);
        assertThat(positionAt(NOON.plusMillis(2))).isEqualTo(2);
        assertThat(positionAt(NOON.plusSeconds(1))).isEqualTo(3);
    }

    @Test
    void givenAClockThatWasSetBack_whenATokenIsMade_thenItEndsBeforeTheFirstLaterStampInGlobalOrder() {
        book.append(event("a", 0, NOON), event("a", 1, NOON.plusSeconds(9)), event("a", 2, NOON.plusSeconds(3)));

        assertThat(positionAt(NOON.plusSeconds(2))).isEqualTo(1);
    }

    @Test
    void givenAnOpenWriteTransaction_whenOthersRead_thenTheyFinishBeforeItDoesAndSeeOnlyWhatIsCommitted()
            throws Exception {
        book.append(event("a", 0));
        Transaction writing = book.file().commandTransactions().startTransaction();
        book.engine().appendEvents(List.of(event("a", 1)));

        // The writer ends only after the readers have: a reader that waited for it would never come back.
        ExecutorService readers = Executors.newSingleThreadExecutor();
        Future<List<Object>> seen = readers.submit(() -> List.of(
                book.positions(), book.streamOf("a"), position(book.engine().createHeadToken()), positionAt(NOON)));

        assertThat(seen.get(20, TimeUnit.SECONDS)).containsExactly(List.of(1L), List.of("a 0"), 1L, 1L);
        writing.commit();
        readers.shutdown();
        assertThat(book.streamOf("a")).containsExactly("a 0", "a 1");
    }

    @Test
    void givenAReaderInTheMiddleOfATransaction_whenOthersWrite_thenTheyFinishAndTheReadersViewStaysWhole()
            throws Exception {
        book.append(event("a", 0));
        ExecutorService writers = Executors.newSingleThreadExecutor();

        List<Long> seen = book.file().readTransactions().fetchInTransaction(() -> {
            Iterator<? extends TrackedEventMessage<?>> reader =
                    book.everything().iterator();
            long first = position(reader.next().trackingToken());
            await(writers.submit(() -> book.append(event("a", 1), event("b", 0))));
            return List.of(first, position(book.engine().createHeadToken()));
        });

        writers.shutdown();
        assertThat(seen).containsExactly(1L, 1L);
        assertThat(book.positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void givenACommandsTransaction_whenItReads_thenItSeesItsOwnUncommittedEvents() {
        List<String> seen = book.file().commandTransactions().fetchInTransaction(() -> {
            book.engine().appendEvents(List.of(event("a", 0)));
            return book.streamOf("a");
        });

        assertThat(seen).containsExactly("a 0");
    }

    @Test
    void givenNoCommand_whenAnEventIsAppended_thenItIsRefused() {
        assertThatThrownBy(() -> book.engine().appendEvents(List.of(event("a", 0))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a command's unit of work only");
        assertThatThrownBy(() -> book.file()
                        .readTransactions()
                        .executeInTransaction(() -> book.engine().appendEvents(List.of(event("a", 0)))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenTheReadConnections_whenSomethingWritesOverThem_thenSqliteRefuses() {
        assertThatThrownBy(() -> execute("DELETE FROM DomainEventEntry")).hasMessageContaining("SQLITE_READONLY");
    }

    private void execute(String... statements) {
        try (Connection connection = book.file().connections().getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long positionAt(Instant instant) {
        return position(book.engine().createTokenAt(instant));
    }

    private static void await(Future<?> task) {
        try {
            task.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
