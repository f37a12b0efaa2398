package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own lines, run as they are printed, against the program as {@code ./run} starts it. */
class ReadmeTest {

    @TempDir
    Path data;

    @Test
    void givenAFirstStart_whenTheReadmesWalkIsRun_thenEveryLineWorksAndASecondStartFindsEverythingAsItWas()
            throws Exception {
        long newest;
        try (var book = BookProcess.start(data)) {
            // The port opens an instant before the block is printed.
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(book.output()).contains("Pledgebook is ready.", "secretary", data.toString()));

            assertThat(Walk.run(book, data))
                    .contains("\"id\":\"our-trust/2026/1\",\"version\":3")
                    .contains("Reported on pledge 1 for 2026-Q1: on track.")
                    .contains("\"reading\":48", "Two visits were counted twice.")
                    .contains("\"id\":\"our-trust/2026/1/questions/1\",\"version\":2")
                    .contains("\"weakened\":1", "\"targetMoved\":-10", "\"openQuestions\":[]");
            newest = newest(book);
        }
        try (var book = BookProcess.start(data)) {
            assertThat(newest(book)).isEqualTo(newest);
            assertThat(book.output()).doesNotContain("Loading the example boards");
            assertThat(Walk.run(book, data)).contains("\"version\":3");
            assertThat(newest(book)).as("the walk again records nothing").isEqualTo(newest);
        }
    }

    /** The position of the newest event. */
    private static long newest(BookProcess book) {
        return book.client("auditor")
                .get("/api/audit/events?limit=1")
                .json()
                .at("/events/0/position")
                .asLong();
    }
}
