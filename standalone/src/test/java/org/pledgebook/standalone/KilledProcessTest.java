package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} leaves behind. */
@Timeout(60)
class KilledProcessTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givenWritersInFullSwing_whenTheirProcessIsKilledAgainAndAgain_thenEachAcknowledgedEventIsThereOnce()
            throws Exception {
        List<String> acknowledged = new ArrayList<>();
        int kills = 2;
        for (int i = 0; i < kills; i++) {
            Process writer = start();
            try (BufferedReader output = writer.inputReader()) {
                Iterator<String> answers =
                        AppendUntilKilled.answersIn(output.lines()).iterator();
                for (int seen = 0; seen < 300; seen++) {
                    acknowledged.add(answers.next());
                }
                assertThatThrownBy(() -> BookFile.open(folder))
                        .isInstanceOf(BookUnavailable.class)
                        .hasMessageContaining("already open in another process (number " + writer.pid() + ")");
                // Not the process's own destroyForcibly(), which throws away what it has still to say.
                writer.toHandle().destroyForcibly();
                answers.forEachRemaining(acknowledged::add);
                assertThat(writer.waitFor()).isEqualTo(128 + 9);
            }
        }

        try (OpenBook book = OpenBook.in(folder)) {
            List<String> stored =
                    book.everything().map(EventMessage::getIdentifier).toList();
            assertThat(stored).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(stored.size() - acknowledged.size())
                    .as("written, but killed before the answer: at most one for each writer")
                    .isBetween(0, kills * AppendUntilKilled.WRITERS);
            assertThat(book.positions())
                    .isEqualTo(LongStream.rangeClosed(1, stored.size()).boxed().toList());
        }
    }

    @Test
    void givenARefusedSecondOpeningHere_whenAnotherProcessTries_thenItIsRefusedStill() throws Exception {
        try (BookFile open = BookFile.open(folder)) {
            assertThatThrownBy(() -> BookFile.open(folder)).isInstanceOf(BookUnavailable.class);

            Process other = start();

            try (BufferedReader output = other.inputReader()) {
                assertThat(AppendUntilKilled.answersIn(output.lines()))
                        .singleElement(InstanceOfAssertFactories.STRING)
                        .contains("already open in another process (number "
                                + ProcessHandle.current().pid() + ")");
            }
            assertThat(other.waitFor()).isZero();
            assertThat(open.isWriting()).isFalse();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
