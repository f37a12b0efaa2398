package org.pledgebook.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real program in a process of its own, on a free port of the loopback interface, to be asked and to be killed. */
final class BookProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final int port;

    private BookProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts {@link Standalone} on a data folder and waits until it answers. */
    static BookProcess start(Path data, String... arguments) throws IOException {
        return launch(data, arguments).awaitReady();
    }

    /** Starts {@link Standalone} on a data folder, where its log goes too, without waiting. */
    static BookProcess launch(Path data, String... arguments) throws IOException {
        var more = new ArrayList<>(List.of(arguments));
        more.add("--pledgebook.data-dir=" + data);
        return launch(List.of("-cp", System.getProperty("java.class.path"), Standalone.class.getName()), data, more);
    }

    /** Starts the jar that the build makes of a module, without waiting. */
    static BookProcess launchJar(String module, Path logs, String... arguments) throws IOException {
        var jar = Path.of("..", module, "target", module + "-app.jar");
        return launch(List.of("-jar", jar.toString()), logs, List.of(arguments));
    }

    private static BookProcess launch(List<String> program, Path logs, List<String> arguments) throws IOException {
        var port = freePort();
        Files.createDirectories(logs);
        var log = Files.createTempFile(logs, "program-", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(program);
        command.add("--server.port=" + port);
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new BookProcess(process, log, port);
    }

    /** Waits until the program answers that it is healthy; fails with its log when it ends before. */
    BookProcess awaitReady() {
        Awaitility.await()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .failFast("It ended before it answered; its log says why", () -> !process.isAlive())
                .until(() -> client("nobody").isHealthy());
        return this;
    }

    /** A client of this program. */
    Client client(String signIn) {
        return new Client("http://127.0.0.1:" + port, signIn);
    }

    /** The port it listens on. */
    int port() {
        return port;
    }

    /** What it has printed. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits for it to end by itself and says with which code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end: " + output());
        }
        return process.exitValue();
    }

    /** Ends it as a power switch would: {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
