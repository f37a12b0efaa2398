package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.StoredEvents;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.PartnerBoards;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Proof", description = "Checkpoints, and proofs that nothing was changed")
@RestController
@RequestMapping("/api/audit")
final class PackApi {

    private static final String ZIP = "application/zip";

    private final StoredEvents events;
    private final ProofLog log;
    private final AuditReach reach;
    private final ExportLog exports;
    private final PartnerBoards partnerBoards;
    private final Checkpoints checkpoints;
    private final SigningKey key;
    private final StateFiles files;

    PackApi(
            StoredEvents events,
            ProofLog log,
            AuditReach reach,
            ExportLog exports,
            PartnerBoards partnerBoards,
            Checkpoints checkpoints,
            SigningKey key,
            StateFiles files) {
        this.events = events;
        this.log = log;
        this.reach = reach;
        this.exports = exports;
        this.partnerBoards = partnerBoards;
        this.checkpoints = checkpoints;
        this.key = key;
        this.files = files;
    }

    @Operation(
            summary = "Take the evidence away",
            description = "For auditors and administrators, within their boards: a zip with the events as they are"
                    + " stored, proofs, a checkpoint, what the book said then as a page and as JSON, and a signed manifest. Verify.java checks it without the service. Without"
                    + " board, partner or pledge it is the whole book.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @GetMapping(path = "/pack", produces = ZIP)
    @Reads(By.ANYBODY_WITH_ACCESS)
    void findPack(
            @Parameter(description = "A board's id.") @RequestParam(required = false) @Nullable String board,
            @Parameter(description = "A partner's id.") @RequestParam(required = false) @Nullable String partner,
            @Parameter(description = "A pledge's id.", example = "healthwatch-islington/2023/2")
                    @RequestParam(required = false)
                    @Nullable String pledge,
            @Nullable Moment asOf,
            Sender sender,
            Grants grants,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (Stream.of(board, partner, pledge).filter(Objects::nonNull).count() > 1) {
            throw Refused.parameter("board", "Give one of board, partner and pledge, or none for the whole book.");
        }
        checkMayTake(grants, board, partner, pledge);
        var place = reach.of(grants, board, partner, pledge);
        var size = asOf == null ? log.catchUp() : log.sizeAt(asOf.position());
        if (size == 0) {
            throw Refused.unknown("event", "0");
        }
        var checkpoint = checkpoints.of(size);
        var scope = scope(board, partner, pledge);
        var position = log.positionOf(size - 1);
        try (var stored = events.all();
                var pack = Pack.of(
                        scope,
                        checkpoint,
                        stored.iterator(),
                        log.nodes(),
                        key,
                        at -> files.of(scope, checkpoint, position, at))) {
            if (pack.isEmpty()) {
                throw Refused.unknown("event", "0");
            }
            exports.write(sender, request, place.within());
            response.setContentType(ZIP);
            if (asOf == null) {
                response.setHeader("X-As-Of-Position", Long.toString(position));
            }
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pledgebook-%d.zip\"".formatted(size));
            pack.writeTo(response.getOutputStream());
        }
    }

    private void checkMayTake(
            Grants grants, @Nullable String board, @Nullable String partner, @Nullable String pledge) {
        var about = pledge == null ? partner : pledge.split("/", -1)[0];
        var place = about == null ? board : partnerBoards.boardOf(about).orElse(null);
        // What cannot be known here is refused with its own words where the place is looked up.
        var unknown = about != null && place == null;
        if (!unknown
                && !grants.has(Role.AUDITOR, place)
                && !grants.has(Role.ADMINISTRATOR, place)
                && (place == null || grants.mayRead(place))) {
            throw Refused.forbidden(
                    place == null
                            ? "Only an auditor or administrator of all boards can take the whole book away. Give a board, partner or pledge."
                            : "Only an auditor or administrator of the board can take its evidence away.");
        }
    }

    private static Scope scope(@Nullable String board, @Nullable String partner, @Nullable String pledge) {
        if (pledge != null) {
            return new Scope.OfPledge(pledge);
        }
        if (partner != null) {
            return new Scope.OfPartner(partner);
        }
        return board == null ? new Scope.Whole() : new Scope.OfBoard(board);
    }
}
