package org.pledgebook.cabinet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteCabinetTest extends CabinetContract {

    private static final Pattern MARK = Pattern.compile("<[0-9a-f]{16}>");

    @TempDir
    Path folder;

    private final List<SqliteCabinet> open = new ArrayList<>();
    private SqliteCabinet cabinet;

    @BeforeEach
    void openCabinet() {
        cabinet = openAt(file());
    }

    @AfterEach
    void closeCabinets() {
        open.forEach(SqliteCabinet::close);
    }

    @Override
    Cabinet cabinet() {
        return cabinet;
    }

    @Override
    Cabinet another() {
        return openAt(file());
    }

    @Override
    Cabinet reopened() {
        cabinet.close();
        cabinet = openAt(file());
        return cabinet;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000, 1_000_000})
    void givenARemovedPaper_whenEveryFileIsScanned_thenNothingOfItIsLeft(int padding) throws IOException {
        cabinet.put("person", "stays", "\"stays-here\"", 0);
        cabinet.put("person-gone", "anna-gone", "\"secret-gone" + " ".repeat(padding) + "last-gone\"", 0);
        assertThat(everyByte()).contains("secret-gone", "last-gone", "anna-gone", "person-gone");

        cabinet.remove("person-gone", "anna-gone");

        assertThat(everyByte()).doesNotContain("-gone").contains("stays-here");
        cabinet.close();
        assertThat(everyByte()).doesNotContain("-gone").contains("stays-here");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3_000, 1_000_000})
    void givenAReplacedPaper_whenEveryFileIsScanned_thenNothingOfTheOldContentIsLeft(int padding) throws IOException {
        long version = cabinet.put("person", "anna", "\"secret-gone" + " ".repeat(padding) + "last-gone\"", 0);
        assertThat(everyByte()).contains("secret-gone", "last-gone");

        cabinet.put("person", "anna", "\"stays-here\"", version);

        assertThat(everyByte()).doesNotContain("-gone").contains("stays-here");
        cabinet.close();
        assertThat(everyByte()).doesNotContain("-gone").contains("stays-here");
    }

    /** With the first seed, bytes would be left by step 60 if only secure_delete and an emptied log were relied on. */
    static Stream<Long> seeds() {
        return Stream.of(6L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givenManyPapers_whenReplacedAndRemovedAtRandom_thenNothingOfThemIsEverLeft(long seed) throws IOException {
        var random = new Random(seed);
        var live = new TreeMap<String, Paper>();
        for (int step = 0; step < 80; step++) {
            String json = mark(random).repeat(1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 20));
            int choice = live.isEmpty() ? 0 : random.nextInt(10);
            if (choice < 5) {
                String id = mark(random).repeat(1 + random.nextInt(8));
                live.put(id, new Paper("kind", id, cabinet.put("kind", id, json, 0), json));
                continue;
            }
            Paper old = List.copyOf(live.values()).get(random.nextInt(live.size()));
            String id = old.id();
            if (choice < 8) {
                live.put(id, new Paper("kind", id, cabinet.put("kind", id, json, old.version()), json));
            } else {
                live.remove(id);
                cabinet.remove("kind", id);
            }
            Set<String> expected = live.values().stream()
                    .flatMap(paper -> Stream.of(paper.id(), paper.json()))
                    .map(marks -> marks.substring(0, marks.indexOf('>') + 1))
                    .collect(toSet());
            assertThat(marksIn(everyByte()))
                    .as("after step %d, seed %d", step, seed)
                    .isEqualTo(expected);
        }
        assertThat(cabinet.stream("kind")).containsExactlyElementsOf(live.values());
    }

    private static String mark(Random random) {
        return "<%016x>".formatted(random.nextLong());
    }

    private static Set<String> marksIn(String bytes) {
        return MARK.matcher(bytes).results().map(MatchResult::group).collect(toSet());
    }

    @Test
    void givenAReaderThatHoldsTheFile_whenReplaced_thenKeptAndSweptWithTheNextReplacement() throws Exception {
        SqliteCabinet impatient = openImpatiently();
        long version = impatient.put("person", "anna", "\"secret-gone\"", 0);
        long second;
        try (Connection reader = reading()) {
            second = impatient.put("person", "anna", "\"second\"", version);
            assertThat(reader.isClosed()).isFalse();
            assertThat(everyByte()).contains("-gone");
        }

        impatient.put("person", "anna", "\"third\"", second);

        assertThat(everyByte()).doesNotContain("-gone").contains("third");
    }

    @Test
    void givenAReaderThatHoldsTheFile_whenRemoved_thenSaysSo_andARepeatSweeps() throws Exception {
        SqliteCabinet impatient = openImpatiently();
        impatient.put("person", "anna", "\"secret-gone\"", 0);
        try (Connection reader = reading()) {
            assertThatExceptionOfType(CabinetFailed.class)
                    .isThrownBy(() -> impatient.remove("person", "anna"))
                    .withMessageContaining("could not be cleared of all that was removed")
                    .withMessageContaining("another program is reading the file");
            assertThat(reader.isClosed()).isFalse();
            assertThat(impatient.get("person", "anna")).isEmpty();
        }

        assertThat(impatient.remove("person", "anna")).isFalse();

        assertThat(everyByte()).doesNotContain("-gone");
    }

    @Test
    void givenARemovalCutShortBeforeItsSweep_whenOpenedAgain_thenNothingIsLeft() throws Exception {
        cabinet.put("person", "anna", "\"secret-gone\"", 0);
        cabinet.close();
        try (Connection cut = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = cut.createStatement()) {
            statement.execute("PRAGMA secure_delete = OFF");
            statement.execute("DELETE FROM paper");
        }
        assertThat(everyByte()).contains("-gone");

        openAt(file());

        assertThat(everyByte()).doesNotContain("-gone");
    }

    @Test
    void givenAPosixFileSystem_whenOpen_thenOnlyTheOwnerMayReadOrWriteAnyFile() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        cabinet.put("person", "anna", "{}", 0);
        assertOwnerOnly("cabinet.db", "cabinet.db-shm", "cabinet.db-wal");
        cabinet.close();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        openAt(file()).put("person", "bela", "{}", 0);

        assertOwnerOnly("cabinet.db", "cabinet.db-shm", "cabinet.db-wal");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void givenAnOddPath_whenOpened_thenTheFileLiesThere() {
        Path odd = folder.resolve("who & what?foreign_keys=on#100% %41 é").resolve("c.db");
        openAt(odd).put("person", "anna", "{}", 0);

        assertThat(odd).isNotEmptyFile();
        assertThat(openAt(odd).get("person", "anna")).isPresent();
    }

    @Test
    void givenAFileThatIsNoCabinet_whenOpened_thenFailsAndLeavesItAsItWas() throws IOException {
        Path letter = folder.resolve("letter.txt");
        Files.writeString(letter, "Dear board, ".repeat(100), UTF_8);

        assertThatThrownBy(() -> openAt(letter))
                .isInstanceOf(CabinetFailed.class)
                .hasMessageContaining("letter.txt could not be opened");
        assertThat(letter).hasContent("Dear board, ".repeat(100));
        assertThatThrownBy(() -> openAt(folder)).isInstanceOf(CabinetFailed.class);
    }

    @Test
    void givenAClosedCabinet_whenUsed_thenFails_andClosingAgainDoesNothing() {
        cabinet.close();

        assertThatCode(() -> cabinet.close()).doesNotThrowAnyException();
        assertThatThrownBy(() -> cabinet.get("person", "anna"))
                .isInstanceOf(CabinetFailed.class)
                .hasMessageContaining("cabinet.db could not be read");
    }

    private Path file() {
        return folder.resolve("data").resolve("cabinet.db");
    }

    private SqliteCabinet openAt(Path file) {
        var opened = new SqliteCabinet(file);
        open.add(opened);
        return opened;
    }

    private SqliteCabinet openImpatiently() {
        var opened = new SqliteCabinet(file(), Duration.ofMillis(20));
        open.add(opened);
        return opened;
    }

    /** Another program in the middle of a read: what it sees must stay, so the log cannot be emptied. */
    private Connection reading() throws SQLException {
        Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file());
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM paper").next();
        }
        return reader;
    }

    private void assertOwnerOnly(String... names) throws IOException {
        for (String name : names) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().resolveSibling(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    private String everyByte() throws IOException {
        var bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(Files.readString(file, ISO_8859_1));
            }
        }
        return bytes.toString();
    }
}
