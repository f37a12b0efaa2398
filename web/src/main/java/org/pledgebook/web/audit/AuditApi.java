package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Stored;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Audit", description = "The record itself")
@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
final class AuditApi {

    /** Every event's stored name. */
    private static final Set<String> TYPES = Language.EVENTS.stream()
            .map(event -> event.getAnnotation(Stored.class).name())
            .collect(Collectors.toUnmodifiableSet());

    private final AuditQueries audit;
    private final AuditReach reach;
    private final AuditTimes times;

    AuditApi(AuditQueries audit, AuditReach reach, AuditTimes times) {
        this.audit = audit;
        this.reach = reach;
        this.times = times;
    }

    @Operation(
            summary = "List what was recorded",
            description = "Newest first. Auditors, administrators and members see all of their boards; a partner's"
                    + " editors see their partner's.")
    @GetMapping("/events")
    @Reads(By.ANYBODY_WITH_ACCESS)
    Events listEvents(
            @Parameter(description = "A board's id.") @RequestParam(required = false) @Nullable String board,
            @Parameter(description = "A partner's id.") @RequestParam(required = false) @Nullable String partner,
            @Parameter(description = "A pledge's id.", example = "healthwatch-islington/2023/2")
                    @RequestParam(required = false)
                    @Nullable String pledge,
            @Parameter(description = "The id of the person who entered it.") @RequestParam(required = false) @Nullable String actor,
            @Parameter(description = "The event's stored name.", example = "pledge-made")
                    @RequestParam(required = false)
                    @Nullable String type,
            @Parameter(
                            description =
                                    "The earliest record time: an instant, or a date meaning the start of that day"
                                            + " in the board's time zone.")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(
                            description =
                                    "Up to when: an instant, itself left out, or a date meaning the end of that day"
                                            + " in the board's time zone.")
                    @RequestParam(required = false)
                    @Nullable String to,
            Paging paging,
            Grants grants) {
        if (type != null && !TYPES.contains(type)) {
            throw Refused.parameter("type", "Give the stored name of an event, such as pledge-made.");
        }
        var place = reach.of(grants, board, partner, pledge);
        var filter = times.filter(place, pledge, actor, type, from, to);
        var within = place.within();
        var page = paging.of((cursor, limit) ->
                within == null ? audit.events(filter, cursor, limit) : audit.events(filter, within, cursor, limit));
        return new Events(page.items(), page.next());
    }

    /** A part of the list of events. */
    record Events(List<AuditEntry> events, @Nullable String next) {}
}
