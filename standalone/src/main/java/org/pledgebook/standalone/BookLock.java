package org.pledgebook.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to be the only one that has a book open. The operating system holds it on the file {@code book.lock} and
 * takes it back when the process ends, however it ends, so a lock never outlives its owner.
 */
final class BookLock implements AutoCloseable {

    /**
     * POSIX drops all locks that a process has on a file as soon as the process closes any of its descriptors for it.
     * A second attempt inside this JVM must therefore be refused before it opens the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private BookLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of the book in this folder, which exists.
     *
     * @throws BookUnavailable if another process, or something else in this one, has the book open
     * @throws IOException if the lock file cannot be written
     */
    static BookLock take(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve("book.lock");
        if (!HELD_HERE.add(file)) {
            throw inUse(folder, "this same process");
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    Permissions.forNewFile(folder));
            if (channel.tryLock() == null) {
                throw inUse(folder, holder(channel));
            }
            channel.truncate(0);
            channel.write(ascii(Long.toString(ProcessHandle.current().pid())));
            taken = true;
            return new BookLock(file, channel);
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(file);
            }
        }
    }

    /** Gives the lock back. The file stays: deleting it could take it from a process that is just locking it. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }

    private static BookUnavailable inUse(Path folder, String holder) {
        return new BookUnavailable(
                "The book in " + folder + " is already open in " + holder + ".",
                "Stop that one, or start this one with a folder of its own: --pledgebook.data-dir=<folder>.",
                null);
    }

    private static String holder(FileChannel channel) {
        try {
            ByteBuffer pid = ByteBuffer.allocate(20);
            channel.read(pid, 0);
            String written = StandardCharsets.US_ASCII.decode(pid.flip()).toString();
            return written.isBlank() ? "another process" : "another process (number " + written + ")";
        } catch (IOException unreadableWhileLocked) { // as on Windows
            return "another process";
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
