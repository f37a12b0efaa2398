package org.pledgebook.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.ProofLog.Leaf;
import org.pledgebook.query.ReadModels;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.audit.AuditReach.Place;
import org.pledgebook.web.page.Changed;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The record itself: every event, what proves it, and the evidence to take away. */
@Controller
final class AuditPages {

    /** As many events as one page shows. */
    private static final int EVENTS = 50;

    /** As many boards as there are to choose from. */
    private static final int BOARDS = 500;

    private static final HexFormat HEX = HexFormat.of();

    private final AuditQueries audit;
    private final AuditReach reach;
    private final AuditTimes times;
    private final BoardQueries boards;
    private final ProofLog log;
    private final Checkpoints checkpoints;
    private final ReadModels readModels;
    private final PackApi packs;

    AuditPages(
            AuditQueries audit,
            AuditReach reach,
            AuditTimes times,
            BoardQueries boards,
            ProofLog log,
            Checkpoints checkpoints,
            ReadModels readModels,
            PackApi packs) {
        this.audit = audit;
        this.reach = reach;
        this.times = times;
        this.boards = boards;
        this.log = log;
        this.checkpoints = checkpoints;
        this.readModels = readModels;
        this.packs = packs;
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping("/audit")
    String events(@ParameterObject EventsAsked form, Paging paging, Grants grants, Model model) {
        var asked = form.filledIn();
        asked.check();
        var place = reach.of(grants, asked.board(), asked.partner(), asked.pledge());
        var filter = times.filter(place, asked.pledge(), asked.actor(), asked.type(), asked.from(), asked.to());
        var within = place.within();
        var page = new Paging(paging.cursor(), EVENTS)
                .of((cursor, limit) -> within == null
                        ? audit.events(filter, cursor, limit)
                        : audit.events(filter, within, cursor, limit));
        model.addAttribute("asked", asked);
        model.addAttribute("types", EventsAsked.types());
        model.addAttribute("boards", boards.all(null, BOARDS, grants::mayRead).items());
        model.addAttribute("count", audit.count(filter, within));
        model.addAttribute("events", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("zone", times.zone());
        return "audit";
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping("/audit/events/{version}")
    String event(@PathVariable("version") long position, Grants grants, Model model) {
        var entry = audit.find(position)
                .filter(found -> mayRead(found, grants))
                .orElseThrow(() -> Refused.unknown("event", Long.toString(position)));
        var leaf = Objects.requireNonNull(log.leaves(List.of(position)).get(position), "the log has no leaf for it");
        var size = log.catchUp();
        var nodes = log.nodes();
        model.addAttribute("entry", entry);
        model.addAttribute("fields", Changed.of(entry.changes()));
        model.addAttribute("proof", proof(leaf, size, nodes));
        model.addAttribute("zone", times.zone());
        return "audit-event";
    }

    /**
     * That an event is in the record.
     *
     * @param leaf its place in the log, from 0
     * @param size over how many events the root is
     * @param path the hashes beside it on the way to the root, the lowest first
     */
    record Proof(long leaf, String hash, long size, String root, List<String> path) {}

    private static Proof proof(Leaf leaf, long size, MerkleTree.Nodes nodes) {
        return new Proof(
                leaf.index(),
                HEX.formatHex(leaf.hash()),
                size,
                HEX.formatHex(MerkleTree.root(nodes, size)),
                MerkleTree.inclusion(nodes, leaf.index(), size).stream()
                        .map(HEX::formatHex)
                        .toList());
    }

    /** The same people as of the list of events. */
    private boolean mayRead(AuditEntry entry, Grants grants) {
        var partner = entry.partner();
        if (partner != null) {
            reach.of(grants, null, partner, null);
            return true;
        }
        return entry.boards().isEmpty()
                ? isOfAll(reach.of(grants, null, null, null))
                : entry.boards().stream()
                        .filter(grants::mayRead)
                        .map(board -> reach.of(grants, board, null, null))
                        .anyMatch(place -> place.partner() == null);
    }

    private static boolean isOfAll(Place place) {
        return place.within() == null && place.partner() == null;
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping("/audit/proof")
    String proof(Grants grants, Model model) {
        var size = log.catchUp();
        // The position first: events that come in between must not make the lag negative.
        var position = readModels.position();
        model.addAttribute("size", size);
        model.addAttribute("checkpoint", size == 0 ? null : checkpoints.of(size).note());
        model.addAttribute("key", size == 0 ? null : checkpoints.verifierKey());
        model.addAttribute("lag", Math.max(0, readModels.head() - position));
        model.addAttribute(
                "boards",
                boards.all(
                                null,
                                BOARDS,
                                board -> grants.has(Role.AUDITOR, board) || grants.has(Role.ADMINISTRATOR, board))
                        .items());
        model.addAttribute("whole", grants.has(Role.AUDITOR, null) || grants.has(Role.ADMINISTRATOR, null));
        return "audit-proof";
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping(path = "/audit/checkpoint.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String checkpoint() {
        return checkpoints.of(log.catchUp()).note();
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping(path = "/audit/key.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String key() {
        return checkpoints.verifierKey() + "\n";
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping("/audit/pack")
    void pack(
            @RequestParam(required = false) @Nullable String board,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String pledge,
            @Nullable Moment asOf,
            Sender sender,
            Grants grants,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        packs.findPack(board, partner, pledge, asOf, sender, grants, request, response);
    }
}
