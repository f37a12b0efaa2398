package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's walk through the main job: its shell lines, as they are printed, on another port. */
final class Walk {

    private static final Path README = Path.of("..", "README.md");
    private static final Path VERIFIER = Path.of("verifier", "Verify.java");
    private static final Pattern SHELL = Pattern.compile("(?s)```bash\n(.*?)```");
    private static final String ADDRESS = "http://localhost:8080";

    private Walk() {}

    /** Runs it to its end and says what it printed; a line that fails fails it. */
    static String run(BookProcess book, Path folder) throws IOException, InterruptedException {
        var lines = SHELL.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(lines).contains("book=" + ADDRESS);
        var script = Files.writeString(
                folder.resolve("walk.sh"),
                "set -euo pipefail\n" + lines.replace(ADDRESS, "http://127.0.0.1:" + book.port()));
        var output = folder.resolve("walk.out");
        var walk = new ProcessBuilder("bash", script.toString())
                .directory(clone(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(walk.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(walk.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    /** What the lines use of a clone, in a folder that they can write to. */
    private static Path clone(Path folder) throws IOException {
        var clone = folder.resolve("clone");
        Files.createDirectories(clone.resolve("verifier"));
        Files.copy(Path.of("..").resolve(VERIFIER), clone.resolve(VERIFIER), StandardCopyOption.REPLACE_EXISTING);
        return clone;
    }
}
