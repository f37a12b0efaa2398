import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Checks an evidence pack of a Pledgebook, with nothing but a JDK (17 or later) and without the service:
 *
 * <pre>java Verify.java pack.zip [--key KEY] [--witness FILE]... [--proof FILE]...</pre>
 *
 * KEY is the book's key as you got it from its keeper, or a file that holds it, with its earlier keys if there were any,
 * one a line. A witness is a checkpoint that somebody
 * kept; a proof is an answer of /api/audit/proofs/consistency, needed for witnesses of packs that are not of the whole
 * book. docs/audit-format.md says what is checked. Exit codes: 0 all holds and the signer is known, 3 all holds and the
 * signer is unknown, 1 something is wrong, 2 it could not be checked.
 */
public final class Verify {

    static final int HOLDS = 0;
    static final int WRONG = 1;
    static final int UNCHECKED = 2;
    static final int SIGNER_UNKNOWN = 3;

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] arguments, PrintStream out) {
        byte[] pack;
        String key = null;
        List<String> witnesses = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        try {
            if (arguments.length % 2 == 0 || arguments[0].startsWith("--")) {
                throw new IOException(
                        "Usage: java Verify.java pack.zip [--key KEY] [--witness FILE]... [--proof FILE]...");
            }
            pack = Files.readAllBytes(Path.of(arguments[0]));
            for (int i = 1; i < arguments.length; i += 2) {
                String value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--key" -> key = value.contains("+") && !Files.exists(Path.of(value)) ? value + "\n" : read(value);
                    case "--witness" -> witnesses.add(read(value));
                    case "--proof" -> proofs.add(read(value));
                    default -> throw new IOException("There is no option " + arguments[i] + ".");
                }
            }
        } catch (IOException | InvalidPathException | OutOfMemoryError e) {
            out.println("COULD NOT BE CHECKED: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return UNCHECKED;
        }
        List<String> said = new ArrayList<>();
        int result = check(pack, key, witnesses, proofs, said);
        // What a pack says must not be able to paint over what is said of it.
        said.forEach(line -> out.println(line.replaceAll("\\p{C}", "?")));
        return result;
    }

    private static String read(String file) throws IOException {
        return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
    }

    /** Checks a pack, and says in words what was checked and what is wrong. */
    static int check(byte[] pack, String key, List<String> witnesses, List<String> proofs, List<String> said) {
        try {
            new Verify(said).pack(pack, key, witnesses, proofs);
            said.add(key == null ? "CONSISTENT, SIGNER UNKNOWN: give --key to check who signed it." : "ALL HOLDS.");
            return key == null ? SIGNER_UNKNOWN : HOLDS;
        } catch (Wrong wrong) {
            said.add("WRONG: " + wrong.getMessage());
            return WRONG;
        }
    }

    /** Something is not as it should be. */
    private static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Wrong(otherwise);
        }
    }

    private final List<String> said;

    private Verify(List<String> said) {
        this.said = said;
    }

    // ---------------------------------------------------------------- the pack

    private void pack(byte[] zip, String givenKey, List<String> witnesses, List<String> proofs) {
        Map<String, byte[]> files = unzip(zip);
        List<String> names = new ArrayList<>(List.of("README.txt", "key.txt", "checkpoint.txt", "events.ndjson"));
        if (files.containsKey("proofs.ndjson")) {
            names.add("proofs.ndjson");
        }
        names.addAll(List.of("state.json", "state.html", "manifest.txt"));
        for (String name : names) {
            require(files.containsKey(name), "The pack has no " + name + ".");
        }
        require(
                List.copyOf(files.keySet()).equals(names),
                "The pack has other files than it must have, or in another order: " + files.keySet() + ".");
        Key key = Key.of(text("key.txt", files.get("key.txt")), "key.txt");
        List<Key> keys = new ArrayList<>(List.of(key));
        if (givenKey != null) {
            keys.clear();
            for (String line : lines("The given key", givenKey.endsWith("\n") ? givenKey : givenKey + "\n")) {
                keys.add(Key.of(line + "\n", "The given key"));
            }
            require(
                    keys.stream().anyMatch(given -> given.line.equals(key.line)),
                    "The pack is signed by another key than the one given: by " + key.line);
        }
        Manifest manifest =
                new Manifest(signed("manifest.txt", text("manifest.txt", files.get("manifest.txt")), List.of(key), true));
        require(manifest.origin.equals(key.name), "manifest.txt is of " + manifest.origin + ", and the key of " + key.name);
        manifest.checkFiles(files);
        Checkpoint checkpoint =
                new Checkpoint("checkpoint.txt", text("checkpoint.txt", files.get("checkpoint.txt")), List.of(key), true);
        require(
                checkpoint.size == manifest.size,
                "checkpoint.txt is of " + checkpoint.size + " events, and manifest.txt of " + manifest.size + ".");
        said.add("The pack is whole: each file has the hash that the signed manifest gives it.");
        said.add("It is of the book " + checkpoint.origin + " with its first " + checkpoint.size + " events"
                + (manifest.whole ? ", and holds all of them." : ", and holds those of the " + manifest.scope + "."));

        List<Event> events = events(text("events.ndjson", files.get("events.ndjson")));
        require(
                events.size() == manifest.events,
                "events.ndjson has " + events.size() + " events, and manifest.txt says " + manifest.events + ".");
        if (manifest.whole) {
            require(!files.containsKey("proofs.ndjson"), "The whole book needs no proofs.ndjson.");
            checkWhole(events, checkpoint);
        } else {
            require(files.containsKey("proofs.ndjson"), "The pack has no proofs.ndjson.");
            checkProofs(events, lines("proofs.ndjson", text("proofs.ndjson", files.get("proofs.ndjson"))), checkpoint);
        }
        for (Event event : events) {
            if (event.type.equals("signing-key-introduced") && !event.removed) {
                said.add("Keys: by " + event.named() + ", the book is signed with another key from then on.");
            }
        }
        checkStreams(events, manifest);
        checkState(text("state.json", files.get("state.json")), events, manifest);
        long removed = events.stream().filter(event -> event.removed).count();
        if (removed > 0) {
            said.add("REMOVED: the content of " + removed + " of the events was removed: "
                    + String.join("; ", events.stream().filter(event -> event.removed).map(Event::named).toList())
                    + ". What remains of them is proved.");
        }
        for (int i = 0; i < witnesses.size(); i++) {
            Checkpoint witness = new Checkpoint("Witness " + (i + 1), witnesses.get(i), keys, false);
            checkWitness(witness, checkpoint, manifest.whole ? events : null, proofs);
        }
    }

    private static List<Event> events(String ndjson) {
        List<Event> events = new ArrayList<>();
        long before = -1;
        for (String line : lines("events.ndjson", ndjson)) {
            Event event = new Event(line, "Line " + (events.size() + 1) + " of events.ndjson");
            require(event.index > before, event.named() + ": the field 'index' does not rise.");
            before = event.index;
            events.add(event);
        }
        return events;
    }

    private void checkWhole(List<Event> events, Checkpoint checkpoint) {
        require(
                events.size() == checkpoint.size,
                "The whole book has " + checkpoint.size + " events, and the pack holds " + events.size() + ".");
        for (int i = 0; i < events.size(); i++) {
            require(events.get(i).index == i, "The event of index " + i + " is missing.");
        }
        require(
                events.isEmpty() || checkpoint.origin.equals("pledgebook/" + hex(events.get(0).leaf).substring(0, 16)),
                "The book's origin is not that of its first event.");
        require(
                Arrays.equals(root(events, checkpoint.size), checkpoint.root),
                "The events do not come to the root that was signed: at least one field of one event was altered, or an"
                        + " event was put in, taken out or moved.");
        said.add("Complete: the " + events.size() + " events, hashed, come to the root that was signed.");
    }

    private void checkProofs(List<Event> events, List<String> proofs, Checkpoint checkpoint) {
        require(!events.isEmpty(), "The pack holds no event, so it proves nothing.");
        require(proofs.size() == events.size(), "There are " + proofs.size() + " proofs for " + events.size() + " events.");
        for (int i = 0; i < proofs.size(); i++) {
            Event event = events.get(i);
            Map<String, String> proof = members(proofs.get(i), "Line " + (i + 1) + " of proofs.ndjson", "index", "proof");
            require(
                    number(proof.get("index"), "proofs.ndjson: index") == event.index,
                    event.named() + ": its proof is of another index.");
            require(event.index < checkpoint.size, event.named() + ": its index is beyond the checkpoint.");
            byte[] root = climb(event.index, checkpoint.size, event.leaf, hashes(proof.get("proof"), event.named()));
            require(
                    Arrays.equals(root, checkpoint.root),
                    event.named() + ": its proof does not lead to the root that was signed: a field of it, its index or"
                            + " its proof was altered.");
        }
        said.add("In the book: each of the " + events.size() + " events is proved to be in it. Whether the book holds"
                + " more of them, only a pack of the whole book can prove.");
    }

    private void checkStreams(List<Event> events, Manifest manifest) {
        Map<String, Long> next = new HashMap<>();
        for (Event event : events) {
            long expected = next.merge(event.stream, 1L, Long::sum) - 1;
            require(
                    event.sequence == expected,
                    event.named() + ": the field 'sequence' should be " + expected + ": the stream has a hole.");
            require(
                    manifest.whole || inScope(event, manifest.scope, next.keySet()),
                    event.named() + ": the field 'stream' is not of the " + manifest.scope + ".");
        }
        said.add("Without holes: in each of the " + next.size() + " streams, events are numbered from 0 without a gap.");
    }

    /** What it says for reading cannot be checked without the service's own rules; only whether it is of this pack. */
    private void checkState(String state, List<Event> events, Manifest manifest) {
        String head = "{\"size\":" + manifest.size + ",\"scope\":\"" + manifest.scope + "\",\"asOf\":\"";
        String last = events.stream().map(event -> event.recordedAt).max(String::compareTo).orElse("");
        String asOf = state.substring(Math.min(state.length(), head.length())).split("\"", 2)[0];
        require(
                state.startsWith(head) && instant(asOf) && (manifest.whole ? asOf.equals(last) : asOf.compareTo(last) >= 0),
                "state.json is not of this pack: its first line must say its size, its scope, and when the last event was"
                        + " recorded.");
        said.add("For reading only: state.json and state.html are as they were signed, as of " + asOf
                + ". That they say what the events say is not checked: the events are the evidence.");
    }

    private static boolean inScope(Event event, String scope, Set<String> streams) {
        String id = scope.substring(scope.indexOf(' ') + 1);
        // Every stream is a partner's but those of boards, frameworks, people and the log itself.
        String owner = event.stream.replaceFirst("^(?!board:|framework:|person:|log:)[a-z]+:([^/]*)(/.*)?$", "partner:$1");
        if (scope.startsWith("partner ")) {
            return owner.equals("partner:" + id);
        }
        if (scope.startsWith("pledge ")) {
            return event.stream.equals("pledges:" + id.substring(0, id.lastIndexOf('/')));
        }
        if (event.stream.equals("board:" + id)) {
            return true;
        }
        boolean joins = event.type.equals("partner-joined") && event.sequence == 0;
        return owner.startsWith("partner:")
                && streams.contains(owner)
                && (!joins || event.removed || event.payload.contains("\"board\":\"" + id + "\""));
    }

    private void checkWitness(Checkpoint witness, Checkpoint now, List<Event> all, List<String> proofs) {
        String named = witness.what + ", of " + witness.size + " events,";
        boolean proved = all == null && witness.size < now.size;
        require(witness.origin.equals(now.origin), named + " is of another book: " + witness.origin);
        require(witness.size <= now.size, named + " is newer than the pack, which has " + now.size + ".");
        byte[] then;
        if (witness.size == now.size) {
            then = now.root;
        } else if (all != null) {
            then = root(all, witness.size);
        } else {
            then = provedRoot(witness, now, proofs);
            if (then == null) {
                throw new Wrong(named + " needs a consistency proof: get /api/audit/proofs/consistency?from=" + witness.size
                        + "&to=" + now.size + " and give it with --proof.");
            }
        }
        require(
                Arrays.equals(then, witness.root),
                "A FORK" + (proved ? ", or a proof that was altered" : "") + ": " + named + " has another root than the book has"
                        + " now at that size: an event before it was altered.");
        said.add("Witnessed: " + named + " agrees with the pack; nothing before it has been altered since.");
    }

    /** The root at the witness's size, where a proof of it fits; null where there is none for these sizes. */
    private static byte[] provedRoot(Checkpoint witness, Checkpoint now, List<String> proofs) {
        byte[] found = null;
        for (String proof : proofs) {
            Map<String, String> said =
                    members(proof.strip(), "A proof", false, "from", "to", "fromRoot", "toRoot", "proof");
            if (number(said.get("from"), "A proof: from") == witness.size && number(said.get("to"), "A proof: to") == now.size) {
                List<byte[]> path = hashes(said.get("proof"), "A proof");
                byte[][] roots = climbBoth(witness.size, now.size, witness.root, path);
                found = Arrays.equals(roots[1], now.root) ? roots[0] : new byte[0];
                if (Arrays.equals(found, witness.root)) {
                    return found;
                }
            }
        }
        return found;
    }

    // ---------------------------------------------------------------- what is signed

    /** A public key with its name, as one line. */
    private static final class Key {
        final String line;
        final String name;
        final byte[] id;
        final byte[] bytes;

        private Key(String line, String name, byte[] id, byte[] bytes) {
            this.line = line;
            this.name = name;
            this.id = id;
            this.bytes = bytes;
        }

        static Key of(String text, String where) {
            String[] parts = text.split("\\+", 3);
            require(
                    text.endsWith("\n") && text.indexOf('\n') == text.length() - 1 && parts.length == 3,
                    where + " is no key: it is one line, name+id+key.");
            byte[] encoded = base64(parts[2].substring(0, parts[2].length() - 1), where);
            require(parts[0].matches("pledgebook/[0-9a-f]{16}"), where + ": its name is not that of a book.");
            require(encoded.length == 33 && encoded[0] == 1, where + " is no Ed25519 key.");
            byte[] id = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), encoded), 4);
            require(hex(id).equals(parts[1]), where + ": its id is not that of the key.");
            return new Key(text.strip(), parts[0], id, Arrays.copyOfRange(encoded, 1, 33));
        }

        boolean signed(byte[] message, byte[] signature) {
            try {
                byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(join(prefix, bytes))));
                ed25519.update(message);
                return ed25519.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** The text of a note that one of the keys has signed. Notes of a pack have one signature; others may have more. */
    private static String signed(String what, String note, List<Key> keys, boolean alone) {
        int end = note.lastIndexOf("\n\n");
        require(end > 0 && note.endsWith("\n"), what + " is no signed note.");
        String text = note.substring(0, end + 1);
        String[] lines = note.substring(end + 2).split("\n", -1);
        require(!alone || lines.length == 2, what + " must have one signature.");
        boolean found = false;
        for (String line : Arrays.copyOf(lines, lines.length - 1)) {
            String[] parts = line.split(" ", -1);
            require(parts.length == 3 && parts[0].equals("\u2014"), what + ": a line of its signatures is none.");
            byte[] signature = base64(parts[2], what);
            for (Key key : keys) {
                if (parts[1].equals(key.name) && signature.length > 4 && Arrays.equals(Arrays.copyOf(signature, 4), key.id)) {
                    byte[] message = text.getBytes(StandardCharsets.UTF_8);
                    require(
                            key.signed(message, Arrays.copyOfRange(signature, 4, signature.length)),
                            what + ": the signature is not of this text, or not by the key " + key.line);
                    found = true;
                }
            }
        }
        require(found, what + " is signed by no key that is known here.");
        return text;
    }

    private static final class Checkpoint {
        final String what;
        final String origin;
        final long size;
        final byte[] root;

        Checkpoint(String what, String note, List<Key> keys, boolean alone) {
            this.what = what;
            String[] lines = signed(what, note, keys, alone).split("\n", -1);
            require(lines.length == 4, what + " has other lines than origin, size and root.");
            origin = lines[0];
            size = number(lines[1], what + ": size");
            root = base64(lines[2], what + ": root");
            require(root.length == 32, what + ": the root is no hash.");
            require(origin.equals(keys.get(0).name), what + " is of " + origin + ", and the key of " + keys.get(0).name);
        }
    }

    private static final class Manifest {
        final String origin;
        final long size;
        final String scope;
        final boolean whole;
        final long events;
        final List<String> files;

        Manifest(String text) {
            List<String> lines = lines("manifest.txt", text);
            require(lines.size() > 6 && lines.get(0).equals("pledgebook-pack/1"), "manifest.txt is none of version 1.");
            origin = value(lines, 1, "origin");
            size = number(value(lines, 2, "size"), "manifest.txt: size");
            scope = value(lines, 3, "scope");
            whole = scope.equals("whole");
            require(
                    whole || scope.matches("(board|partner) [a-z0-9-]+|pledge [a-z0-9-]+/[a-z0-9-]+/[1-9][0-9]*"),
                    "manifest.txt: there is no scope '" + scope + "'.");
            events = number(value(lines, 4, "events"), "manifest.txt: events");
            value(lines, 5, "software");
            files = lines.subList(6, lines.size());
        }

        private static String value(List<String> lines, int line, String name) {
            require(lines.get(line).startsWith(name + " "), "manifest.txt: line " + (line + 1) + " must say '" + name + "'.");
            return lines.get(line).substring(name.length() + 1);
        }

        void checkFiles(Map<String, byte[]> packed) {
            List<String> found = new ArrayList<>();
            packed.forEach((name, content) -> {
                if (!name.equals("manifest.txt")) {
                    found.add("file " + hex(sha256(content)) + " " + content.length + " " + name);
                }
            });
            for (String file : found) {
                require(files.contains(file), file.substring(file.lastIndexOf(' ') + 1)
                        + " is not what manifest.txt says: it was altered, or is not named there.");
            }
            require(files.equals(found), "manifest.txt names other files than there are, or in another order.");
        }
    }

    // ---------------------------------------------------------------- events

    private static final class Event {
        private static final String[] FIELDS = {
            "content", "event", "index", "leaf", "metaData", "payload", "recordedAt", "revision", "sequence", "stream", "type"
        };
        private static final String[] REMAINING = {
            "content", "event", "index", "leaf", "recordedAt", "revision", "sequence", "stream", "type"
        };

        final long index;
        final long sequence;
        final String stream;
        final String type;
        final String payload;
        final String recordedAt;
        final boolean removed;
        final byte[] leaf;

        Event(String line, String where) {
            removed = !line.contains(",\"metaData\":") && !line.contains(",\"payload\":");
            Map<String, String> raw = members(line, where, removed ? REMAINING : FIELDS);
            index = number(raw.get("index"), where + ": the field 'index'");
            sequence = number(raw.get("sequence"), where + ": the field 'sequence'");
            stream = string(raw.get("stream"), where + ": the field 'stream'");
            type = string(raw.get("type"), where + ": the field 'type'");
            string(raw.get("event"), where + ": the field 'event'");
            string(raw.get("revision"), where + ": the field 'revision'");
            recordedAt = string(raw.get("recordedAt"), where + ": the field 'recordedAt'");
            require(instant(recordedAt), named() + ": the field 'recordedAt' is no instant in UTC with milliseconds.");
            payload = raw.get("payload");
            if (!removed) {
                require(raw.get("metaData").startsWith("{"), named() + ": the field 'metaData' is no object.");
                require(payload.startsWith("{"), named() + ": the field 'payload' is no object.");
                String content = "{\"metaData\":" + raw.get("metaData") + ",\"payload\":" + payload + "}";
                require(
                        raw.get("content").equals('"' + hex(sha256(content.getBytes(StandardCharsets.UTF_8))) + '"'),
                        named() + ": the fields 'metaData' and 'payload' do not have the hash in 'content': one of the"
                                + " three was altered.");
            }
            hash(raw.get("content"), named() + ": the field 'content'");
            StringBuilder covered = new StringBuilder();
            for (String field : List.of("content", "event", "recordedAt", "revision", "sequence", "stream", "type")) {
                covered.append(covered.isEmpty() ? '{' : ',').append('"').append(field).append("\":").append(raw.get(field));
            }
            leaf = sha256(new byte[] {0}, covered.append('}').toString().getBytes(StandardCharsets.UTF_8));
            require(
                    Arrays.equals(leaf, hash(raw.get("leaf"), named() + ": the field 'leaf'")),
                    named() + ": the fields do not have the hash in 'leaf': one of content, event, recordedAt, revision,"
                            + " sequence, stream, type and leaf was altered.");
        }

        String named() {
            return "Event " + index + " (" + type + ", number " + sequence + " of " + stream + ")";
        }
    }

    // ---------------------------------------------------------------- the tree, RFC 9162

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] root(List<Event> events, long size) {
        List<byte[]> level = new ArrayList<>();
        events.subList(0, (int) size).forEach(event -> level.add(event.leaf));
        if (level.isEmpty()) {
            return sha256();
        }
        // Neighbours are joined level by level; one that is left over goes up as it is.
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level.clear();
            level.addAll(above);
        }
        return level.get(0);
    }

    /** Section 2.1.3.2: the root that an inclusion proof leads to; nothing where it has too many or too few hashes. */
    private static byte[] climb(long leaf, long size, byte[] hash, List<byte[]> path) {
        long fn = leaf;
        long sn = size - 1;
        byte[] r = hash;
        for (byte[] p : path) {
            if (sn == 0) {
                return new byte[0];
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : new byte[0];
    }

    /** Section 2.1.4.2: the two roots that a consistency proof leads to. */
    private static byte[][] climbBoth(long from, long to, byte[] first, List<byte[]> proof) {
        byte[][] nothing = {new byte[0], new byte[0]};
        List<byte[]> path = new ArrayList<>(proof);
        if (from > 0 && Long.bitCount(from) == 1) {
            path.add(0, first);
        }
        if (from < 1 || from >= to || path.isEmpty()) {
            return nothing;
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return nothing;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? new byte[][] {fr, sr} : nothing;
    }

    // ---------------------------------------------------------------- encodings

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    /** Refuses also what a decoder would read but an encoder would not write, such as spare bits. */
    private static byte[] base64(String text, String where) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            require(Base64.getEncoder().encodeToString(bytes).equals(text), where + ": its Base64 is not spelled as it must be.");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Wrong(where + ": this is no Base64.");
        }
    }

    private static byte[] hash(String raw, String where) {
        require(raw.matches("\"[0-9a-f]{64}\""), where + " is no hash of 64 hex digits.");
        return HexFormat.of().parseHex(raw.substring(1, 65));
    }

    private static List<byte[]> hashes(String raw, String where) {
        List<byte[]> hashes = new ArrayList<>();
        require(raw.startsWith("[") && raw.endsWith("]"), where + ": a proof is a list of hashes.");
        if (raw.length() > 2) {
            for (String hash : raw.substring(1, raw.length() - 1).split(",", -1)) {
                hashes.add(hash(hash, where + ": its proof"));
            }
        }
        return hashes;
    }

    private static long number(String raw, String where) {
        require(raw.matches("0|[1-9][0-9]{0,17}"), where + " is no whole number from 0.");
        return Long.parseLong(raw);
    }

    private static String string(String raw, String where) {
        require(raw.startsWith("\"") && raw.indexOf('\\') < 0, where + " is no plain text.");
        return raw.substring(1, raw.length() - 1);
    }

    private static boolean instant(String text) {
        try {
            Instant.parse(text);
            return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Wrong(name + " is not UTF-8.");
        }
    }

    private static List<String> lines(String name, String text) {
        require(text.isEmpty() || text.endsWith("\n"), name + ": the last line has no end.");
        return text.isEmpty() ? List.of() : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    // ---------------------------------------------------------------- canonical JSON

    /** The members of an object as they are spelled: exactly these names. */
    private static Map<String, String> members(String json, String where, String... names) {
        return members(json, where, true, names);
    }

    /** @param sorted whether they must stand in the order of their names */
    private static Map<String, String> members(String json, String where, boolean sorted, String... names) {
        Json reader = new Json(json, where, sorted);
        Map<String, String> members = reader.object();
        require(reader.at == json.length(), where + ": there is something after its end.");
        require(
                members.keySet().equals(Set.of(names)),
                where + ": its fields are " + new TreeSet<>(members.keySet()) + " and not " + Arrays.toString(names) + ".");
        return members;
    }

    /** Reads JSON, and refuses any spelling but the canonical one. */
    private static final class Json {
        private static final int DEEPEST = 200;

        private final String text;
        private final String where;
        private final boolean sorted;
        private int at;
        private int depth;

        Json(String text, String where, boolean sorted) {
            this.text = text;
            this.where = where;
            this.sorted = sorted;
        }

        Map<String, String> object() {
            Map<String, String> members = new LinkedHashMap<>();
            String before = null;
            take('{');
            while (peek() != '}') {
                if (before != null) {
                    take(',');
                }
                String name = string();
                require(!members.containsKey(name), bad("the field '" + name + "' stands twice"));
                require(!sorted || before == null || before.compareTo(name) < 0, bad("the field '" + name + "' is out of order"));
                take(':');
                int from = at;
                value();
                members.put(name, text.substring(from, at));
                before = name;
            }
            take('}');
            return members;
        }

        private void value() {
            require(++depth < DEEPEST, bad("it is too deep"));
            char next = peek();
            if (next == '{') {
                object();
            } else if (next == '[') {
                boolean first = true;
                take('[');
                while (peek() != ']') {
                    if (!first) {
                        take(',');
                    }
                    value();
                    first = false;
                }
                take(']');
            } else if (next == '"') {
                string();
            } else {
                int from = at;
                while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                String word = text.substring(from, at);
                require(
                        word.matches("true|false|null|0|-?([1-9][0-9]*|(0|[1-9][0-9]*)\\.[0-9]*[1-9])"),
                        bad("'" + word + "' is not spelled as it must be"));
            }
            depth--;
        }

        private String string() {
            StringBuilder decoded = new StringBuilder();
            take('"');
            while (peek() != '"') {
                char c = text.charAt(at++);
                require(c >= ' ', bad("a control character is not escaped"));
                decoded.append(c == '\\' ? escaped() : c);
            }
            take('"');
            return decoded.toString();
        }

        private char escaped() {
            char c = peek();
            at++;
            int known = "\"\\btnfr".indexOf(c);
            if (known >= 0) {
                return "\"\\\b\t\n\f\r".charAt(known);
            }
            String digits = text.substring(at, Math.min(at + 4, text.length()));
            require(c == 'u' && digits.matches("00[01][0-9a-f]"), bad("an escape is not spelled as it must be"));
            char decoded = (char) Integer.parseInt(digits, 16);
            require("\b\t\n\f\r".indexOf(decoded) < 0, bad("an escape is not spelled as it must be"));
            at += 4;
            return decoded;
        }

        private char peek() {
            require(at < text.length(), bad("it ends too early"));
            return text.charAt(at);
        }

        private void take(char expected) {
            require(peek() == expected, bad("'" + expected + "' is expected"));
            at++;
        }

        private String bad(String what) {
            return where + ", at character " + (at + 1) + ": " + what + ".";
        }
    }

    // ---------------------------------------------------------------- zip

    /** The entries of a zip that is spelled as it must be, byte for byte, in their order. */
    private static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        int at = 0;
        while (at + 30 <= zip.length && le(zip, at, 4) == 0x04034b50L) {
            long nameLength = le(zip, at + 26, 2);
            long size = le(zip, at + 18, 4);
            require(at + 30 + nameLength + size <= zip.length, "The zip ends too early: it was cut off.");
            int from = (int) (at + 30 + nameLength);
            byte[] named = Arrays.copyOfRange(zip, at + 30, from);
            String name = text("The name of an entry", named);
            byte[] content = Arrays.copyOfRange(zip, from, (int) (from + size));
            CRC32 crc = new CRC32();
            crc.update(content);
            byte[] shared = fields(named.length, content.length, crc.getValue());
            require(
                    Arrays.equals(join(bytes(0x04034b50, 4), shared), Arrays.copyOfRange(zip, at, at + 30)),
                    name + ": its header or its content was altered.");
            require(entries.put(name, content) == null, name + " is in the zip twice.");
            directory.writeBytes(bytes(0x02014b50, 4));
            directory.writeBytes(bytes(10, 2));
            directory.writeBytes(shared);
            directory.writeBytes(new byte[10]);
            directory.writeBytes(bytes(at, 4));
            directory.writeBytes(named);
            at = (int) (from + size);
        }
        int size = directory.size();
        directory.writeBytes(bytes(0x06054b50, 4));
        directory.writeBytes(new byte[4]);
        directory.writeBytes(bytes(entries.size(), 2));
        directory.writeBytes(bytes(entries.size(), 2));
        directory.writeBytes(bytes(size, 4));
        directory.writeBytes(bytes(at, 4));
        directory.writeBytes(new byte[2]);
        require(
                Arrays.equals(directory.toByteArray(), Arrays.copyOfRange(zip, at, zip.length)),
                "The zip is not spelled as it must be: its directory was altered, or something follows or is missing.");
        return entries;
    }

    /** What a local header and a central one share, from the version to the length of extra fields. */
    private static byte[] fields(int name, int size, long crc) {
        ByteBuffer fields = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        fields.putShort((short) 10).putShort((short) 0x0800).putShort((short) 0).putShort((short) 0).putShort((short) 0x41);
        fields.putInt((int) crc).putInt(size).putInt(size).putShort((short) name).putShort((short) 0);
        return fields.array();
    }

    private static byte[] bytes(long value, int length) {
        return Arrays.copyOf(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array(), length);
    }

    private static long le(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }
}
