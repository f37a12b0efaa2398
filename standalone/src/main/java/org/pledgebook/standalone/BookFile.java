package org.pledgebook.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/**
 * The open book: one SQLite file, {@code book.db}, and every connection to it.
 *
 * <p>There is one write connection. A command's unit of work takes it when it starts, before anything is read or
 * stamped, and gives it back after its commit has reached the disk: so commands see one consistent state, and
 * positions and time stamps have one order. Reads outside a command go over connections of their own that cannot
 * write; with SQLite's write-ahead log neither side ever waits for the other.
 *
 * <p>The connections are deliberately not {@link DataSource} beans: auto-configuration would build stores and
 * transaction managers on whichever it found.
 *
 * <p>While a book is open, nothing else in this JVM may open {@code book.db} or {@code book.lock} as a file, not even
 * to copy it: closing that descriptor would drop the locks held here. {@code VACUUM INTO} makes a copy.
 */
final class BookFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BookFile.class);

    /** How long a command waits for its turn to write, or a read for a free connection, before it fails. */
    private static final int PATIENCE_MILLIS = 30_000;

    /** Programs of other people, such as a back-up, may hold the file for a moment. */
    private static final int BUSY_MILLIS = 10_000;

    /** Each read takes a connection for one batch only, so a few serve many readers. */
    private static final int READERS = 8;

    private final Path file;
    private final BookLock lock;
    private final HikariDataSource writePool;
    private final HikariDataSource readPool;
    private final DataSource reading;

    private BookFile(Path file, BookLock lock) {
        this.file = file;
        this.lock = lock;
        this.writePool = pool("book-write", 1, writeConnections(file), "PRAGMA fullfsync = ON");
        this.readPool = pool("book-read", READERS, readConnections(file), "PRAGMA query_only = ON");
        this.reading = new LazyConnectionDataSourceProxy(readPool);
    }

    /**
     * Opens the book in this folder; makes folder and book if they are not there yet.
     *
     * @throws BookUnavailable if it cannot be written, is open elsewhere, or is not a book
     */
    static BookFile open(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        Path file = place.resolve("book.db");
        try {
            if (!Files.isDirectory(place)) {
                Files.createDirectories(place, Permissions.forNewFolder(place));
            }
            BookLock lock = BookLock.take(place);
            try {
                makePrivate(file);
                prepare(file);
                return new BookFile(file, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable(file, e);
        } catch (IOException e) {
            throw notWritable(place, e);
        }
    }

    /** Transactions that hold the write connection from their start. For the command bus, and nothing else. */
    SpringTransactionManager commandTransactions() {
        return transactions(writePool);
    }

    /**
     * Transactions for event processors and queries. They take a read connection at their first statement, if there
     * is one, and can neither write nor hold up a writer.
     */
    SpringTransactionManager readTransactions() {
        return transactions(reading);
    }

    /** The write connection inside a command's unit of work, a read connection anywhere else. */
    ConnectionProvider connections() {
        ConnectionProvider ofTheCommand = new SpringDataSourceConnectionProvider(writePool);
        ConnectionProvider ofReaders = new SpringDataSourceConnectionProvider(reading);
        return () -> (isWriting() ? ofTheCommand : ofReaders).getConnection();
    }

    /** Whether the current thread is inside a transaction that holds the write connection. */
    boolean isWriting() {
        return TransactionSynchronizationManager.hasResource(writePool);
    }

    /** Closes all connections, moves the write-ahead log into the file, and gives up the lock. */
    @Override
    public void close() throws IOException {
        readPool.close();
        try (Connection connection = writePool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            log.warn("The log of {} was not merged; the next start does that, nothing is lost.", file, e);
        }
        writePool.close();
        lock.close();
    }

    private static SpringTransactionManager transactions(DataSource connections) {
        DataSourceTransactionManager manager = new SqliteTransactions(connections);
        // So that neither kind of transaction makes other libraries believe that they take part in it.
        manager.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return new SpringTransactionManager(manager);
    }

    private static HikariDataSource pool(String name, int size, SQLiteDataSource connections, String initialSql) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setConnectionInitSql(initialSql);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setMaxLifetime(0);
        config.setKeepaliveTime(0);
        return new HikariDataSource(config);
    }

    private static SQLiteDataSource writeConnections(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        // With a write-ahead log, FULL is what makes each commit wait for the disk.
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        return at(file, config);
    }

    private static SQLiteDataSource readConnections(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return at(file, config);
    }

    private static SQLiteDataSource at(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** SQLite gives its log files the permissions of the database, so those have to be right before it opens it. */
    private static void makePrivate(Path file) throws IOException {
        try {
            Files.createFile(file, Permissions.forNewFile(file));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw e;
            }
            try {
                Permissions.tighten(file);
            } catch (IOException notOurs) {
                log.warn("Other accounts of this machine may be able to read {}: {}", file, notOurs.getMessage());
            }
        }
    }

    private static void prepare(Path file) throws SQLException {
        try (Connection connection = writeConnections(file).getConnection()) {
            SqliteEventTable.prepare(file, connection);
        }
    }

    private static BookUnavailable unavailable(Path file, SQLException cause) {
        String found =
                cause instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "";
        if (found.equals("SQLITE_NOTADB")) {
            return new BookUnavailable(
                    "The file " + file + " is not a SQLite database.",
                    "Put the book's file there, or move this one away and a new book is made.",
                    cause);
        }
        if (found.startsWith("SQLITE_CORRUPT")) {
            return new BookUnavailable(
                    "The book " + file + " is damaged.",
                    "Keep it for examination and put a back-up in its place.",
                    cause);
        }
        return notWritable(file, cause);
    }

    private static BookUnavailable notWritable(Path path, Exception cause) {
        return new BookUnavailable(
                path + " cannot be written (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ").",
                "Give the account that runs Pledgebook the right to write there, make sure that the disk has room, or"
                        + " choose another folder: --pledgebook.data-dir=<folder>.",
                cause);
    }

    /** Two things that SQLite does otherwise than Spring expects, for instance when the disk is full. */
    private static final class SqliteTransactions extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1L;

        SqliteTransactions(DataSource connections) {
            super(connections);
        }

        /**
         * Rolls back what could not be committed. The driver commits when autocommit is switched back on: without
         * this, a commit that was reported as failed would be tried again then.
         */
        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            try {
                super.doCommit(status);
            } catch (TransactionException failed) {
                try {
                    doRollback(status);
                } catch (TransactionException alsoFailed) {
                    failed.addSuppressed(alsoFailed);
                }
                throw failed;
            }
        }

        /** SQLite may have rolled back by itself; that is no failure, and must not hide the one that led to it. */
        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            try {
                super.doRollback(status);
            } catch (TransactionException failed) {
                if (!String.valueOf(failed.getMostSpecificCause().getMessage()).contains("no transaction is active")) {
                    throw failed;
                }
            }
        }
    }
}
