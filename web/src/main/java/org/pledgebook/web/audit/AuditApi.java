package org.pledgebook.web.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.AuditFilter;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Sender;
import org.pledgebook.web.audit.AuditReach.Place;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@Tag(name = "Audit", description = "The record itself")
@RestController
@RequestMapping("/api/audit")
final class AuditApi {

    private static final String CSV = "text/csv";

    private final AuditQueries audit;
    private final AuditReach reach;
    private final AuditTimes times;
    private final ProofLog log;
    private final ExportLog exports;
    private final JsonMapper json;

    AuditApi(AuditQueries audit, AuditReach reach, AuditTimes times, ProofLog log, ExportLog exports, JsonMapper json) {
        this.audit = audit;
        this.reach = reach;
        this.times = times;
        this.log = log;
        this.exports = exports;
        this.json = json;
    }

    @Operation(
            summary = "List what was recorded",
            description =
                    "Newest first. Auditors, administrators and members see all of their boards; a partner's"
                            + " editors see their partner's. As application/x-ndjson or text/csv it is all of it, oldest first.")
    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Reads(By.ANYBODY_WITH_ACCESS)
    Events listEvents(@ParameterObject EventsAsked asked, Paging paging, Grants grants) {
        var place = place(asked, grants);
        var filter = filter(asked, place);
        var within = place.within();
        var page = paging.of((cursor, limit) ->
                within == null ? audit.events(filter, cursor, limit) : audit.events(filter, within, cursor, limit));
        return new Events(proved(page.items()), page.next());
    }

    @Operation(
            summary = "Read everything that was recorded, line by line",
            description = "Oldest first, as many as there are: one JSON object a line, for the readers of the list.")
    @GetMapping(path = "/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Reads(By.ANYBODY_WITH_ACCESS)
    void streamEvents(
            @ParameterObject EventsAsked asked,
            Grants grants,
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var place = place(asked, grants);
        try (var all = audit.all(filter(asked, place), place.within())) {
            exports.write(sender, request, place.within());
            begin(response, MediaType.APPLICATION_NDJSON_VALUE, "events.ndjson");
            var out = response.getWriter();
            EventTable.inBatches(
                    all, batch -> proved(batch).forEach(event -> out.write(json.writeValueAsString(event) + "\n")));
        }
    }

    @Operation(
            summary = "Read everything that was recorded, as a table",
            description =
                    "Oldest first, as many as there are: CSV (RFC 4180) in UTF-8. A text that a spreadsheet would take"
                            + " for a formula has an apostrophe before it.")
    @GetMapping(path = "/events", produces = CSV)
    @Reads(By.ANYBODY_WITH_ACCESS)
    void tabulateEvents(
            @ParameterObject EventsAsked asked,
            Grants grants,
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var place = place(asked, grants);
        try (var all = audit.all(filter(asked, place), place.within())) {
            exports.write(sender, request, place.within());
            begin(response, CSV, "events.csv");
            var out = response.getWriter();
            out.write(EventTable.HEADER);
            EventTable.inBatches(all, batch -> proved(batch).forEach(event -> out.write(EventTable.row(event))));
        }
    }

    private Place place(EventsAsked asked, Grants grants) {
        asked.check();
        return reach.of(grants, asked.board(), asked.partner(), asked.pledge());
    }

    private AuditFilter filter(EventsAsked asked, Place place) {
        return times.filter(place, asked.pledge(), asked.actor(), asked.type(), asked.from(), asked.to());
    }

    private List<Proved> proved(List<AuditEntry> entries) {
        var leaves = log.leaves(entries.stream().map(AuditEntry::position).toList());
        return entries.stream()
                .map(entry -> {
                    var leaf = leaves.get(entry.position());
                    if (leaf == null) {
                        throw new IllegalStateException("The log has no leaf for position " + entry.position());
                    }
                    return new Proved(entry, leaf.index(), HexFormat.of().formatHex(leaf.hash()));
                })
                .toList();
    }

    private static void begin(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }

    /** A part of the list of events. */
    record Events(List<Proved> events, @Nullable String next) {}

    /**
     * An event, and where the log has it.
     *
     * @param leaf its index in the log
     * @param hash its leaf's hash, in hexadecimal
     */
    record Proved(@JsonUnwrapped AuditEntry entry, long leaf, String hash) {}
}
