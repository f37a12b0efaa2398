package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own lines, run as they are printed, against the program as {@code ./run} starts it. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern SHELL = Pattern.compile("(?s)```bash\n(.*?)```");
    private static final String ADDRESS = "http://localhost:8080";

    @TempDir
    Path data;

    @Test
    void givenAFirstStart_whenTheReadmesWalkIsRun_thenEveryLineWorksAndShowsWhatItSays() throws Exception {
        try (var book = BookProcess.start(data)) {
            assertThat(book.output()).contains("Pledgebook is ready.", "secretary", data.toString());

            var walked = walk(book.port());

            assertThat(walked)
                    .contains("\"id\":\"our-trust/2026/1\",\"version\":3")
                    .contains("Reported on pledge 1 for 2026-Q1: on track.")
                    .contains("\"reading\":48", "Two visits were counted twice.");
            assertThat(walk(book.port())).as("run again, it records nothing").contains("\"version\":3");
        }
    }

    @Test
    void givenTheExamplesAreLoaded_whenStartedAgain_thenNothingIsAdded() throws Exception {
        long first;
        try (var book = BookProcess.start(data)) {
            first = events(book);
        }
        try (var book = BookProcess.start(data)) {
            assertThat(events(book)).isEqualTo(first);
            assertThat(book.output()).doesNotContain("Loading the example boards");
        }
    }

    /** The position of the newest event. */
    private static long events(BookProcess book) {
        return book.client("auditor")
                .get("/api/audit/events?limit=1")
                .json()
                .at("/events/0/position")
                .asLong();
    }

    private String walk(int port) throws IOException, InterruptedException {
        var lines = SHELL.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(lines).contains("book=" + ADDRESS);
        var script = Files.writeString(
                data.resolve("walk.sh"), "set -euo pipefail\n" + lines.replace(ADDRESS, "http://127.0.0.1:" + port));
        var output = data.resolve("walk.out");
        var walk = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(walk.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(walk.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
