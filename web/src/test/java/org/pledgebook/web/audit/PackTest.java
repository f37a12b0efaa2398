package org.pledgebook.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.audit.CanonicalJson;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.pledgebook.query.audit.StoredEvent;
import org.pledgebook.web.Times;
import org.pledgebook.web.audit.Checkpoints.Checkpoint;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.node.ObjectNode;

/** Packs, and what an auditor's verifier says of them: of intact ones, and of ten thousand that were altered. */
class PackTest {

    private static final SigningKey KEY = new SigningKey(SigningKey.fresh());
    private static final SigningKey ANOTHER = new SigningKey(SigningKey.fresh());
    private static final Scope WHOLE = new Scope.Whole();
    private static final Scope PARTNER = new Scope.OfPartner("p1");
    private static final List<Scope> SCOPES =
            List.of(WHOLE, PARTNER, new Scope.OfBoard("b"), new Scope.OfPledge("p1/2023/1"));

    private final List<StoredEvent> book = book();

    @Test
    void givenAnIntactPack_whenItIsVerified_thenItHolds_atEverySizeAndForEveryScope() throws IOException {
        for (int size = 6; size <= book.size(); size++) {
            for (var scope : SCOPES) {
                var pack = pack(scope, book, size, KEY);
                var said = new ArrayList<String>();
                assertThat(Verifier.check(pack, key(book), List.of(), List.of(), said))
                        .as(said.toString())
                        .isEqualTo(Verifier.HOLDS);
                assertThat(Verifier.check(pack, null, List.of(), List.of(), said))
                        .isEqualTo(Verifier.SIGNER_UNKNOWN);
                assertThat(String.join(" ", said))
                        .contains("CONSISTENT, SIGNER UNKNOWN")
                        .contains(scope == WHOLE ? "Complete" : "only a pack of the whole book can prove");
            }
        }
    }

    @Test
    void givenTheSamePosition_whenAPackIsMadeTwice_thenItsBytesAreTheSame_alsoBySomebodyElse() throws IOException {
        for (var scope : SCOPES) {
            var pack = pack(scope, book, book.size(), KEY);
            assertThat(pack(scope, book, book.size(), KEY)).isEqualTo(pack);
            assertThat(zip(forged(scope, book, checkpoint(book, book.size(), KEY), KEY)))
                    .isEqualTo(pack);
        }
    }

    @Test
    void givenAWitness_whenThePackGoesOnFromIt_thenItSaysSo() throws IOException {
        var nodes = nodes(book);
        for (int before = 1; before <= book.size(); before++) {
            var witness = checkpoint(book, before, KEY).note();
            var proof = "{\"from\":%d,\"to\":%d,\"fromRoot\":\"\",\"toRoot\":\"\",\"proof\":[%s]}"
                    .formatted(before, book.size(), hashes(MerkleTree.consistency(nodes, before, book.size())));
            for (var scope : List.of(WHOLE, PARTNER)) {
                var said = new ArrayList<String>();
                assertThat(Verifier.check(
                                pack(scope, book, book.size(), KEY), key(book), List.of(witness), List.of(proof), said))
                        .as(said.toString())
                        .isEqualTo(Verifier.HOLDS);
                assertThat(String.join(" ", said)).contains("Witnessed");
            }
        }
    }

    @Test
    void givenAWitnessUnderAnEarlierKey_whenBothKeysAreGiven_thenItAgrees() throws IOException {
        var witness = checkpoint(book, 5, ANOTHER).note();
        var pack = pack(WHOLE, book, book.size(), KEY);
        var earlier = ANOTHER.verifierKey(Checkpoints.origin(nodes(book))) + "\n";
        var said = new ArrayList<String>();

        assertThat(Verifier.check(pack, earlier + key(book), List.of(witness), List.of(), said))
                .as(said.toString())
                .isEqualTo(Verifier.HOLDS);
        isFound(pack, key(book), List.of(witness));
        isFound(pack, earlier, List.of());
    }

    @Test
    void givenAContentThatWasRemoved_whenThePackIsVerified_thenTheRestIsProved_andItIsSaid() {
        var files = forged(WHOLE, book, checkpoint(book, book.size(), KEY), KEY);
        var lines = text(files, "events.ndjson").split("\n", -1);
        var event = (ObjectNode) CanonicalJson.read(lines[4].getBytes(UTF_8));
        event.remove(List.of("metaData", "payload"));
        lines[4] = CanonicalJson.of(event);
        files.put("events.ndjson", String.join("\n", lines).getBytes(UTF_8));

        var said = new ArrayList<String>();
        assertThat(Verifier.check(zip(signed(files, KEY)), key(book), List.of(), List.of(), said))
                .as(said.toString())
                .isEqualTo(Verifier.HOLDS);
        assertThat(String.join(" ", said)).contains("REMOVED: the content of 1").contains("Event 4 (");

        event.put("recordedAt", "2023-01-01T00:00:00.000Z");
        lines[4] = CanonicalJson.of(event);
        files.put("events.ndjson", String.join("\n", lines).getBytes(UTF_8));
        assertThat(Verifier.check(zip(signed(files, KEY)), key(book), List.of(), List.of(), said))
                .isEqualTo(Verifier.WRONG);
    }

    @Test
    void givenAnAlteredField_whenThePackIsVerified_thenEventAndFieldAreNamed() {
        var files = forged(PARTNER, book, checkpoint(book, book.size(), KEY), KEY);
        var events = text(files, "events.ndjson");
        files.put("events.ndjson", events.replace("seats", "chairs").getBytes(UTF_8));

        var said = new ArrayList<String>();
        assertThat(Verifier.check(zip(signed(files, KEY)), key(book), List.of(), List.of(), said))
                .isEqualTo(Verifier.WRONG);
        assertThat(said.get(said.size() - 1))
                .contains("Event ")
                .contains("of partner:p1")
                .contains("'payload'");
    }

    @Test
    void givenAnEventThatCannotBeRead_whenAPackIsMade_thenTheRecordIsSaidToBeAltered() {
        for (var why : List.of(
                new IllegalArgumentException("no JSON"),
                new SerializationException("no metadata"),
                new DateTimeException("no time"),
                new StreamReadException(null, "half of it"))) {
            var stored = Stream.concat(book.subList(0, 3).stream(), Stream.generate(() -> {
                        throw why;
                    }))
                    .map(StoredEvent.class::cast)
                    .iterator();
            var checkpoint = checkpoint(book, book.size(), KEY);

            assertThatThrownBy(() ->
                            Pack.of(WHOLE, checkpoint, stored, nodes(book), KEY, at -> state(WHOLE, book.size(), at)))
                    .hasMessageContaining("record-altered")
                    .hasMessageContaining("of index 3");
        }
    }

    /** A screen shows what it is told to: a pack must not be able to write over the verifier's own words. */
    @Test
    void givenAKeyWhoseNameIsNoBooks_whenThePackIsVerified_thenItIsFound() {
        var files = forged(PARTNER, book, checkpoint(book, book.size(), KEY), KEY);
        var name = "x\u001b[2K\rALL HOLDS.";
        files.put("key.txt", (KEY.verifierKey(name) + "\n").getBytes(UTF_8));
        files.put("checkpoint.txt", KEY.note(name, name + "\n14\n\n").getBytes(UTF_8));

        isFound(zip(signed(files, KEY)), null, List.of());
    }

    @Test
    void givenAProofThatWasAltered_whenAWitnessIsGiven_thenItIsNotTakenForAFork_andAnotherOneHelps()
            throws IOException {
        var witness = checkpoint(book, 5, KEY).note();
        var path = hashes(MerkleTree.consistency(nodes(book), 5, book.size()));
        var proof = "{\"from\":5,\"to\":%d,\"fromRoot\":\"\",\"toRoot\":\"\",\"proof\":[%s]}";
        var altered = proof.formatted(book.size(), path.replaceFirst("\"[0-9a-f]{2}", "\"ab"));
        var said = new ArrayList<String>();

        assertThat(Verifier.check(pack(PARTNER), key(book), List.of(witness), List.of(altered), said))
                .isEqualTo(Verifier.WRONG);
        assertThat(said.get(said.size() - 1)).contains("or a proof that was altered");
        assertThat(Verifier.check(
                        pack(PARTNER),
                        key(book),
                        List.of(witness),
                        List.of(altered, proof.formatted(book.size(), path)),
                        said))
                .isEqualTo(Verifier.HOLDS);
    }

    @Test
    void givenSpareBitsInBase64_whenThePackIsVerified_thenTheyAreFound() {
        var files = forged(WHOLE, book, checkpoint(book, book.size(), KEY), KEY);
        var checkpoint = text(files, "checkpoint.txt");
        var root = checkpoint.split("\n", -1)[2];
        var last = root.charAt(root.length() - 2);
        var spare = root.substring(0, root.length() - 2) + (char) (last + 1) + "=";
        files.put("checkpoint.txt", checkpoint.replace(root, spare).getBytes(UTF_8));

        assertThat(Verifier.check(zip(signed(files, KEY)), key(book), List.of(), List.of(), new ArrayList<>()))
                .isEqualTo(Verifier.WRONG);
    }

    /** Somebody lays hands on the file. */
    @Test
    void givenThreeThousandPacksWithOtherBytes_whenTheyAreVerified_thenEachIsFound() throws IOException {
        var random = seeded();
        for (int found = 0; found < 3_000; ) {
            var scope = SCOPES.get(random.nextInt(SCOPES.size()));
            var pack = pack(scope);
            var altered = alteredBytes(pack, random);
            if (!Arrays.equals(pack, altered)) {
                isFound(altered, random.nextBoolean() ? key(book) : null, List.of());
                found++;
            }
        }
    }

    /** Somebody alters events and makes everything about them fit again, but for what the checkpoint signs. */
    @Test
    void givenThreeThousandPacksWithOtherEvents_whenTheyAreVerified_thenEachIsFound() {
        var random = seeded();
        var checkpoint = checkpoint(book, book.size(), KEY);
        var trueLines = Set.of(
                text(forged(PARTNER, book, checkpoint, KEY), "events.ndjson").split("\n", -1));
        for (int found = 0; found < 3_000; ) {
            var altered = alteredEvents(book, book.size(), random);
            var scope = random.nextBoolean() ? WHOLE : PARTNER;
            var files = forged(scope, altered, checkpoint, KEY);
            var lines = List.of(text(files, "events.ndjson").split("\n", -1));
            // Whoever takes events off the end of a partner's streams still says only what is true.
            if (scope == WHOLE ? !altered.equals(book) : lines.size() < 2 || !trueLines.containsAll(lines)) {
                isFound(zip(files), key(book), List.of());
                found++;
            }
        }
    }

    /** Somebody makes a whole new book, with a key of their own. */
    @Test
    void givenAThousandPacksUnderAnotherKey_whenTheKeyIsGiven_thenEachIsFound() {
        var random = seeded();
        for (int i = 0; i < 1_000; i++) {
            var altered = alteredEvents(book, book.size(), random);
            var scope = random.nextBoolean() ? WHOLE : PARTNER;
            isFound(
                    zip(forged(scope, altered, checkpoint(altered, altered.size(), ANOTHER), ANOTHER)),
                    key(book),
                    List.of());
        }
    }

    /** The keeper of the book alters it, with the true key: then only somebody who kept a checkpoint can tell. */
    @Test
    void givenAThousandBooksAlteredByTheirKeeper_whenThereIsAWitness_thenEachIsFound() {
        var random = seeded();
        for (int found = 0; found < 1_000; ) {
            var kept = 1 + random.nextInt(book.size());
            var witness = checkpoint(book, kept, KEY).note();
            var altered = alteredEvents(book, kept, random);
            if (altered.size() >= kept && altered.subList(0, kept).equals(book.subList(0, kept))) {
                continue;
            }
            isFound(
                    zip(forged(WHOLE, altered, checkpoint(altered, altered.size(), KEY), KEY)),
                    key(book),
                    List.of(witness));
            found++;
        }
    }

    /** Somebody who even has the true key spells it otherwise, or plays with the zip. */
    @Test
    void givenTwoThousandPacksInAnotherSpelling_whenTheyAreVerified_thenEachIsFound() throws IOException {
        var random = seeded();
        var checkpoint = checkpoint(book, book.size(), KEY);
        for (int found = 0; found < 2_000; ) {
            var scope = SCOPES.get(random.nextInt(SCOPES.size()));
            var trick = TRICKS.get(random.nextInt(TRICKS.size()));
            var altered = trick.play(forged(scope, book, checkpoint, KEY), random);
            if (!Arrays.equals(altered, pack(scope))) {
                isFound(altered, random.nextBoolean() ? key(book) : null, List.of());
                found++;
            }
        }
    }

    /** Makes a pack out of files that are as they should be. */
    @FunctionalInterface
    private interface Trick {
        byte[] play(Map<String, byte[]> files, Random random) throws IOException;
    }

    private static final List<Trick> TRICKS = List.of(
            (files, random) -> joined(zip(files), new byte[] {(byte) random.nextInt(256)}),
            (files, random) -> joined(new byte[] {(byte) random.nextInt(256)}, zip(files)),
            (files, random) -> joined(zip(files), zip(files)),
            (files, random) -> zipped(files, ZipEntry.DEFLATED, LocalDateTime.of(1980, 2, 1, 0, 0), ""),
            (files, random) -> zipped(files, ZipEntry.STORED, LocalDateTime.of(2023, 2, 1, random.nextInt(24), 0), ""),
            (files, random) -> zipped(files, ZipEntry.STORED, LocalDateTime.of(1980, 2, 1, 0, 0), "c"),
            (files, random) -> zip(shuffled(files, random)),
            (files, random) -> zip(signed(shuffled(files, random), KEY)),
            (files, random) -> without(files, random),
            (files, random) -> with(files, "more-%d.html".formatted(random.nextInt(100)), "<p>More</p>"),
            (files, random) -> respelled(files, "state.html", random, false, "A board", "Another board"),
            (files, random) -> respelled(files, "state.json", random, false, "answers", "nothing"),
            (files, random) -> respelled(files, "state.json", random, true, "\"size\":1", "\"size\": 1"),
            (files, random) -> respelled(files, "state.json", random, true, "\"asOf\":\"2023", "\"asOf\":\"2022"),
            (files, random) -> respelled(files, "state.json", random, true, "\"scope\":\"", "\"scope\":\"the "),
            (files, random) -> respelled(files, "events.ndjson", random, true, ":", ": "),
            (files, random) -> respelled(files, "events.ndjson", random, true, ",\"", ", \""),
            (files, random) -> respelled(files, "events.ndjson", random, true, "\n", "\r\n"),
            (files, random) -> respelled(files, "events.ndjson", random, true, "\n", "\n\n"),
            (files, random) -> respelled(files, "events.ndjson", random, true, ".5,", ".50,"),
            (files, random) -> respelled(files, "events.ndjson", random, true, ".5,", "5e-1,"),
            (files, random) -> respelled(files, "events.ndjson", random, true, "caf", "c\\u0061f"),
            (files, random) -> respelled(files, "events.ndjson", random, true, "\\n", "\\u000a"),
            (files, random) -> respelled(files, "events.ndjson", random, true, "\"index\":", "\"index\":0"),
            (files, random) -> respelled(files, "events.ndjson", random, true, "{\"content\"", "\uFEFF{\"content\""),
            (files, random) -> respelled(files, "checkpoint.txt", random, true, "pledgebook/", "pledgebook/0"),
            (files, random) -> respelled(files, "checkpoint.txt", random, true, "\n", "\n\n"),
            (files, random) -> respelled(files, "checkpoint.txt", random, true, "\u2014 ", "- "),
            (files, random) -> spareBits(files, "checkpoint.txt", true),
            (files, random) -> spareBits(files, "manifest.txt", false),
            (files, random) -> twoSignatures(files, "checkpoint.txt", true),
            (files, random) -> twoSignatures(files, "manifest.txt", false),
            (files, random) -> respelled(files, "manifest.txt", random, false, "scope ", "scope  "),
            (files, random) -> respelled(files, "manifest.txt", random, false, "software 0", "software 1"),
            (files, random) -> respelled(files, "key.txt", random, true, "+", " "),
            (files, random) -> respelled(files, "proofs.ndjson", random, true, "[", "[ "),
            (files, random) -> respelled(files, "proofs.ndjson", random, true, "\"index\":", "\"index\":1"));

    /** One of the places in a file where it says {@code from}; with {@code again}, signed again with the true key. */
    private static byte[] respelled(
            Map<String, byte[]> files, String name, Random random, boolean again, String from, String to) {
        var text = text(files, name);
        var places = new ArrayList<Integer>();
        for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
            places.add(at);
        }
        if (!places.isEmpty()) {
            var at = places.get(random.nextInt(places.size()));
            files.put(name, (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(UTF_8));
        }
        return zip(again ? signed(files, KEY) : files);
    }

    /** The last Base64 of a signed note ends with one padding sign, so that two of its bits mean nothing. */
    private static byte[] spareBits(Map<String, byte[]> files, String name, boolean again) {
        var note = text(files, name);
        var last = note.charAt(note.length() - 3);
        files.put(name, (note.substring(0, note.length() - 3) + (char) (last + 1) + "=\n").getBytes(UTF_8));
        return zip(again ? signed(files, KEY) : files);
    }

    private static byte[] twoSignatures(Map<String, byte[]> files, String name, boolean again) {
        var note = text(files, name);
        var end = note.lastIndexOf("\n\n");
        var origin = note.substring(note.indexOf("pledgebook/"), note.indexOf("pledgebook/") + 27);
        var second = ANOTHER.note(origin, note.substring(0, end + 1));
        files.put(name, (note + second.substring(second.lastIndexOf("\u2014"))).getBytes(UTF_8));
        return zip(again ? signed(files, KEY) : files);
    }

    private static byte[] without(Map<String, byte[]> files, Random random) {
        var names = new ArrayList<>(files.keySet());
        files.remove(names.get(random.nextInt(names.size() - 1)));
        return zip(signed(files, KEY));
    }

    private static byte[] with(Map<String, byte[]> files, String name, String content) {
        var manifest = files.remove("manifest.txt");
        files.put(name, content.getBytes(UTF_8));
        files.put("manifest.txt", manifest);
        return zip(signed(files, KEY));
    }

    private static Map<String, byte[]> shuffled(Map<String, byte[]> files, Random random) {
        var names = new ArrayList<>(files.keySet());
        Collections.shuffle(names, random);
        var shuffled = new LinkedHashMap<String, byte[]>();
        names.forEach(name -> shuffled.put(name, files.getOrDefault(name, new byte[0])));
        return shuffled;
    }

    private static void isFound(byte[] pack, @Nullable String key, List<String> witnesses) {
        var said = new ArrayList<String>();
        assertThat(Verifier.check(pack, key, witnesses, List.of(), said))
                .as(said.toString())
                .isEqualTo(Verifier.WRONG);
    }

    private static Random seeded() {
        var seed = System.nanoTime();
        System.out.println("PackTest seed " + seed);
        return new Random(seed);
    }

    private final Map<Scope, byte[]> packs = new HashMap<>();

    private byte[] pack(Scope scope) throws IOException {
        var made = packs.get(scope);
        if (made == null) {
            made = pack(scope, book, book.size(), KEY);
            packs.put(scope, made);
        }
        return made;
    }

    private static byte[] alteredBytes(byte[] pack, Random random) {
        var at = random.nextInt(pack.length);
        var length = 1 + random.nextInt(Math.min(40, pack.length - at));
        var altered = pack.clone();
        switch (random.nextInt(6)) {
            case 0, 1 -> altered[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                return joined(Arrays.copyOf(pack, at), Arrays.copyOfRange(pack, at + length, pack.length));
            }
            case 3 -> {
                var more = new byte[length];
                random.nextBytes(more);
                return joined(joined(Arrays.copyOf(pack, at), more), Arrays.copyOfRange(pack, at, pack.length));
            }
            case 4 -> {
                var to = random.nextInt(pack.length - length + 1);
                System.arraycopy(pack, at, altered, to, length);
            }
            default -> {
                return Arrays.copyOf(pack, at);
            }
        }
        return altered;
    }

    /** Alters one of the first events, so that all of them are as they could be. */
    private static List<StoredEvent> alteredEvents(List<StoredEvent> book, int first, Random random) {
        var events = new ArrayList<>(book);
        var at = random.nextInt(first);
        switch (random.nextInt(6)) {
            case 0 -> events.remove(at);
            case 1 -> events.add(at, other(events.get(at), "id", "e-new"));
            case 2 -> Collections.swap(events, at, random.nextInt(events.size()));
            case 3 -> events.subList(at, events.size()).clear();
            default ->
                events.set(at, other(events.get(at), FIELDS[random.nextInt(FIELDS.length)], "x" + random.nextInt(9)));
        }
        return events.isEmpty() ? book.subList(0, 1) : renumbered(events);
    }

    private static final String[] FIELDS = {"type", "revision", "recordedAt", "id", "payload", "number", "actor"};

    private static StoredEvent other(StoredEvent e, String field, String value) {
        var payload = (ObjectNode) e.payload().deepCopy();
        var metaData = (ObjectNode) e.metaData().deepCopy();
        switch (field) {
            case "payload" -> payload.put("words", value);
            case "number" -> payload.put("figure", 0.25);
            case "actor" -> metaData.put("actor", value);
            default -> {}
        }
        return new StoredEvent(
                field.equals("type") ? value : e.type(),
                field.equals("revision") ? value : e.revision(),
                e.stream(),
                e.sequence(),
                field.equals("recordedAt") ? e.recordedAt().plusMillis(1) : e.recordedAt(),
                field.equals("id") ? value : e.id(),
                payload,
                metaData);
    }

    private static List<StoredEvent> renumbered(List<StoredEvent> events) {
        var next = new HashMap<String, Long>();
        return events.stream()
                .map(e -> new StoredEvent(
                        e.type(),
                        e.revision(),
                        e.stream(),
                        next.merge(e.stream(), 1L, Long::sum) - 1,
                        e.recordedAt(),
                        e.id(),
                        e.payload(),
                        e.metaData()))
                .toList();
    }

    private static List<StoredEvent> book() {
        var streams = List.of(
                "person:p-first-administrator",
                "board:b",
                "partner:p1",
                "board:other",
                "partner:p2",
                "pledges:p1/2023",
                "pledges:p1/2023",
                "pledges:p2/2023",
                "assessment:p1/2023",
                "pledges:p1/2023",
                "support:p1",
                "partner:p3",
                "pledges:p3/1",
                "pledges:p2/2023");
        var events = new ArrayList<StoredEvent>();
        for (int i = 0; i < streams.size(); i++) {
            var stream = streams.get(i);
            var board = stream.equals("partner:p3") ? "other" : "b";
            events.add(new StoredEvent(
                    stream.startsWith("partner") ? "partner-joined" : "some-event",
                    "1",
                    stream,
                    0,
                    Instant.parse("2023-01-31T09:30:00Z").plusMillis(i * 1_001L),
                    "e-" + i,
                    CanonicalJson.read("""
                            {"board": "%s", "words": "caf\u00e9 \\"quoted\\"\\n%d", "figure": %d.50, "list": [1, {"measure": "seats"}, null]}
                            """.formatted(board, i, i).getBytes(UTF_8)),
                    CanonicalJson.read("{\"salt\": \"%032x\", \"actor\": \"p-a\"}"
                            .formatted(i)
                            .getBytes(UTF_8))));
        }
        return renumbered(events);
    }

    private static String key(List<StoredEvent> events) {
        return KEY.verifierKey(Checkpoints.origin(nodes(events))) + "\n";
    }

    private static Checkpoint checkpoint(List<StoredEvent> events, int size, SigningKey key) {
        return Checkpoint.signed(nodes(events), size, key);
    }

    private static byte[] pack(Scope scope, List<StoredEvent> events, int size, SigningKey key) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var pack = Pack.of(
                scope,
                checkpoint(events, size, key),
                events.iterator(),
                nodes(events),
                key,
                at -> state(scope, size, at))) {
            pack.writeTo(out);
        }
        return out.toByteArray();
    }

    /** What a book is said to say; PackStateTest has the real one. */
    private static Map<String, Pack.Content> state(Scope scope, long size, Instant at) {
        var files = new LinkedHashMap<String, Pack.Content>();
        files.put("state.json", out -> out.write(json(scope, size, at)));
        files.put("state.html", out -> out.write(HTML));
        return files;
    }

    private static final byte[] HTML = "<!doctype html><title>A board</title>".getBytes(UTF_8);

    private static byte[] json(Scope scope, long size, Instant at) {
        return "{\"size\":%d,\"scope\":\"%s\",\"asOf\":\"%s\",\"answers\":[\n]}\n"
                .formatted(size, scope.words(), Times.milliseconds(at))
                .getBytes(UTF_8);
    }

    /** The files of a pack, made without the service's own code for packs, so that they can say anything. */
    private static Map<String, byte[]> forged(
            Scope scope, List<StoredEvent> events, Checkpoint checkpoint, SigningKey key) {
        var choice = scope.choice();
        var nodes = nodes(events);
        var lines = new StringBuilder();
        var proofs = new StringBuilder();
        var held = 0;
        for (int i = 0; i < events.size(); i++) {
            if (choice.holds(events.get(i))) {
                lines.append(events.get(i).line(i)).append('\n');
                proofs.append("{\"index\":%d,\"proof\":[%s]}\n"
                        .formatted(i, hashes(MerkleTree.inclusion(nodes, i, events.size()))));
                held++;
            }
        }
        var files = new LinkedHashMap<String, byte[]>();
        files.put("README.txt", readme(scope));
        files.put("key.txt", (key.verifierKey(checkpoint.origin()) + "\n").getBytes(UTF_8));
        files.put("checkpoint.txt", checkpoint.note().getBytes(UTF_8));
        files.put("events.ndjson", lines.toString().getBytes(UTF_8));
        if (scope != WHOLE) {
            files.put("proofs.ndjson", proofs.toString().getBytes(UTF_8));
        }
        var last = events.subList(0, (int) Math.min(events.size(), checkpoint.size())).stream()
                .map(StoredEvent::recordedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        files.put("state.json", json(scope, checkpoint.size(), last));
        files.put("state.html", HTML);
        files.put(
                "manifest.txt",
                "pledgebook-pack/1\norigin %s\nsize %d\nscope %s\nevents %d\nsoftware 0.1.0\n"
                        .formatted(checkpoint.origin(), checkpoint.size(), scope.words(), held)
                        .getBytes(UTF_8));
        return signed(files, key);
    }

    /** With a manifest that is true of the files. */
    private static Map<String, byte[]> signed(Map<String, byte[]> files, SigningKey key) {
        var head = Arrays.copyOf(text(files, "manifest.txt").split("\n", -1), 6);
        var text = new StringBuilder(String.join("\n", head) + "\n");
        files.forEach((name, content) -> {
            if (!name.equals("manifest.txt")) {
                text.append(
                        "file %s %d %s\n".formatted(HexFormat.of().formatHex(sha256(content)), content.length, name));
            }
        });
        files.put(
                "manifest.txt",
                key.note(head[1].substring("origin ".length()), text.toString()).getBytes(UTF_8));
        return files;
    }

    private static final Map<String, byte[]> READMES = new HashMap<>();

    /** What it says in words is the service's own. */
    private static byte[] readme(Scope scope) {
        return READMES.computeIfAbsent(scope.words(), words -> {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(pack(scope, book(), book().size(), KEY)))) {
                zip.getNextEntry();
                return zip.readAllBytes();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return zipped(files, ZipEntry.STORED, LocalDateTime.of(1980, 2, 1, 0, 0), "");
    }

    private static byte[] zipped(Map<String, byte[]> files, int method, LocalDateTime time, String comment) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, UTF_8)) {
            zip.setComment(comment);
            for (var file : files.entrySet()) {
                var crc = new CRC32();
                crc.update(file.getValue());
                var entry = new ZipEntry(file.getKey());
                entry.setMethod(method);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), UTF_8);
    }

    private static String hashes(List<byte[]> hashes) {
        return String.join(
                ",",
                hashes.stream()
                        .map(hash -> '"' + HexFormat.of().formatHex(hash) + '"')
                        .toList());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Nodes nodes(List<StoredEvent> events) {
        var leaves = events.stream().map(StoredEvent::leafHash).toList();
        return new Nodes() {
            @Override
            public byte[] hash(int height, long index) {
                return height == 0
                        ? leaves.get((int) index)
                        : MerkleTree.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
            }
        };
    }
}
