package org.pledgebook.web.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.Trend;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.Attainment;
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.board.DashboardView.OpenQuestion;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.board.DashboardView.ReportingRate;
import org.pledgebook.shared.pledge.Status;

/**
 * A cycle at a glance: counted from the matrix alone.
 *
 * @param partners how many belong to the cycle
 * @param pledges how many they have made
 * @param newest the last period for which reports are asked; null where there is none
 * @param partnersReported how many partners have made every report asked for in it
 * @param partnersAsked how many partners are asked for a report in it
 * @param overdue how many reports are
 * @param standing how many pledges stand how, by their latest report; {@link CellStatus#NO_REPORT} without any
 * @param measures how many measures stand how
 * @param movements pledges whose latest report says another status than the one before; what got worse comes first
 * @param questions without an answer, the oldest first
 */
record Glance(
        int partners,
        int pledges,
        @Nullable ReportingRate newest,
        int partnersReported,
        int partnersAsked,
        int overdue,
        List<Bar> standing,
        List<Bar> characteristics,
        List<Bar> measures,
        List<Movement> movements,
        List<Question> questions) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * One bar of a chart, and its row in the table.
     *
     * @param key the end of its name's key
     * @param share of the longest bar, from 0 to 100
     */
    record Bar(String key, int count, int share) {}

    /**
     * A pledge that moved.
     *
     * @param trend which way
     * @param period of the latest report
     */
    record Movement(
            PartnerRow partner,
            PledgeRow pledge,
            CellStatus from,
            CellStatus to,
            Trend trend,
            @Nullable String period) {}

    /** A question without an answer, and what it is about. */
    record Question(PartnerRow partner, PledgeRow pledge, OpenQuestion asked) {}

    static Glance of(DashboardView view) {
        var pledges =
                view.partners().stream().flatMap(row -> row.pledges().stream()).toList();
        var newest = view.reportingRates().stream()
                .filter(rate -> rate.asked() > 0)
                .reduce((first, second) -> second)
                .orElse(null);
        var asked = newest == null
                ? List.<PartnerRow>of()
                : view.partners().stream()
                        .filter(row -> cells(row, newest.period()).stream()
                                .anyMatch(cell -> cell.status().asked()))
                        .toList();
        return new Glance(
                view.partners().size(),
                pledges.size(),
                newest,
                Math.toIntExact(asked.stream()
                        .filter(row -> newest != null
                                && cells(row, newest.period()).stream()
                                        .filter(cell -> cell.status().asked())
                                        .allMatch(cell -> cell.status().reported()))
                        .count()),
                asked.size(),
                view.statusCounts().getOrDefault(CellStatus.OVERDUE, 0),
                standing(pledges),
                bars(view.characteristicCounts()),
                measures(view.measures()),
                movements(view),
                questions(view));
    }

    private static List<Movement> movements(DashboardView view) {
        var movements = new ArrayList<Movement>();
        view.partners()
                .forEach(partner -> partner.pledges().forEach(pledge -> {
                    var said = pledge.cells().stream()
                            .filter(cell -> cell.status().reported())
                            .toList();
                    if (said.size() > 1) {
                        var from = said.get(said.size() - 2).status();
                        var last = said.get(said.size() - 1);
                        var trend = Trend.of(status(from), status(last.status()));
                        if (trend != null) {
                            movements.add(new Movement(partner, pledge, from, last.status(), trend, last.period()));
                        }
                    }
                }));
        movements.sort(Comparator.comparing(Movement::trend).reversed());
        return movements;
    }

    private static Status status(CellStatus reported) {
        return Status.valueOf(reported.name());
    }

    private static List<Question> questions(DashboardView view) {
        var partners = view.partners().stream().collect(Collectors.toMap(PartnerRow::partner, Function.identity()));
        return view.openQuestions().stream()
                .sorted(Comparator.comparingLong(OpenQuestion::days).reversed())
                .flatMap(asked -> Stream.ofNullable(partners.get(asked.partner()))
                        .flatMap(partner -> partner.pledges().stream()
                                .filter(pledge -> pledge.number() == asked.number())
                                .map(pledge -> new Question(partner, pledge, asked))))
                .toList();
    }

    /** How a pledge stands: as its latest report says, or that there is none. */
    static CellStatus standing(PledgeRow pledge) {
        return pledge.cells().stream()
                .map(Cell::status)
                .filter(CellStatus::reported)
                .reduce((first, second) -> second)
                .orElse(CellStatus.NO_REPORT);
    }

    private static List<Cell> cells(PartnerRow row, String period) {
        return row.pledges().stream()
                .flatMap(pledge -> pledge.cells().stream())
                .filter(cell -> period.equals(cell.period()))
                .toList();
    }

    private static List<Bar> standing(List<PledgeRow> pledges) {
        var counts = new EnumMap<CellStatus, Integer>(CellStatus.class);
        Arrays.stream(CellStatus.values())
                .filter(status -> status.reported() || status == CellStatus.NO_REPORT)
                .forEach(status -> counts.put(status, 0));
        pledges.forEach(pledge -> counts.merge(standing(pledge), 1, Integer::sum));
        return bars(counts);
    }

    private static List<Bar> measures(List<Attainment> measures) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put(
                "reached",
                count(measures, at -> at.attainment() != null && at.attainment().compareTo(BigDecimal.ONE) >= 0));
        counts.put("most", count(measures, at -> within(at, HALF, BigDecimal.ONE)));
        counts.put("some", count(measures, at -> within(at, BigDecimal.ZERO, HALF) && positive(at)));
        counts.put("none", count(measures, at -> at.attainment() != null && !positive(at)));
        counts.put("unread", count(measures, at -> at.target() != null && at.reading() == null));
        counts.put("untold", count(measures, at -> at.target() == null));
        return bars(counts);
    }

    private static boolean positive(Attainment at) {
        return at.attainment() != null && at.attainment().signum() > 0;
    }

    private static boolean within(Attainment at, BigDecimal from, BigDecimal below) {
        return at.attainment() != null
                && at.attainment().compareTo(from) >= 0
                && at.attainment().compareTo(below) < 0;
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }

    private static List<Bar> bars(Map<?, Integer> counts) {
        var longest = Math.max(
                1, counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        var bars = new ArrayList<Bar>();
        counts.forEach((key, count) -> bars.add(new Bar(key.toString(), count, 100 * count / longest)));
        return bars;
    }
}
