package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.web.Book;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What proves the record. It is hashes and signatures, which tell nobody what the record says. */
@Tag(name = "Proof", description = "Checkpoints, and proofs that nothing was changed")
@RestController
@RequestMapping("/api/audit")
final class ProofApi {

    private static final String PLAIN = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";
    private static final HexFormat HEX = HexFormat.of();

    private final Book book;
    private final ProofLog log;
    private final Checkpoints checkpoints;

    ProofApi(Book book, ProofLog log, Checkpoints checkpoints) {
        this.book = book;
        this.log = log;
        this.checkpoints = checkpoints;
    }

    @Operation(
            summary = "Read a signed checkpoint",
            description = "For anybody with access. Keep it: whoever has it can show later that nothing before it was"
                    + " changed. In the text form of C2SP tlog-checkpoint.")
    @GetMapping(path = "/checkpoint", produces = PLAIN)
    @Reads(By.ANYBODY_WITH_ACCESS)
    String findCheckpoint(
            @Parameter(description = "Over how many events; without it, over all.")
                    @RequestParam(required = false)
                    @Nullable Long size) {
        var all = log.catchUp();
        return checkpoints.of(size == null ? all : within("size", size, 1, all)).note();
    }

    @Operation(
            summary = "Read the key that checkpoints and packs are signed with",
            description = "For anybody with access. As one line, for the verifier's --key.")
    @GetMapping(path = "/key", produces = PLAIN)
    @Reads(By.ANYBODY_WITH_ACCESS)
    String findKey() {
        return checkpoints.verifierKey() + "\n";
    }

    @Operation(
            summary = "Put on record that another key signs from now on",
            description = "For administrators of all boards, after the service was started with another key: until then"
                    + " it signs nothing.")
    @PostMapping(path = "/key", produces = MediaType.APPLICATION_JSON_VALUE)
    @Sends(IntroduceSigningKey.class)
    ResponseEntity<Recorded> introduceKey(@RequestBody IntroduceKeyForm form, Sender sender) {
        var key = checkpoints.verifierKey();
        checkpoints.checkComesNew();
        return book.changed(new IntroduceSigningKey(key.substring(0, key.indexOf('+')), key, form.reason()), sender);
    }

    @Operation(
            summary = "Prove that an event is in the record",
            description = "For anybody with access. The proof of RFC 9162 for a leaf in the tree of a checkpoint.")
    @GetMapping(path = "/proofs/inclusion", produces = MediaType.APPLICATION_JSON_VALUE)
    @Reads(By.ANYBODY_WITH_ACCESS)
    Inclusion findInclusion(
            @Parameter(description = "The event's place in the record, from 0.") @RequestParam long leaf,
            @Parameter(description = "The checkpoint's number of events.") @RequestParam long size) {
        within("size", size, 1, log.catchUp());
        within("leaf", leaf, 0, size - 1);
        var nodes = log.nodes();
        return new Inclusion(
                leaf,
                size,
                HEX.formatHex(nodes.hash(0, leaf)),
                HEX.formatHex(MerkleTree.root(nodes, size)),
                hex(MerkleTree.inclusion(nodes, leaf, size)));
    }

    @Operation(
            summary = "Prove that one checkpoint goes on from another",
            description = "For anybody with access. The proof of RFC 9162 that nothing before the earlier was changed.")
    @GetMapping(path = "/proofs/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    @Reads(By.ANYBODY_WITH_ACCESS)
    Consistency findConsistency(
            @Parameter(description = "The earlier checkpoint's number of events.") @RequestParam long from,
            @Parameter(description = "The later checkpoint's number of events.") @RequestParam long to) {
        within("to", to, 1, log.catchUp());
        within("from", from, 1, to);
        var nodes = log.nodes();
        return new Consistency(
                from,
                to,
                HEX.formatHex(MerkleTree.root(nodes, from)),
                HEX.formatHex(MerkleTree.root(nodes, to)),
                hex(MerkleTree.consistency(nodes, from, to)));
    }

    private static long within(String parameter, long value, long least, long most) {
        if (value < least || value > most) {
            throw Refused.parameter(
                    parameter,
                    most < least
                            ? "The book has no events yet."
                            : "Give a whole number from %d to %d.".formatted(least, most));
        }
        return value;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }

    /** Hashes in hexadecimal, the proof's lowest first. */
    record Inclusion(long leaf, long size, String hash, String root, List<String> proof) {}

    /** Hashes in hexadecimal, the proof's lowest first. */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> proof) {}
}
