package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.AuditFilter;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.ExportLog.Taken;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.audit.AuditReach.Place;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Audit", description = "The record itself")
@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
final class ExportsApi {

    private final ExportLog log;
    private final AuditTimes times;

    ExportsApi(ExportLog log, AuditTimes times) {
        this.log = log;
        this.times = times;
    }

    @Operation(
            summary = "List who took what out of the book",
            description = "Every file, pack and list of events that was given out, oldest first. For auditors and"
                    + " administrators: of all boards everything, of a board what may hold that board's record.")
    @GetMapping("/exports")
    @Reads(By.ANYBODY_WITH_ACCESS)
    Exports listExports(
            @Parameter(description = "The id of the person who took it.") @RequestParam(required = false) @Nullable String actor,
            @Parameter(
                            description = "The earliest time: an instant, or a date meaning the start of that day in"
                                    + " the service's time zone.")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(
                            description = "Up to when: an instant, itself left out, or a date meaning the end of that"
                                    + " day in the service's time zone.")
                    @RequestParam(required = false)
                    @Nullable String to,
            Paging paging,
            Grants grants) {
        var within = times.filter(new Place(null, null, null), null, actor, null, from, to);
        var wanted = readable(grants).and(taken -> isAsked(taken, within));
        var page = paging.of((cursor, limit) -> log.all(within.from(), wanted, cursor, limit));
        return new Exports(page.items().stream().map(Export::of).toList(), page.next());
    }

    private static boolean isAsked(Taken taken, AuditFilter asked) {
        return (asked.actor() == null || asked.actor().equals(taken.actor()))
                && (asked.to() == null || taken.at().isBefore(asked.to()));
    }

    /** What was taken of all boards is of each one, too. */
    private static Predicate<Taken> readable(Grants grants) {
        var readers = grants.live().stream()
                .filter(grant -> grant.role() == Role.AUDITOR || grant.role() == Role.ADMINISTRATOR)
                .toList();
        if (readers.isEmpty()) {
            throw Refused.forbidden("Only auditors and administrators see who took what.");
        }
        if (readers.stream().anyMatch(grant -> grant.board() == null)) {
            return taken -> true;
        }
        var boards = readers.stream().map(Grant::board).toList();
        return taken -> holds(taken.boards(), boards);
    }

    private static boolean holds(@Nullable Collection<String> taken, Collection<@Nullable String> boards) {
        return taken == null || taken.stream().anyMatch(boards::contains);
    }

    /** A part of the list of exports. */
    record Exports(List<Export> exports, @Nullable String next) {}

    /**
     * An export.
     *
     * @param at when it was taken, UTC
     * @param actor the id of the person who took it
     * @param requestId of the request
     * @param address what was taken
     * @param query what was asked for beside the address; empty where nothing was
     */
    record Export(Instant at, String actor, String requestId, String address, String query) {
        static Export of(Taken taken) {
            return new Export(taken.at(), taken.actor(), taken.requestId(), taken.what(), taken.query());
        }
    }
}
