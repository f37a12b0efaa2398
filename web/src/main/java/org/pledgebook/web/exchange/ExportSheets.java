package org.pledgebook.web.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.web.Times;

/** What a board reads, as tables to reckon with. Nothing is imported from them. */
final class ExportSheets {

    private ExportSheets() {}

    /** A row for each pledge with a column for each period, and everything that is counted on sheets of its own. */
    static List<Sheet> dashboard(DashboardView dashboard) {
        var matrix = new Table(
                "pledges", "partner", "name", "kind", "left on", "merged into", "pledge", "title", "characteristics");
        if (dashboard.periods().isEmpty()) {
            matrix.column("latest report");
        }
        dashboard.periods().stream().map(Period::id).forEach(matrix::column);
        matrix.column("late");
        matrix.column("corrected");
        for (var partner : dashboard.partners()) {
            if (partner.pledges().isEmpty()) {
                matrix.row(of(partner));
            }
            partner.pledges().forEach(pledge -> matrix.row(of(partner, pledge)));
        }
        var counts = new Table("status counts", "status", "reports");
        dashboard.statusCounts().forEach((status, count) -> counts.row(status.name(), count));
        var characteristics = new Table("characteristics", "characteristic", "pledges");
        dashboard.characteristicCounts().forEach(characteristics::row);
        var rates = new Table("reporting", "period", "asked", "reported", "late", "corrected", "rate");
        dashboard
                .reportingRates()
                .forEach(rate -> rates.row(
                        rate.period(), rate.asked(), rate.reported(), rate.late(), rate.corrected(), rate.rate()));
        var measures = new Table(
                "measures",
                "partner",
                "pledge",
                "measure",
                "title",
                "unit",
                "baseline",
                "target",
                "target date",
                "reading",
                "read in",
                "attainment");
        dashboard
                .measures()
                .forEach(measure -> measures.row(
                        measure.partner(),
                        measure.number(),
                        measure.measure(),
                        measure.title(),
                        measure.unit(),
                        measure.baseline(),
                        measure.target(),
                        measure.targetDate(),
                        measure.reading(),
                        measure.readIn(),
                        measure.attainment()));
        var help = new Table("support", "from", "to", "answers");
        dashboard.support().help().forEach(one -> help.row(one.from(), one.to(), one.answers()));
        var about = new Table("about", "board", "cycle", "period", "day");
        about.row(dashboard.board(), dashboard.cycle(), dashboard.period(), dashboard.today());
        return sheets(matrix, counts, characteristics, rates, measures, help, about);
    }

    private static List<@Nullable Object> of(PartnerRow partner) {
        return cells(partner.partner(), partner.name(), partner.kind().name(), partner.leftOn(), partner.mergedInto());
    }

    private static List<@Nullable Object> of(PartnerRow partner, PledgeRow pledge) {
        var row = of(partner);
        row.add(pledge.number());
        row.add(pledge.title());
        row.add(listed(pledge.characteristics()));
        pledge.cells().forEach(cell -> row.add(cell.status().name()));
        row.add(Math.toIntExact(pledge.cells().stream().filter(Cell::late).count()));
        row.add(Math.toIntExact(pledge.cells().stream().filter(Cell::corrected).count()));
        return row;
    }

    /** Each pledge as it stands, its measures, and every report and correction. */
    static List<Sheet> pledges(List<PledgeView> pledges) {
        var all = new Table(
                "pledges",
                "pledge",
                "title",
                "inequality",
                "action",
                "outcome",
                "how we will know",
                "characteristics",
                "origin",
                "teams",
                "data",
                "user feedback",
                "staff feedback",
                "lead",
                "measurable",
                "status",
                "said on",
                "recorded at",
                "actor");
        var measures = new Table(
                "measures",
                "pledge",
                "measure",
                "title",
                "unit",
                "baseline",
                "target",
                "target date",
                "reading",
                "read in",
                "attainment");
        var reports = new Table(
                "reports",
                "pledge",
                "period",
                "due on",
                "late",
                "status",
                "narrative",
                "readings",
                "evidence",
                "next steps",
                "reason",
                "said on",
                "recorded at",
                "actor");
        for (var pledge : pledges) {
            all.row(
                    pledge.number(),
                    pledge.title(),
                    pledge.inequality(),
                    pledge.action(),
                    pledge.outcome(),
                    pledge.howWeWillKnow(),
                    listed(pledge.characteristics()),
                    pledge.origin().name(),
                    listed(pledge.teams()),
                    pledge.basis().data(),
                    pledge.basis().userFeedback(),
                    pledge.basis().staffFeedback(),
                    pledge.lead(),
                    yesNo(pledge.measurable()),
                    pledge.status() == null ? null : pledge.status().name(),
                    pledge.saidOn(),
                    Times.milliseconds(pledge.recordedAt()),
                    pledge.actor());
            pledge.measures()
                    .forEach(measure -> measures.row(
                            pledge.number(),
                            measure.id(),
                            measure.title(),
                            measure.unit(),
                            measure.baseline(),
                            measure.target(),
                            measure.targetDate(),
                            measure.reading(),
                            measure.readIn(),
                            measure.attainment()));
            for (var report : pledge.reports()) {
                for (StatementView said : report.statements()) {
                    reports.row(
                            pledge.number(),
                            report.period(),
                            report.dueOn(),
                            yesNo(report.late()),
                            said.status().name(),
                            said.narrative(),
                            readings(said.readings()),
                            said.evidence().stream()
                                    .map(link -> link.title() + " " + link.url())
                                    .collect(Collectors.joining("\n")),
                            said.nextSteps(),
                            said.reason(),
                            said.saidOn(),
                            Times.milliseconds(said.recordedAt()),
                            said.actor());
                }
            }
        }
        return sheets(all, measures, reports);
    }

    /** What was recorded, newest first. */
    static Sheet timeline(List<TimelineEntry> entries) {
        var timeline = new Table(
                "timeline",
                "position",
                "recorded at",
                "said on",
                "cycle",
                "pledge",
                "type",
                "what happened",
                "changes",
                "reason",
                "actor");
        for (var entry : entries) {
            timeline.row(
                    entry.position(),
                    Times.milliseconds(entry.recordedAt()),
                    entry.saidOn(),
                    entry.cycle(),
                    entry.pledge(),
                    entry.type(),
                    entry.words(),
                    entry.changes().stream()
                            .map(change -> change.what() + ": " + Objects.requireNonNullElse(change.from(), "nothing")
                                    + " → " + Objects.requireNonNullElse(change.to(), "nothing"))
                            .collect(Collectors.joining("\n")),
                    entry.reason(),
                    entry.actor());
        }
        return timeline.sheet();
    }

    private static @Nullable String readings(List<Reading> readings) {
        return readings.isEmpty()
                ? null
                : readings.stream()
                        .map(reading ->
                                reading.measure() + ": " + reading.value().toPlainString())
                        .collect(Collectors.joining("\n"));
    }

    private static @Nullable String listed(List<String> items) {
        return items.isEmpty() ? null : String.join(", ", items);
    }

    private static String yesNo(boolean truth) {
        return truth ? "yes" : "no";
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static List<Sheet> sheets(Table... tables) {
        return Arrays.stream(tables).map(Table::sheet).toList();
    }

    /** A sheet while its rows are put together. */
    private static final class Table {

        private final String name;
        private final List<String> columns;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        Table(String name, String... columns) {
            this.name = name;
            this.columns = new ArrayList<>(Arrays.asList(columns));
        }

        void column(String column) {
            columns.add(column);
        }

        void row(@Nullable Object... values) {
            row(cells(values));
        }

        void row(List<@Nullable Object> row) {
            rows.add(row);
        }

        /** Empty text is no text; short rows are filled up. */
        Sheet sheet() {
            rows.forEach(row -> {
                row.replaceAll(value -> "".equals(value) ? null : value);
                while (row.size() < columns.size()) {
                    row.add(null);
                }
            });
            return new Sheet(name, columns, rows);
        }
    }
}
