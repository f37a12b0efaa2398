package org.pledgebook.query.board;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.BoardDocument.Cycle;
import org.pledgebook.query.board.DashboardView.Amendments;
import org.pledgebook.query.board.DashboardView.Attainment;
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.board.DashboardView.Fulfilment;
import org.pledgebook.query.board.DashboardView.MovedMeasure;
import org.pledgebook.query.board.DashboardView.OpenQuestion;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.board.DashboardView.ReportingRate;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.query.pledge.PledgeSetDocument.Fulfilled;
import org.pledgebook.query.pledge.PledgeSetDocument.Goalposts;
import org.pledgebook.query.pledge.PledgeSetDocument.Latest;
import org.pledgebook.query.pledge.PledgeSetDocument.Pledge;
import org.pledgebook.query.pledge.Reached;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.query.support.SupportSetDocument;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.board.Characteristics;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.Measure;

/** Puts the dashboard of a cycle together for one day: first the matrix, then every count from the matrix. */
final class Dashboard {

    private static final int DECIMALS = 4;

    private final BoardDocument board;
    private final Cycle cycle;
    private final @Nullable String period;
    private final LocalDate today;
    private final List<Period> columns;

    Dashboard(BoardDocument board, Cycle cycle, @Nullable String period, LocalDate today) {
        this.board = board;
        this.cycle = cycle;
        this.period = period;
        this.today = today;
        this.columns = cycle.periods().stream()
                .filter(one -> period == null || one.id().equals(period))
                .toList();
    }

    /** @param partners the board's, in the order of the rows */
    DashboardView of(
            List<PartnerDocument> partners,
            Collection<PledgeSetDocument> pledges,
            Collection<SupportSetDocument> support) {
        var sets = pledges.stream().collect(toMap(PledgeSetDocument::partner, identity()));
        var rows = new ArrayList<PartnerRow>();
        var measures = new ArrayList<Attainment>();
        var moved = new ArrayList<MovedMeasure>();
        var questions = new ArrayList<OpenQuestion>();
        for (var partner : partners) {
            var set = Optional.ofNullable(sets.get(partner.id()));
            var leftOn = partner.leftOn(board.zone());
            if (set.isEmpty() && (wasClosedBefore(partner) || hadLeftBefore(leftOn))) {
                continue;
            }
            var made = set.map(PledgeSetDocument::pledges).orElse(List.of());
            var pledgeRows = made.stream().map(pledge -> row(pledge, leftOn)).toList();
            rows.add(new PartnerRow(
                    partner.id(),
                    partner.name(),
                    partner.kind(),
                    leftOn,
                    partner.mergedInto(),
                    pledgeRows,
                    sum(pledgeRows.stream().map(PledgeRow::amendments))));
            for (var pledge : made) {
                measures.addAll(attainments(partner.id(), pledge));
                moved.addAll(moved(partner.id(), pledge));
                questions.addAll(open(partner.id(), pledge));
            }
        }
        return new DashboardView(
                board.id(),
                cycle.id(),
                period,
                today,
                columns,
                rows,
                statusCounts(rows),
                characteristicCounts(rows),
                columns.stream().map(column -> rate(column.id(), rows)).toList(),
                measures,
                sum(rows.stream().map(PartnerRow::amendments)),
                moved,
                questions,
                new SupportSummary(board.zone(), today).of(partners, support));
    }

    private static Amendments sum(Stream<Amendments> amendments) {
        return amendments.reduce(Amendments.NONE, Amendments::plus);
    }

    /** A partner that came when the cycle took no more statements never belonged to it. */
    private boolean wasClosedBefore(PartnerDocument partner) {
        return cycle.closedAt() != null && !partner.joinedAt().isBefore(cycle.closedAt());
    }

    /** Nor did one that was no longer on the board when it began. */
    private boolean hadLeftBefore(@Nullable LocalDate leftOn) {
        return leftOn != null && leftOn.isBefore(cycle.startsOn());
    }

    private PledgeRow row(Pledge pledge, @Nullable LocalDate leftOn) {
        return new PledgeRow(
                pledge.number(),
                pledge.title(),
                pledge.characteristics(),
                pledge.standing(),
                fulfilment(pledge.fulfilled()),
                amendments(pledge.goalposts()),
                cycle.periods().isEmpty()
                        ? List.of(cell(pledge))
                        : columns.stream()
                                .map(column -> cell(pledge, column, leftOn))
                                .toList());
    }

    private static @Nullable Fulfilment fulfilment(@Nullable Fulfilled claim) {
        return claim == null ? null : new Fulfilment(claim.outcome(), claim.recordedAt(), claim.saidOn());
    }

    private static Amendments amendments(Goalposts goalposts) {
        return new Amendments(
                goalposts.strengthened(),
                goalposts.weakened(),
                goalposts.extended(),
                goalposts.shortened(),
                goalposts.reworded());
    }

    /** Nobody was asked to report, so nobody is silent, and nothing is ever overdue. */
    private static Cell cell(Pledge pledge) {
        return pledge.reports().isEmpty()
                ? new Cell(null, CellStatus.NOT_ASKED, false, false)
                : reported(null, pledge.reports().get(pledge.reports().size() - 1));
    }

    private Cell cell(Pledge pledge, Period column, @Nullable LocalDate leftOn) {
        return pledge.report(column.id())
                .map(report -> reported(column.id(), report))
                .orElseGet(() -> new Cell(column.id(), silence(pledge, column, leftOn), false, false));
    }

    private static Cell reported(@Nullable String column, Latest report) {
        return new Cell(column, CellStatus.of(report.status()), report.late(), report.corrected());
    }

    private CellStatus silence(Pledge pledge, Period column, @Nullable LocalDate leftOn) {
        if (leftOn != null && !column.dueOn().isBefore(leftOn) || isDoneWith(pledge, column)) {
            return CellStatus.NOT_ASKED;
        }
        if (today.isBefore(column.startsOn())) {
            return CellStatus.NOT_BEGUN;
        }
        if (day(pledge.recordedAt()).isAfter(column.endsOn())) {
            return CellStatus.NOT_ASKED;
        }
        return today.isAfter(column.dueOn()) ? CellStatus.OVERDUE : CellStatus.NO_REPORT;
    }

    /** Of a pledge that is withdrawn or fulfilled, no report is asked for a period that had not ended before. */
    private boolean isDoneWith(Pledge pledge, Period column) {
        return Stream.of(
                        Optional.ofNullable(pledge.withdrawnAt()),
                        Optional.ofNullable(pledge.fulfilled()).map(Fulfilled::recordedAt))
                .flatMap(Optional::stream)
                .anyMatch(at -> !day(at).isAfter(column.endsOn()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, board.zone());
    }

    private List<OpenQuestion> open(String partner, Pledge pledge) {
        return pledge.open().stream()
                .map(question -> {
                    var askedOn = day(question.recordedAt());
                    return new OpenQuestion(
                            partner,
                            pledge.number(),
                            question.number(),
                            askedOn,
                            ChronoUnit.DAYS.between(askedOn, today));
                })
                .toList();
    }

    private static List<MovedMeasure> moved(String partner, Pledge pledge) {
        return pledge.goalposts().first().stream()
                .flatMap(first -> {
                    var now = pledge.measures().stream()
                            .filter(measure -> measure.id().equals(first.id()))
                            .findFirst();
                    return isMoved(first, now) ? Stream.of(moved(partner, pledge, first, now)) : Stream.of();
                })
                .toList();
    }

    private static boolean isMoved(Measure first, Optional<Measure> now) {
        return now.map(measure -> !Objects.equals(first.baseline(), measure.baseline())
                        || !Objects.equals(first.target(), measure.target())
                        || !Objects.equals(first.targetDate(), measure.targetDate()))
                .orElse(true);
    }

    private static MovedMeasure moved(String partner, Pledge pledge, Measure first, Optional<Measure> now) {
        var present = now.orElse(first);
        var target = now.map(Measure::target).orElse(null);
        var targetDate = now.map(Measure::targetDate).orElse(null);
        return new MovedMeasure(
                partner,
                pledge.number(),
                present.id(),
                present.title(),
                present.unit(),
                now.isEmpty(),
                first.baseline(),
                now.map(Measure::baseline).orElse(null),
                first.target(),
                target,
                first.target() == null || target == null || !Objects.equals(first.unit(), present.unit())
                        ? null
                        : Figures.plain(target.subtract(first.target())),
                first.targetDate(),
                targetDate,
                first.targetDate() == null || targetDate == null
                        ? null
                        : (Long) ChronoUnit.DAYS.between(first.targetDate(), targetDate));
    }

    private List<Attainment> attainments(String partner, Pledge pledge) {
        var reports = upToThePeriod(pledge);
        return pledge.measures().stream()
                .map(measure -> {
                    var reached = Reached.of(measure, reports);
                    return new Attainment(
                            partner,
                            pledge.number(),
                            measure.id(),
                            measure.title(),
                            measure.unit(),
                            measure.baseline(),
                            measure.target(),
                            measure.targetDate(),
                            reached.reading(),
                            reached.readIn(),
                            reached.attainment());
                })
                .toList();
    }

    private List<Latest> upToThePeriod(Pledge pledge) {
        if (period == null) {
            return pledge.reports();
        }
        var ids = cycle.periods().stream().map(Period::id).toList();
        var known = ids.subList(0, ids.indexOf(period) + 1);
        return pledge.reports().stream()
                .filter(report -> known.contains(report.period()))
                .toList();
    }

    private static Map<CellStatus, Integer> statusCounts(List<PartnerRow> rows) {
        var counts = new EnumMap<CellStatus, Integer>(CellStatus.class);
        for (var status : CellStatus.values()) {
            counts.put(status, count(cells(rows), cell -> cell.status() == status));
        }
        return Collections.unmodifiableMap(counts);
    }

    private Map<String, Integer> characteristicCounts(List<PartnerRow> rows) {
        var counts = new LinkedHashMap<String, Integer>();
        Stream.concat(Characteristics.OF_THE_ACT.stream(), board.characteristics().stream())
                .forEach(characteristic -> counts.put(
                        characteristic,
                        count(
                                pledges(rows).filter(pledge -> pledge.standing() != Standing.WITHDRAWN),
                                pledge -> pledge.characteristics().contains(characteristic))));
        return Collections.unmodifiableMap(counts);
    }

    private static ReportingRate rate(String column, List<PartnerRow> rows) {
        var cells = cells(rows).filter(cell -> column.equals(cell.period())).toList();
        var asked = count(cells.stream(), cell -> cell.status().asked());
        var reported = count(cells.stream(), cell -> cell.status().reported());
        return new ReportingRate(
                column,
                asked,
                reported,
                count(cells.stream(), Cell::late),
                count(cells.stream(), Cell::corrected),
                asked == 0
                        ? null
                        : Figures.plain(BigDecimal.valueOf(reported)
                                .divide(BigDecimal.valueOf(asked), DECIMALS, RoundingMode.HALF_UP)));
    }

    private static Stream<PledgeRow> pledges(List<PartnerRow> rows) {
        return rows.stream().flatMap(row -> row.pledges().stream());
    }

    private static Stream<Cell> cells(List<PartnerRow> rows) {
        return pledges(rows).flatMap(pledge -> pledge.cells().stream());
    }

    private static <T> int count(Stream<T> things, Predicate<T> which) {
        return Math.toIntExact(things.filter(which).count());
    }
}
