package org.pledgebook.cabinet;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * A cabinet in one SQLite file, readable and writable by its owner only. Every change is synced to disk before the call
 * returns. One connection, used by one thread at a time; other processes may open the file as well.
 *
 * <p>What was removed or replaced leaves no byte in the file or its log, also while the cabinet is open. For that the
 * file is rewritten after each removal and replacement (not after a new paper), which takes some milliseconds per
 * megabyte of it: a cabinet is for thousands of papers, not for millions. Out of reach are copies of the file, and
 * blocks that a file system or disk has set aside.
 *
 * <p>If another program holds the file open for reading, that rewriting may have to wait for it: a removal then fails
 * and says so, to be repeated; a replacement is kept and logs a warning. What is due is remembered in the file and done
 * with the next removal or replacement, on closing, or on opening.
 */
public final class SqliteCabinet implements Cabinet, AutoCloseable {

    private static final System.Logger log = System.getLogger(SqliteCabinet.class.getName());

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS paper (
                kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL,
                PRIMARY KEY (kind, id)) STRICT""",
            // Has its row from the moment something is removed or replaced until no byte of it is left: a crash
            // between the two is made good when the cabinet is opened again.
            "CREATE TABLE IF NOT EXISTS sweep_due (due INTEGER PRIMARY KEY CHECK (due = 1)) STRICT",
            """
            CREATE TRIGGER IF NOT EXISTS paper_replaced AFTER UPDATE ON paper
            BEGIN INSERT OR IGNORE INTO sweep_due VALUES (1); END""",
            """
            CREATE TRIGGER IF NOT EXISTS paper_removed AFTER DELETE ON paper
            BEGIN INSERT OR IGNORE INTO sweep_due VALUES (1); END""");

    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final Duration patience;
    private final Connection connection;

    /**
     * Opens the file, or makes it together with the folders it lies in.
     *
     * @throws CabinetFailed when the file cannot be made, is no cabinet, or lies where SQLite cannot keep a log beside it
     */
    public SqliteCabinet(Path file) {
        this(file, Duration.ofSeconds(5));
    }

    /** As {@link #SqliteCabinet(Path)}, waiting for other processes no longer than {@code patience}. */
    SqliteCabinet(Path file, Duration patience) {
        this.file = file.toAbsolutePath().normalize();
        this.patience = patience;
        try {
            makeOwnerOnly(this.file);
            this.connection = open(this.file, patience);
        } catch (IOException | SQLException e) {
            throw failed("opened", e);
        }
        sweepOrWarn();
    }

    @Override
    public Optional<Paper> get(String kind, String id) {
        Refusals.checkName(kind, id);
        List<Paper> found = inTurn("read", () -> papers("SELECT * FROM paper WHERE kind = ? AND id = ?", kind, id));
        return found.stream().findFirst();
    }

    @Override
    public List<Paper> list(String kind, String afterId, int limit) {
        Refusals.checkList(kind, afterId, limit);
        return inTurn(
                "read",
                () -> papers(
                        "SELECT * FROM paper WHERE kind = ? AND id > ? ORDER BY id LIMIT ?", kind, afterId, limit));
    }

    @Override
    public long put(String kind, String id, String json, long versionSeen) {
        Refusals.checkName(kind, id);
        Refusals.checkContent(json, versionSeen);
        return inTurn("written", () -> {
            boolean isNew = versionSeen == 0;
            long version = isNew ? Paper.firstVersion() : versionSeen + 1;
            int written = isNew
                    ? change("INSERT INTO paper VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", kind, id, version, json)
                    : change(
                            "UPDATE paper SET version = ?, json = ? WHERE kind = ? AND id = ? AND version = ?",
                            version,
                            json,
                            kind,
                            id,
                            versionSeen);
            if (written == 0) {
                throw new StalePaper(kind, id, versionSeen);
            }
            if (!isNew) {
                sweepOrWarn();
            }
            return version;
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws CabinetFailed also when the paper is removed but its bytes are not gone from the file yet; to be repeated
     */
    @Override
    public boolean remove(String kind, String id) {
        Refusals.checkName(kind, id);
        int removed = inTurn("written", () -> change("DELETE FROM paper WHERE kind = ? AND id = ?", kind, id));
        inTurn("cleared of all that was removed", this::sweep);
        return removed > 0;
    }

    /** Closes the file; a second time does nothing. Every later call to the cabinet fails. */
    @Override
    public void close() {
        inTurn("closed", () -> {
            boolean open = !connection.isClosed();
            if (open) {
                sweepOrWarn();
                connection.close();
            }
            return open;
        });
    }

    private static void makeOwnerOnly(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = file.getParent();
        if (folder != null && !Files.exists(folder)) {
            if (posix) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
        if (!posix) {
            return;
        }
        // SQLite gives its log the permissions of the file, so the file must have them before SQLite makes it.
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        } catch (FileAlreadyExistsException e) {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path part = Path.of(file + suffix);
                if (Files.isRegularFile(part)) {
                    Files.setPosixFilePermissions(part, ownerOnly);
                }
            }
        }
    }

    private static Connection open(Path file, Duration patience) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        // As a URI, since the driver takes what follows a question mark in a plain path for settings.
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
        try (Statement statement = connection.createStatement()) {
            insist(statement, "journal_mode", "wal");
            insist(statement, "synchronous", "2"); // FULL
            insist(statement, "secure_delete", "1");
            insist(statement, "temp_store", "2"); // MEMORY, or rewriting would leave the papers in a temporary file
            for (String table : TABLES) {
                statement.execute(table);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Sets what SQLite would otherwise leave as it is without a word where it cannot comply. */
    private static void insist(Statement statement, String setting, String value) throws SQLException {
        statement.execute("PRAGMA " + setting + " = " + value);
        try (ResultSet result = statement.executeQuery("PRAGMA " + setting)) {
            String actual = result.next() ? result.getString(1) : "an unknown value";
            if (!value.equals(actual)) {
                throw new SQLException("SQLite keeps %s at %s here, and the cabinet needs %s; put it on a local disk"
                        .formatted(setting, actual, value));
            }
        }
    }

    /**
     * Leaves no byte of what was removed or replaced. Zeroing what is freed (secure_delete) is not enough: when SQLite
     * moves rows between pages it leaves copies in the gaps, and a removal later zeroes the row but not such copies. So
     * the file is built anew, and the log, which holds pages as they were, is emptied.
     *
     * @return whether there was anything to sweep
     */
    private boolean sweep() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet due = statement.executeQuery("SELECT due FROM sweep_due")) {
                if (!due.next()) {
                    return false;
                }
            }
            statement.execute("VACUUM");
            emptyLog(statement);
            statement.execute("DELETE FROM sweep_due");
            return true;
        }
    }

    private void emptyLog(Statement statement) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try (ResultSet emptied = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (emptied.next() && emptied.getInt("busy") == 0) {
                    return;
                }
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new SQLException("another program is reading the file; let it finish, then repeat this");
            }
            // SQLite waits for readers, but gives up at once where another process is emptying the log too.
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void sweepOrWarn() {
        try {
            sweep();
        } catch (SQLException e) {
            log.log(
                    System.Logger.Level.WARNING,
                    "Replaced or removed papers still have bytes in {0} or its log ({1})."
                            + " The next removal or replacement, closing, or opening tries again.",
                    file,
                    e.getMessage());
        }
    }

    private List<Paper> papers(String query, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(query, values);
                ResultSet row = statement.executeQuery()) {
            var papers = new ArrayList<Paper>();
            while (row.next()) {
                papers.add(new Paper(
                        row.getString("kind"), row.getString("id"), row.getLong("version"), row.getString("json")));
            }
            return List.copyOf(papers);
        }
    }

    private int change(String update, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(update, values)) {
            return statement.executeUpdate();
        }
    }

    @SuppressWarnings("resource") // closed by the caller
    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private <T> T inTurn(String done, Work<T> work) {
        turn.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw failed(done, e);
        } finally {
            turn.unlock();
        }
    }

    private CabinetFailed failed(String done, Exception cause) {
        return new CabinetFailed(
                "The cabinet %s could not be %s: %s.".formatted(file, done, cause.getMessage()), cause);
    }

    private interface Work<T> {
        T run() throws SQLException;
    }
}
