package org.pledgebook.web.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Page;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.web.Access;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Exports", description = "What a board reads, as tables")
@RestController
@RequestMapping("/api")
final class ExportApi {

    private static final int PAGE = 500;

    private static final String WORDS_OF_PUBLIC = "true for what everybody may read: small numbers of people masked by"
            + " the board's policy, tables as they were released, and nobody's id.";

    private final ExportLog log;
    private final Access access;

    ExportApi(ExportLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    @Operation(
            summary = "Export a cycle's dashboard",
            description =
                    "The matrix of pledges and periods, and each count on a sheet of its own, as it stands today.")
    @GetMapping(
            path = "/boards/{board}/dashboard/{cycle}/export",
            produces = {Format.WORKBOOK, Format.ZIP})
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<byte[]> exportDashboard(
            @PathVariable String board,
            @PathVariable String cycle,
            @Parameter(description = "Limits it to one period of the cycle.", example = "2023-Q1")
                    @RequestParam(required = false)
                    @Nullable String period,
            @Parameter(description = Format.WORDS) @RequestParam(required = false) @Nullable String format,
            @Parameter(description = WORDS_OF_PUBLIC) @RequestParam(name = "public", defaultValue = "false")
                    boolean everybody,
            Queries queries,
            Sender sender,
            HttpServletRequest request) {
        var written = Format.of(format);
        var dashboard = queries.boards()
                .dashboard(board, cycle, period)
                .orElseThrow(() -> Refused.unknown(
                        period == null ? "cycle" : "cycle with that period",
                        period == null ? cycle : cycle + "/" + period));
        var sheets = everybody ? publicDashboard(dashboard, queries) : ExportSheets.dashboard(dashboard);
        log.write(sender, request);
        return written.answer("dashboard-" + board + "-" + cycle, sheets);
    }

    @Operation(
            summary = "Export a partner's pledges for a cycle",
            description = "As they stand, with their measures and with every report and correction.")
    @GetMapping(
            path = "/partners/{partner}/pledges/{cycle}/export",
            produces = {Format.WORKBOOK, Format.ZIP})
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<byte[]> exportPledges(
            @PathVariable String partner,
            @PathVariable String cycle,
            @Parameter(description = Format.WORDS) @RequestParam(required = false) @Nullable String format,
            @Parameter(description = WORDS_OF_PUBLIC) @RequestParam(name = "public", defaultValue = "false")
                    boolean everybody,
            Queries queries,
            Grants grants,
            Sender sender,
            HttpServletRequest request) {
        var written = Format.of(format);
        var made = queries.pledges().of(partner, cycle);
        var sheets = everybody
                ? ExportSheets.publicPledges(
                        made,
                        readings(made, access.readableBoardOf(partner, grants), queries),
                        queries.releases().of(List.of(partner)))
                : ExportSheets.pledges(made);
        log.write(sender, request);
        return written.answer("pledges-" + partner + "-" + cycle, sheets);
    }

    @Operation(
            summary = "Export a partner's timeline",
            description = "All of it, newest first: who recorded what, when, and why.")
    @GetMapping(
            path = "/partners/{partner}/timeline/export",
            produces = {Format.WORKBOOK, Format.TEXT})
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<byte[]> exportTimeline(
            @PathVariable String partner,
            @Parameter(description = "Limits it to what belongs to that cycle.")
                    @RequestParam(required = false)
                    @Nullable String cycle,
            @Parameter(description = "xlsx, which is what you get where nothing is said, or csv.")
                    @RequestParam(required = false)
                    @Nullable String format,
            Queries queries,
            Sender sender,
            HttpServletRequest request) {
        var written = Format.of(format);
        var entries = new ArrayList<TimelineEntry>();
        @Nullable String next = null;
        do {
            Page<TimelineEntry> page = queries.partners().timeline(partner, cycle, next, PAGE);
            entries.addAll(page.items());
            next = page.next();
        } while (next != null);
        log.write(sender, request);
        return written.answer("timeline-" + partner, ExportSheets.timeline(List.copyOf(entries)));
    }

    private static List<Sheet> publicDashboard(DashboardView dashboard, Queries queries) {
        var partners = dashboard.partners().stream().map(PartnerRow::partner).toList();
        var made = queries.pledges().of(partners, dashboard.cycle());
        return ExportSheets.publicDashboard(
                dashboard,
                readings(made, dashboard.board(), queries),
                queries.releases().of(partners));
    }

    private static Map<String, PublicReadings> readings(List<PledgeView> made, String board, Queries queries) {
        return PublicReadings.of(queries.pledges().lines(made), policy(board, queries));
    }

    private static SmallNumbers policy(String board, Queries queries) {
        return queries.boards()
                .find(board)
                .map(BoardView::smallNumbers)
                .orElseThrow(() -> Refused.unknown("board", board));
    }
}
