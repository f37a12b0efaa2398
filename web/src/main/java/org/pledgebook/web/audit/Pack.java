package org.pledgebook.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.pledgebook.query.audit.StoredEvent;
import org.pledgebook.web.Release;
import org.pledgebook.web.audit.Checkpoints.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * An evidence pack while it is made: its files lie in a folder of their own until the pack is closed, so that it takes
 * no memory, and is refused before its first byte is sent where the record does not come to what is signed.
 * {@code docs/audit-format.md} says what is in it.
 */
final class Pack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pack.class);

    /** Always the same. A month earlier, and a zip would also say it in seconds of the time zone here. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path folder;
    private final List<Packed> files = new ArrayList<>();
    private long events;

    /** When the last of the checkpoint's events was recorded, also where two clocks differed a little. */
    private Instant recordedAt = Instant.EPOCH;

    private Pack(Path folder) {
        this.folder = folder;
    }

    /** A file of the pack, and what the zip and the manifest have to know of it before it is written. */
    private record Packed(String name, Path path, long size, long crc, String hash) {}

    /**
     * Makes a pack.
     *
     * @param checkpoint of the position it is of
     * @param stored all events from the first; as many are read as the checkpoint has
     * @param nodes the log
     * @param state what the book said when the last of these events was recorded, as files by name
     * @throws org.pledgebook.web.Refused 409 where the events do not come to the checkpoint's root
     */
    static Pack of(
            Scope scope,
            Checkpoint checkpoint,
            Iterator<StoredEvent> stored,
            Nodes nodes,
            SigningKey key,
            Function<Instant, Map<String, Content>> state)
            throws IOException {
        var pack = new Pack(Files.createTempDirectory("pledgebook-pack"));
        try {
            pack.add("README.txt", out -> out.write(readme(scope).getBytes(UTF_8)));
            pack.add("key.txt", out -> out.write((key.verifierKey(checkpoint.origin()) + "\n").getBytes(UTF_8)));
            pack.add("checkpoint.txt", out -> out.write(checkpoint.note().getBytes(UTF_8)));
            var held = pack.addEvents(scope.choice(), checkpoint, stored);
            if (!(scope instanceof Scope.Whole)) {
                pack.addProofs(held, checkpoint.size(), nodes);
            }
            if (pack.events > 0) {
                for (var file : state.apply(pack.recordedAt).entrySet()) {
                    pack.add(file.getKey(), file.getValue());
                }
            }
            var manifest = key.note(checkpoint.origin(), pack.manifest(scope, checkpoint));
            pack.add("manifest.txt", out -> out.write(manifest.getBytes(UTF_8)));
            return pack;
        } catch (IOException | RuntimeException e) {
            pack.close();
            throw e;
        }
    }

    private List<Long> addEvents(Scope.Choice choice, Checkpoint checkpoint, Iterator<StoredEvent> stored)
            throws IOException {
        var held = new ArrayList<Long>();
        var tree = new MerkleTree.Growing();
        add("events.ndjson", out -> {
            while (tree.size() < checkpoint.size()) {
                var event = next(stored, tree.size());
                if (event == null) {
                    break;
                }
                if (choice.holds(event)) {
                    held.add(tree.size());
                    out.write((event.line(tree.size()) + "\n").getBytes(UTF_8));
                }
                tree.add(event.leafHash());
                recordedAt = event.recordedAt().isAfter(recordedAt) ? event.recordedAt() : recordedAt;
            }
        });
        if (!Base64.getEncoder().encodeToString(tree.root()).equals(checkpoint.root())) {
            throw Checkpoints.altered(
                    "The %d events in the store do not come to the root of the log over %d: one was altered or is missing. No pack can be made of it."
                            .formatted(tree.size(), checkpoint.size()));
        }
        events = held.size();
        return held;
    }

    /** Null where there are no more. */
    private static @Nullable StoredEvent next(Iterator<StoredEvent> stored, long index) {
        try {
            return stored.hasNext() ? stored.next() : null;
        } catch (JacksonException | SerializationException | IllegalArgumentException | DateTimeException e) {
            LOG.error("The event of index {} cannot be read", index, e);
            throw Checkpoints.altered(
                    "The event of index %d cannot be read, or one soon after it: it was altered. No pack can be made of it."
                            .formatted(index));
        }
    }

    private void addProofs(List<Long> held, long size, Nodes nodes) throws IOException {
        add("proofs.ndjson", out -> {
            for (var index : held) {
                var proof = MerkleTree.inclusion(nodes, index, size).stream()
                        .map(hash -> '"' + HexFormat.of().formatHex(hash) + '"')
                        .toList();
                out.write("{\"index\":%d,\"proof\":[%s]}\n"
                        .formatted(index, String.join(",", proof))
                        .getBytes(UTF_8));
            }
        });
    }

    private String manifest(Scope scope, Checkpoint checkpoint) {
        var text = new StringBuilder("pledgebook-pack/1\n");
        text.append("origin ").append(checkpoint.origin());
        text.append("\nsize ").append(checkpoint.size());
        text.append("\nscope ").append(scope.words());
        text.append("\nevents ").append(events);
        text.append("\nsoftware ").append(Release.VERSION).append('\n');
        files.forEach(file -> text.append("file %s %d %s\n".formatted(file.hash(), file.size(), file.name())));
        return text.toString();
    }

    private void add(String name, Content content) throws IOException {
        var path = folder.resolve(name);
        var crc = new CRC32();
        var sha = sha256();
        try (var out = new BufferedOutputStream(
                new CheckedOutputStream(new DigestOutputStream(Files.newOutputStream(path), sha), crc))) {
            content.writeTo(out);
        }
        files.add(new Packed(
                name, path, Files.size(path), crc.getValue(), HexFormat.of().formatHex(sha.digest())));
    }

    /** Whether no event is in it. */
    boolean isEmpty() {
        return events == 0;
    }

    /** Writes the zip. */
    void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, UTF_8);
        for (var file : files) {
            var entry = new ZipEntry(file.name());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(file.size());
            entry.setCrc(file.crc());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            Files.copy(file.path(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    @Override
    public void close() {
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme(Scope scope) {
        var holds = scope instanceof Scope.Whole
                ? "It holds the whole book, and proves that it is complete."
                : "It holds the streams of the %s, and proves that each event is in the book and that no stream has a hole. That nothing is missing altogether, only a pack of the whole book proves."
                        .formatted(scope.words());
        return """
                EVIDENCE OF A PLEDGEBOOK

                This pack shows what was recorded, up to the number of events that checkpoint.txt says.
                %s

                README.txt      this text
                key.txt         the key it is signed with; compare it with the one you got from the book's keeper
                checkpoint.txt  how many events the book had, and their root, signed
                events.ndjson   the events exactly as they are stored, one a line
                proofs.ndjson   that each of them is in the book (not in a pack of the whole book)
                state.html      what the book said then, to be read and printed
                state.json      the same for programs, as the service answers it
                manifest.txt    what is in the pack, signed

                The two files of the state are for reading. The events are the evidence: whether the state says what they
                say is not checked by Verify.java, but that nobody has altered it since it was signed is.

                To check it, you need a Java Development Kit (17 or later) and the file Verify.java:

                    java Verify.java this-pack.zip --key key-from-the-keeper.txt
                """.formatted(holds);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
