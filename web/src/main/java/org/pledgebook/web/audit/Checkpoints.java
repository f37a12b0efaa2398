package org.pledgebook.web.audit;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.Paper;
import org.pledgebook.cabinet.StalePaper;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.audit.SigningKeyIntroduced;
import org.pledgebook.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs how far the log has come, and keeps every checkpoint it signed in the cabinet. Before it signs it looks whether
 * the log still goes on from the newest one: so no two checkpoints contradict each other, however many processes sign.
 */
@Component
class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** Each checkpoint, by size and key. */
    static final String KIND = "checkpoint";

    /** One paper: the newest of them, and so the one that the next has to go on from. */
    static final String NEWEST = "newest-checkpoint";

    private static final String THE_NEWEST = "of-the-book";
    private static final int ATTEMPTS = 20;
    private static final int CONFLICT = 409;
    private static final int DIGITS_OF_ORIGIN = 16;

    private final ProofLog log;
    private final Cabinet cabinet;
    private final SigningKey key;
    private final Streams streams;
    private final JsonMapper json = JsonMapper.shared();

    /** What it last said in its log that it signs nothing for; empty while it signs. */
    private volatile String complaint = "";

    Checkpoints(ProofLog log, Cabinet cabinet, SigningKey key, Streams streams) {
        this.log = log;
        this.cabinet = cabinet;
        this.key = key;
        this.streams = streams;
    }

    /**
     * A checkpoint.
     *
     * @param origin whose book
     * @param size over how many leaves
     * @param root in Base64
     * @param note text and signature
     */
    record Checkpoint(String origin, long size, String root, String note) {

        private static final int KEY_ID = 8;

        /** The id of the key that signed it, in hexadecimal. */
        String signer() {
            var signature = note.substring(note.lastIndexOf(' ') + 1).strip();
            return HexFormat.of()
                    .formatHex(Base64.getDecoder().decode(signature))
                    .substring(0, KEY_ID);
        }

        static Checkpoint signed(Nodes nodes, long size, SigningKey key) {
            var origin = Checkpoints.origin(nodes);
            var root = Base64.getEncoder().encodeToString(MerkleTree.root(nodes, size));
            return new Checkpoint(origin, size, root, key.note(origin, origin + "\n" + size + "\n" + root + "\n"));
        }
    }

    /** Often enough that no hour in which something happened goes without, and soon enough to say that it cannot. */
    @Scheduled(initialDelayString = "10s", fixedDelayString = "${pledgebook.audit.checkpoints:15m}")
    void sign() {
        if (key.isThere() && log.catchUp() > 0) {
            try {
                of(log.catchUp());
            } catch (Refused refused) {
                LOG.debug("No checkpoint was signed", refused);
            }
        }
    }

    /** What a book is called, after the hash of its first event. */
    static String origin(Nodes nodes) {
        return "pledgebook/" + HexFormat.of().formatHex(nodes.hash(0, 0)).substring(0, DIGITS_OF_ORIGIN);
    }

    /** The public key, as it is handed on. */
    String verifierKey() {
        checkBegun(log.catchUp());
        return key.verifierKey(origin(log.nodes()));
    }

    /**
     * The checkpoint over the first events.
     *
     * @param size from 1 to as many as there are
     * @throws Refused 409 where the log does not go on from what was signed before: then the record was altered
     */
    Checkpoint of(long size) {
        checkBegun(size);
        try {
            var signed = signed(size);
            complaint = "";
            return signed;
        } catch (Refused refused) {
            complain(refused);
            throw refused;
        }
    }

    /** Says it once, however often somebody asks, until it can sign again or cannot for another reason. */
    private void complain(Refused refused) {
        var why = refused.refusal().type();
        if (refused.refusal().status() == CONFLICT && !complaint.equals(why)) {
            complaint = why;
            LOG.error("Nothing is signed any more. {}", refused.refusal().detail());
        }
    }

    private Checkpoint signed(long size) {
        var nodes = log.nodes();
        var made = Checkpoint.signed(nodes, size, key);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var newest = cabinet.get(NEWEST, THE_NEWEST);
            var before = newest.or(this::lastKept).map(paper -> json.readValue(paper.json(), Checkpoint.class));
            before.ifPresent(this::checkGoesOn);
            checkKey(made, before);
            if (before.isPresent() && before.get().size() >= size) {
                return keep(made);
            }
            try {
                // Its own paper may be missing where a process died between the two.
                before.ifPresent(this::keep);
                cabinet.put(
                        NEWEST,
                        THE_NEWEST,
                        json.writeValueAsString(made),
                        newest.map(Paper::version).orElse(0L));
                return keep(made);
            } catch (StalePaper overtaken) {
                LOG.debug("Another process was faster in signing", overtaken);
            }
        }
        throw Refused.later(
                "contended",
                "Too many sign at once",
                "Others were signing at the same time. Ask again.",
                Duration.ofSeconds(1));
    }

    /** What was signed stays signed where the paper of the newest is lost, or was taken away. */
    private Optional<Paper> lastKept() {
        return cabinet.stream(KIND).reduce((earlier, later) -> later);
    }

    /** Signatures are the same each time, and so is what is kept. */
    private Checkpoint keep(Checkpoint made) {
        var id = "%019d/%s".formatted(made.size(), made.signer());
        try {
            cabinet.put(KIND, id, json.writeValueAsString(made), 0);
        } catch (StalePaper kept) {
            LOG.debug("The checkpoint of {} is kept already", made.size(), kept);
        }
        return made;
    }

    private void checkGoesOn(Checkpoint before) {
        var size = log.catchUp();
        var nodes = log.nodes();
        if (before.size() > size
                || !before.root().equals(Base64.getEncoder().encodeToString(MerkleTree.root(nodes, before.size())))) {
            throw altered(
                    "The record, which now has %d events, does not go on from the checkpoint that was signed over %d: an event was altered or is missing. Nothing is signed until it is as it was; compare with a back-up."
                            .formatted(size, before.size()));
        }
    }

    /**
     * Looks whether the key may be put on record as the one that signs from now on.
     *
     * @throws Refused 409 where it has signed before another was introduced: whoever trusts it could not tell the two
     *     times apart
     */
    void checkComesNew() {
        var nodes = log.nodes();
        var introduced = introduced(origin(nodes));
        var signer = HexFormat.of().formatHex(key.id(origin(nodes)));
        if (introduced.isPresent()
                && !introduced.get().equals(key.verifierKey(origin(nodes)))
                && cabinet.stream(KIND).anyMatch(paper -> paper.id().endsWith("/" + signer))) {
            throw Refused.rule(
                    "signing-key-known",
                    "This key signed before another one",
                    "The record was signed with this key before another was introduced. Make a new one if the newest is not to be used any more.");
        }
    }

    private Optional<String> introduced(String origin) {
        return streams.fold(
                StreamId.log(origin),
                Optional.<String>empty(),
                (key, event) -> event instanceof SigningKeyIntroduced one ? Optional.of(one.key()) : key);
    }

    /** Another key signs only once an administrator has put it on record. */
    private void checkKey(Checkpoint made, Optional<Checkpoint> before) {
        var ours = introduced(made.origin())
                .map(key.verifierKey(made.origin())::equals)
                .orElseGet(() ->
                        before.map(one -> one.signer().equals(made.signer())).orElse(true));
        if (!ours) {
            throw Refused.rule(
                    "signing-key-not-introduced",
                    "The key is another one than before",
                    "The service was started with another key than the record has. If that is meant, an administrator of all boards puts it on record with POST /api/audit/key {\"reason\"}; until then nothing is signed.");
        }
    }

    static Refused altered(String detail) {
        return Refused.rule("record-altered", "The record was altered", detail);
    }

    private static void checkBegun(long size) {
        if (size == 0) {
            throw Refused.unknown("event", "0");
        }
    }
}
