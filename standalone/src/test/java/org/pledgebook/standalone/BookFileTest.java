package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.pledgebook.standalone.OpenBook.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BookFileTest {

    @TempDir
    Path folder;

    @Test
    void givenAClosedBook_whenItIsOpenedAgain_thenTheEventsAreThereAndPositionsGoOn() throws IOException {
        try (OpenBook book = OpenBook.in(folder)) {
            book.append(event("a", 0));
        }
        try (OpenBook book = OpenBook.in(folder)) {
            book.append(event("a", 1));

            assertThat(book.streamOf("a")).containsExactly("a 0", "a 1");
            assertThat(book.positions()).containsExactly(1L, 2L);
        }
    }

    @Test
    void givenAnOpenBook_whenItIsClosed_thenTheLogIsMergedAndOneFileHoldsEverything() throws IOException {
        OpenBook book = OpenBook.in(folder);
        book.append(event("a", 0));
        assertThat(files()).contains("book.db-wal");

        book.close();

        assertThat(files()).containsExactlyInAnyOrder("book.db", "book.lock");
    }

    @Test
    void givenAnotherProgramThatHasTheBookOpen_whenItIsClosed_thenTheLogIsMergedAllTheSame()
            throws IOException, SQLException {
        OpenBook book = OpenBook.in(folder);
        book.append(event("a", 0));
        try (Connection onlooker = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("book.db"));
                Statement look = onlooker.createStatement()) {
            look.executeQuery("SELECT count(*) FROM DomainEventEntry").close();

            book.close();

            assertThat(folder.resolve("book.db-wal")).isEmptyFile();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givenANewFolder_whenTheBookIsOpened_thenOnlyItsOwnerCanReadAnyOfIt() throws IOException {
        Path fresh = folder.resolve("deeper/data");
        try (OpenBook book = OpenBook.in(fresh)) {
            book.append(event("a", 0));

            assertThat(permissions(fresh)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(fresh)) {
                assertThat(files.map(BookFileTest::permissions)).hasSize(4).containsOnly("rw-------");
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givenABookThatOthersCouldRead_whenItIsOpened_thenTheyNoLongerCan() throws IOException {
        BookFile.open(folder).close();
        Path file = folder.resolve("book.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        BookFile.open(folder).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givenABookThatItsOwnerMadeReadOnly_whenItIsOpened_thenItStaysSo() throws IOException {
        BookFile.open(folder).close();
        Path file = folder.resolve("book.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));

        // Root is not stopped by permissions; everyone else is.
        boolean refused = catchThrowable(() -> BookFile.open(folder).close()) instanceof BookUnavailable;

        assertThat(refused).isNotEqualTo(Files.isWritable(file));
        assertThat(permissions(file)).isEqualTo("r--------");
    }

    @Test
    void givenTheWriteConnection_whenAsked_thenItWaitsForTheDiskAtEachCommit() throws IOException {
        try (OpenBook book = OpenBook.in(folder)) {
            List<String> settings = book.file()
                    .commandTransactions()
                    .fetchInTransaction(() -> List.of(
                            ask(book, "PRAGMA journal_mode"),
                            ask(book, "PRAGMA synchronous"),
                            ask(book, "PRAGMA fullfsync")));

            assertThat(settings).containsExactly("wal", "2", "1");
        }
    }

    @Test
    void givenAFileThatIsNoDatabase_whenOpened_thenRefusedAndLeftAsItWas() throws IOException {
        String content = "Minutes of the partnership board, which are not a database at all.\n".repeat(50);
        Files.writeString(folder.resolve("book.db"), content);

        assertThatThrownBy(() -> BookFile.open(folder))
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining(folder.resolve("book.db") + " is not a SQLite database");
        assertThat(folder.resolve("book.db")).hasContent(content);
    }

    @Test
    void givenSomeoneElsesDatabase_whenOpened_thenRefused() throws SQLException {
        sql("CREATE TABLE recipes (name TEXT)");

        assertThatThrownBy(() -> BookFile.open(folder))
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("not one of Pledgebook's books");
    }

    @Test
    void givenABookOfALaterVersion_whenOpened_thenRefused() throws IOException, SQLException {
        BookFile.open(folder).close();
        sql("PRAGMA user_version = 99");

        assertThatThrownBy(() -> BookFile.open(folder))
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("later version");
    }

    @Test
    void givenAFolderThatCannotBeMade_whenOpened_thenRefused() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThatThrownBy(() -> BookFile.open(occupied.resolve("data")))
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining(occupied + "/data cannot be written")
                .hasMessageContaining("--pledgebook.data-dir");
    }

    @Test
    void givenAFolderInPlaceOfTheFile_whenOpened_thenRefused() throws IOException {
        Files.createDirectory(folder.resolve("book.db"));

        assertThatThrownBy(() -> BookFile.open(folder))
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givenAReadOnlyFolder_whenOpened_thenRefused() throws IOException {
        BookFile.open(folder).close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
            assertThatThrownBy(() -> BookFile.open(folder))
                    .isInstanceOf(BookUnavailable.class)
                    .hasMessageContaining("cannot be written");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void givenARefusal_whenTheReasonIsGone_thenTheBookOpens() throws IOException {
        Path file = folder.resolve("book.db");
        Files.writeString(file, "x".repeat(5000));
        assertThatThrownBy(() -> BookFile.open(folder)).isInstanceOf(BookUnavailable.class);

        Files.delete(file);

        BookFile.open(folder).close();
    }

    @Test
    void givenAnOpenBook_whenOpenedAgainInThisProcess_thenRefused() throws IOException {
        BookFile first = BookFile.open(folder);

        assertThatThrownBy(() -> BookFile.open(folder.resolve("../" + folder.getFileName())))
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("already open in this same process");

        first.close();
        BookFile.open(folder).close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String ask(OpenBook book, String pragma) {
        try (Connection connection = book.file().connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(pragma)) {
            return answer.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("book.db"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
