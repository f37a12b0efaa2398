package org.pledgebook.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.JdbcEventStorageEngineStatements;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Axon's tables of events in SQLite, and Axon's engine on them. Table and column names are Axon's defaults.
 *
 * <p>Positions ({@code globalIndex}) begin at 1 and have no gaps: there is one writer, and {@code AUTOINCREMENT} takes
 * back a number whose transaction is rolled back.
 */
final class SqliteEventTable {

    /** "PLDG": how a SQLite file says whose it is. */
    private static final int APPLICATION_ID = 0x504c4447;

    private static final int VERSION = 1;

    private static final int BATCH = 500;

    private static final String EVENTS = """
            CREATE TABLE IF NOT EXISTS DomainEventEntry (
                globalIndex INTEGER PRIMARY KEY AUTOINCREMENT,
                aggregateIdentifier TEXT NOT NULL,
                sequenceNumber INTEGER NOT NULL,
                type TEXT,
                eventIdentifier TEXT NOT NULL UNIQUE,
                timeStamp TEXT NOT NULL,
                payloadType TEXT NOT NULL,
                payloadRevision TEXT,
                payload BLOB NOT NULL,
                metaData BLOB NOT NULL,
                UNIQUE (aggregateIdentifier, sequenceNumber)
            ) STRICT
            """;

    private static final String EVENTS_BY_TIME =
            "CREATE INDEX IF NOT EXISTS DomainEventEntryByTime ON DomainEventEntry (timeStamp)";

    /** Always empty, as no stream is long enough for snapshots; but Axon looks here at each load. */
    private static final String SNAPSHOTS = """
            CREATE TABLE IF NOT EXISTS SnapshotEventEntry (
                aggregateIdentifier TEXT NOT NULL,
                sequenceNumber INTEGER NOT NULL,
                type TEXT NOT NULL,
                eventIdentifier TEXT NOT NULL UNIQUE,
                timeStamp TEXT NOT NULL,
                payloadType TEXT NOT NULL,
                payloadRevision TEXT,
                payload BLOB NOT NULL,
                metaData BLOB NOT NULL,
                PRIMARY KEY (aggregateIdentifier, sequenceNumber)
            ) STRICT
            """;

    // Axon's own texts for these five ask for min() or max(), which answer NULL where there is nothing, and SQLite's
    // driver throws on a NULL that is read as a Long. These answer no row at all, which Axon takes for the same.

    private static final String HEAD = "SELECT globalIndex FROM DomainEventEntry ORDER BY globalIndex DESC LIMIT 1";

    private static final String TAIL = "SELECT globalIndex - 1 FROM DomainEventEntry ORDER BY globalIndex LIMIT 1";

    private static final String NEXT_AFTER =
            "SELECT globalIndex FROM DomainEventEntry WHERE globalIndex > ? ORDER BY globalIndex LIMIT 1";

    private static final String LAST_OF_AGGREGATE = """
            SELECT sequenceNumber FROM DomainEventEntry WHERE aggregateIdentifier = ?
            ORDER BY sequenceNumber DESC LIMIT 1
            """;

    /**
     * The smallest position at or after the instant, less one, and not the position of the earliest such time stamp:
     * a clock may have been set back. The index has to be named, since for min() SQLite prefers to walk the table.
     */
    private static final String BEFORE_INSTANT = """
            SELECT min(globalIndex) - 1 FROM DomainEventEntry INDEXED BY DomainEventEntryByTime WHERE timeStamp >= ?
            HAVING min(globalIndex) IS NOT NULL
            """;

    private SqliteEventTable() {}

    /**
     * Makes an empty file a book; leaves a book as it is. Always writes something, so that a file or disk that cannot
     * be written is found out now and not by the first command.
     *
     * @throws BookUnavailable if the database is someone else's or of a later version
     */
    static void prepare(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            refuseForeign(file, statement);
            if (!text(statement, "PRAGMA journal_mode = WAL").equals("wal")) {
                throw new BookUnavailable(
                        "The file system of " + file + " cannot hold SQLite's write-ahead log, as on a network drive.",
                        "Choose a folder on a local disk: --pledgebook.data-dir=<folder>.",
                        null);
            }
            connection.setAutoCommit(false);
            statement.execute(EVENTS);
            statement.execute(EVENTS_BY_TIME);
            statement.execute(SNAPSHOTS);
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void refuseForeign(Path file, Statement statement) throws SQLException {
        int owner = number(statement, "PRAGMA application_id");
        int version = number(statement, "PRAGMA user_version");
        boolean empty = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
        if (owner != APPLICATION_ID && !empty) {
            throw new BookUnavailable(
                    "The file " + file + " is a SQLite database, but not one of Pledgebook's books.",
                    "Put the book's file there, or move this one away and a new book is made.",
                    null);
        }
        if (version > VERSION) {
            throw new BookUnavailable(
                    "The book " + file + " was written by a later version of Pledgebook.",
                    "Start that version or a later one.",
                    null);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /**
     * Axon's engine on this book. It reads in a command's transaction where there is one, else on a read connection,
     * and refuses to append outside a command's transaction.
     */
    static JdbcEventStorageEngine engine(BookFile book, Serializer serializer, EventUpcaster upcasters) {
        JdbcEventStorageEngine.Builder engine = JdbcEventStorageEngine.builder()
                .connectionProvider(book.connections())
                .transactionManager(book.readTransactions())
                .createHeadToken((connection, schema) -> connection.prepareStatement(HEAD))
                .createTailToken((connection, schema) -> connection.prepareStatement(TAIL))
                .createTokenAt((connection, schema, instant) -> beforeInstant(connection, instant))
                .fetchTrackedEvents((connection, schema, position) -> nextAfter(connection, position))
                .lastSequenceNumberFor((connection, schema, id) -> lastOfAggregate(connection, id))
                .appendEvents((connection, schema, dataType, events, eventSerializer, timestampWriter) -> {
                    if (!book.isWriting()) {
                        throw new IllegalStateException("Events are appended inside a command's unit of work only: it"
                                + " holds the book's write connection, so that time stamps and positions agree.");
                    }
                    return JdbcEventStorageEngineStatements.appendEvents(
                            connection, schema, dataType, events, eventSerializer, timestampWriter);
                });
        return engine.eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(SqliteEventTable::isDuplicate)
                .batchSize(BATCH)
                // A stream has no gaps, so a batch that is not full is its last: one query a load instead of two.
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
                .build();
    }

    private static PreparedStatement beforeInstant(Connection connection, Instant instant) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(BEFORE_INSTANT);
        statement.setString(1, DateTimeUtils.formatInstant(instant));
        return statement;
    }

    private static PreparedStatement nextAfter(Connection connection, long position) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(NEXT_AFTER);
        statement.setLong(1, position);
        return statement;
    }

    private static PreparedStatement lastOfAggregate(Connection connection, String id) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(LAST_OF_AGGREGATE);
        statement.setString(1, id);
        return statement;
    }

    private static boolean isDuplicate(Exception failure) {
        if (failure instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                    || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
        }
        return false;
    }
}
