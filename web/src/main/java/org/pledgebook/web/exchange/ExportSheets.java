package org.pledgebook.web.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.assessment.ReleaseView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.web.Times;

/** What a board reads, as tables to reckon with. Nothing is imported from them. */
final class ExportSheets {

    private ExportSheets() {}

    /** A row for each pledge with a column for each period, and everything that is counted on sheets of its own. */
    static List<Sheet> dashboard(DashboardView dashboard) {
        var questions = new Table("open questions", "partner", "pledge", "question", "asked on", "days");
        dashboard
                .openQuestions()
                .forEach(one -> questions.row(one.partner(), one.number(), one.question(), one.askedOn(), one.days()));
        var help = new Table("support", "from", "to", "answers");
        dashboard.support().help().forEach(one -> help.row(one.from(), one.to(), one.answers()));
        var waiting = new Table("support that waits", "partner", "number", "kind", "pledge", "since", "days");
        dashboard
                .support()
                .unanswered()
                .forEach(one -> waiting.row(
                        one.partner(), one.number(), one.kind().name(), one.pledge(), one.since(), one.days()));
        return dashboard(dashboard, pledge -> null, questions, help, waiting);
    }

    /**
     * The same as everybody may read it: numbers of people as the policy has them, the tables that were released, and
     * nothing of what the board asks or of who helps whom.
     *
     * @param readings those of every pledge, by its public id: without them nothing is shown
     */
    static List<Sheet> publicDashboard(
            DashboardView dashboard, Map<String, PublicReadings> readings, List<ReleaseView> releases) {
        return dashboard(dashboard, pledge -> Objects.requireNonNull(readings.get(pledge)), released(releases));
    }

    private static List<Sheet> dashboard(
            DashboardView dashboard, Function<String, @Nullable PublicReadings> readings, Table... last) {
        var matrix = new Table(
                "pledges",
                "partner",
                "name",
                "kind",
                "left on",
                "merged into",
                "pledge",
                "title",
                "characteristics",
                "standing",
                "come of it");
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
        dashboard.measures().forEach(measure -> {
            var row = cells(measure.partner(), measure.number(), measure.measure(), measure.title(), measure.unit());
            row.addAll(figures(
                    measure.measure(),
                    measure.baseline(),
                    measure.target(),
                    measure.targetDate(),
                    measure.reading(),
                    measure.readIn(),
                    measure.attainment(),
                    readings.apply(PledgeId.of(measure.partner(), dashboard.cycle(), measure.number()))));
            measures.row(row);
        });
        var about = new Table("about", "board", "cycle", "period", "day");
        about.row(dashboard.board(), dashboard.cycle(), dashboard.period(), dashboard.today());
        var all = new ArrayList<>(List.of(
                about,
                matrix,
                counts,
                characteristics,
                rates,
                measures,
                amendments(dashboard),
                moved(dashboard, readings)));
        all.addAll(Arrays.asList(last));
        return all.stream().map(Table::sheet).toList();
    }

    /** How often each pledge was amended, by what the amendments did. */
    private static Table amendments(DashboardView dashboard) {
        var amendments = new Table(
                "amendments", "partner", "pledge", "strengthened", "weakened", "extended", "shortened", "reworded");
        for (var partner : dashboard.partners()) {
            for (var pledge : partner.pledges()) {
                var counts = pledge.amendments();
                amendments.row(
                        partner.partner(),
                        pledge.number(),
                        counts.strengthened(),
                        counts.weakened(),
                        counts.extended(),
                        counts.shortened(),
                        counts.reworded());
            }
        }
        return amendments;
    }

    /** How far each measure is from what it was first. A baseline of people is in the sheet of measures alone. */
    private static Table moved(DashboardView dashboard, Function<String, @Nullable PublicReadings> readings) {
        var moved = new Table(
                "moved measures",
                "partner",
                "pledge",
                "measure",
                "title",
                "unit",
                "given up",
                "first baseline",
                "baseline",
                "first target",
                "target",
                "target moved",
                "first target date",
                "target date",
                "days moved");
        for (var measure : dashboard.movedMeasures()) {
            var shown = readings.apply(PledgeId.of(measure.partner(), dashboard.cycle(), measure.number()));
            var baselines = shown == null || !shown.countsPeople(measure.measure());
            moved.row(
                    measure.partner(),
                    measure.number(),
                    measure.measure(),
                    measure.title(),
                    measure.unit(),
                    yesNo(measure.removed()),
                    baselines ? measure.firstBaseline() : null,
                    baselines ? measure.baseline() : null,
                    measure.firstTarget(),
                    measure.target(),
                    measure.targetMoved(),
                    measure.firstTargetDate(),
                    measure.targetDate(),
                    measure.daysMoved());
        }
        return moved;
    }

    private static List<@Nullable Object> figures(
            String measure,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetDate,
            @Nullable BigDecimal reading,
            @Nullable String readIn,
            @Nullable BigDecimal attainment,
            @Nullable PublicReadings readings) {
        return readings == null || !readings.countsPeople(measure)
                ? cells(baseline, target, targetDate, reading, readIn, attainment)
                : cells(
                        readings.baseline(measure, baseline),
                        target,
                        targetDate,
                        readings.reading(measure, readIn, reading),
                        readIn,
                        null);
    }

    /** Tables of a service's users, as they were released. */
    private static Table released(List<ReleaseView> releases) {
        var released = new Table(
                "released",
                "partner",
                "release",
                "cycle",
                "table",
                "title",
                "characteristic",
                "starts on",
                "ends on",
                "group",
                "label",
                "count",
                "total",
                "share",
                "reference share",
                "ratio");
        for (var release : releases) {
            for (var group : release.groups()) {
                released.row(
                        release.partner(),
                        release.number(),
                        release.cycle(),
                        release.table(),
                        release.title(),
                        release.characteristic(),
                        release.startsOn(),
                        release.endsOn(),
                        group.id(),
                        group.label(),
                        group.masked() ? release.marker() : group.count(),
                        release.total(),
                        group.share(),
                        group.referenceShare(),
                        group.ratio());
            }
        }
        return released;
    }

    private static List<@Nullable Object> of(PartnerRow partner) {
        return cells(partner.partner(), partner.name(), partner.kind().name(), partner.leftOn(), partner.mergedInto());
    }

    private static List<@Nullable Object> of(PartnerRow partner, PledgeRow pledge) {
        var row = of(partner);
        row.add(pledge.number());
        row.add(pledge.title());
        row.add(listed(pledge.characteristics()));
        row.add(pledge.standing().name());
        row.add(pledge.fulfilment() == null ? null : pledge.fulfilment().outcome());
        pledge.cells().forEach(cell -> row.add(cell.status().name()));
        row.add(Math.toIntExact(pledge.cells().stream().filter(Cell::late).count()));
        row.add(Math.toIntExact(pledge.cells().stream().filter(Cell::corrected).count()));
        return row;
    }

    /** Each pledge as it stands, its measures, and every report and correction. */
    static List<Sheet> pledges(List<PledgeView> pledges) {
        return pledges(pledges, null);
    }

    /** The same as everybody may read it: without who entered it, and with the tables that were released. */
    static List<Sheet> publicPledges(
            List<PledgeView> pledges, Map<String, PublicReadings> readings, List<ReleaseView> releases) {
        var sheets = new ArrayList<>(pledges(pledges, readings));
        sheets.add(released(releases).sheet());
        return sheets;
    }

    private static List<Sheet> pledges(List<PledgeView> pledges, @Nullable Map<String, PublicReadings> judged) {
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
                "items",
                "measurable",
                "standing",
                "withdrawn because",
                "come of it",
                "continues",
                "continued as",
                "status",
                "said on",
                "recorded at");
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
                "recorded at");
        if (judged == null) {
            all.column("actor");
            reports.column("actor");
        }
        for (var pledge : pledges) {
            var readings = judged == null ? null : Objects.requireNonNull(judged.get(pledge.id()));
            var row = cells(
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
                    listed(pledge.items().stream()
                            .map(item -> item.framework() + "/" + item.item())
                            .toList()),
                    yesNo(pledge.measurable()),
                    pledge.standing().name(),
                    pledge.withdrawal() == null ? null : pledge.withdrawal().reason(),
                    pledge.fulfilment() == null ? null : pledge.fulfilment().outcome(),
                    pledge.continues(),
                    pledge.continuedAs(),
                    pledge.status() == null ? null : pledge.status().name(),
                    pledge.saidOn(),
                    Times.milliseconds(pledge.recordedAt()));
            if (judged == null) {
                row.add(pledge.actor());
            }
            all.row(row);
            for (var measure : pledge.measures()) {
                var figures = cells(pledge.number(), measure.id(), measure.title(), measure.unit());
                figures.addAll(figures(
                        measure.id(),
                        measure.baseline(),
                        measure.target(),
                        measure.targetDate(),
                        measure.reading(),
                        measure.readIn(),
                        measure.attainment(),
                        readings));
                measures.row(figures);
            }
            for (var report : pledge.reports()) {
                for (StatementView said : report.statements()) {
                    var told = cells(
                            pledge.number(),
                            report.period(),
                            report.dueOn(),
                            yesNo(report.late()),
                            said.status().name(),
                            said.narrative(),
                            readings(said.readings(), readings),
                            said.evidence().stream()
                                    .map(link -> link.title() + " " + link.url())
                                    .collect(Collectors.joining("\n")),
                            said.nextSteps(),
                            said.reason(),
                            said.saidOn(),
                            Times.milliseconds(said.recordedAt()));
                    if (judged == null) {
                        told.add(said.actor());
                    }
                    reports.row(told);
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

    private static String readings(List<Reading> readings, @Nullable PublicReadings shown) {
        return readings.stream()
                .map(reading ->
                        reading.measure() + ": " + spelled(shown == null ? reading.value() : shown.shown(reading)))
                .collect(Collectors.joining("\n"));
    }

    private static String spelled(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
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
