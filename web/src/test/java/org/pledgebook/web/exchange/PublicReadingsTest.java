package org.pledgebook.web.exchange;

import static java.math.BigDecimal.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.Amendments;
import org.pledgebook.query.board.DashboardView.Attainment;
import org.pledgebook.query.board.DashboardView.Help;
import org.pledgebook.query.board.DashboardView.MovedMeasure;
import org.pledgebook.query.board.DashboardView.OpenQuestion;
import org.pledgebook.query.board.DashboardView.Support;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Status;

/** What is read outside of readings that count people. */
class PublicReadingsTest {

    private static final SmallNumbers POLICY = new SmallNumbers(7, "*", 5, List.of("people"));

    @Test
    void givenReadingsOfPeople_whenEverybodyReadsThem_thenSmallOnesAndSmallStepsAreMasked_andOthersRounded() {
        var pledge = pledge("people", 40, List.of(52), List.of(55), List.of(3), List.of(71, 72));

        assertThat(shown(pledge)).containsExactly("50", "*", "*", "70", "*");
        assertThat(figures(pledge, "2023-Q4")).containsExactly("40", "80", "*", "null");
        assertThat(figures(pledge, "2023-Q1")).containsExactly("40", "80", "50", "null");
    }

    @Test
    void givenReadingsOfSomethingElse_whenEverybodyReadsThem_thenTheyAreAsTheyWere() {
        var pledge = pledge("%", 1, List.of(2), List.of(3));

        assertThat(shown(pledge)).containsExactly("2", "3");
        assertThat(figures(pledge, "2023-Q2")).containsExactly("1", "80", "3", "0.5");
    }

    @Test
    void givenMoreReports_whenEverybodyReadsTheEarlierOnesAgain_thenTheyAreTheSame() {
        var earlier = pledge("people", 40, List.of(52), List.of(55));
        var later = pledge("people", 40, List.of(52), List.of(55), List.of(90));

        assertThat(shown(later)).startsWith(shown(earlier).toArray(String[]::new));
    }

    @Test
    void givenAPublicExport_whenItIsRead_thenItNamesNobody() {
        var sheets = ExportSheets.publicPledges(List.of(pledge("people", 40, List.of(3))), POLICY, List.of());

        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.columns()).doesNotContain("actor"));
        assertThat(sheets.toString()).contains("seats: *").doesNotContain("p-secret", "seats: 3");
        assertThat(ExportSheets.pledges(List.of(pledge("people", 40, List.of(3))))
                        .toString())
                .contains("p-secret", "seats: 3");
    }

    @Test
    void givenAPublicDashboard_whenItIsRead_thenNoSmallNumberStandsInIt_norWhatTheBoardAsks() {
        var sheets = ExportSheets.publicDashboard(
                dashboard(),
                Map.of("p/2023/1", new PublicReadings(pledge("people", 6, List.of(3)), POLICY)),
                List.of());

        assertThat(sheets)
                .extracting(Sheet::name)
                .containsExactly(
                        "about",
                        "pledges",
                        "status counts",
                        "characteristics",
                        "reporting",
                        "measures",
                        "amendments",
                        "moved measures",
                        "released");
        assertThat(sheets.get(5).rows().get(0).subList(5, 11)).containsExactly("*", TEN, null, "*", "2023-Q1", null);
        assertThat(sheets.get(7).rows().get(0).subList(5, 14))
                .containsExactly("no", null, null, new BigDecimal("12"), TEN, new BigDecimal("-2"), null, null, null);
        assertThatThrownBy(() -> ExportSheets.publicDashboard(dashboard(), Map.of(), List.of()))
                .as("numbers that were not judged are not shown")
                .isInstanceOf(NullPointerException.class);
    }

    private static DashboardView dashboard() {
        return new DashboardView(
                "b",
                "2023",
                null,
                LocalDate.parse("2023-05-01"),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new Attainment(
                        "p",
                        1,
                        "seats",
                        "Seats",
                        "people",
                        new BigDecimal("6"),
                        TEN,
                        null,
                        new BigDecimal("3"),
                        "2023-Q1",
                        new BigDecimal("-0.75"))),
                new Amendments(0, 1, 0, 0, 0),
                List.of(new MovedMeasure(
                        "p",
                        1,
                        "seats",
                        "Seats",
                        "people",
                        false,
                        new BigDecimal("5"),
                        new BigDecimal("6"),
                        new BigDecimal("12"),
                        TEN,
                        new BigDecimal("-2"),
                        null,
                        null,
                        null)),
                List.of(new OpenQuestion("p", 1, 1, LocalDate.parse("2023-04-01"), 30)),
                new Support(0, List.of(), List.of(new Help("p", "q", 1))));
    }

    private static List<String> shown(PledgeView pledge) {
        var readings = new PublicReadings(pledge, POLICY);
        return pledge.reports().stream()
                .flatMap(report -> report.statements().stream())
                .flatMap(said -> said.readings().stream())
                .map(reading -> readings.shown(reading).toString())
                .toList();
    }

    /** Baseline, target, reading and attainment, as the sheet of measures has them. */
    private static List<String> figures(PledgeView pledge, String period) {
        var readings = new PublicReadings(pledge, POLICY);
        var view = pledge.measures().get(0);
        return readings.countsPeople("seats")
                ? List.of(
                        String.valueOf(readings.baseline("seats", view.baseline())),
                        String.valueOf(view.target()),
                        String.valueOf(readings.reading("seats", period, view.reading())),
                        "null")
                : List.of(
                        String.valueOf(view.baseline()),
                        String.valueOf(view.target()),
                        String.valueOf(view.reading()),
                        String.valueOf(view.attainment()));
    }

    /** A pledge with a report for each list, whose later readings are corrections. */
    @SafeVarargs
    private static PledgeView pledge(String unit, int baseline, List<Integer>... reported) {
        var reports = new ArrayList<ReportView>();
        var day = 0;
        for (int i = 0; i < reported.length; i++) {
            var statements = new ArrayList<StatementView>();
            for (var value : reported[i]) {
                statements.add(new StatementView(
                        Instant.EPOCH.plusSeconds(++day),
                        null,
                        "p-secret",
                        null,
                        Status.ON_TRACK,
                        "n",
                        List.of(new Reading("seats", BigDecimal.valueOf(value))),
                        List.of(),
                        null));
            }
            var last = statements.get(statements.size() - 1);
            reports.add(new ReportView(
                    "2023-Q" + (i + 1),
                    null,
                    false,
                    statements.size() > 1,
                    Status.ON_TRACK,
                    "n",
                    last.readings(),
                    List.of(),
                    null,
                    statements));
        }
        var latest = reports.get(reports.size() - 1);
        return view(unit, baseline, latest.readings().get(0).value(), latest.period(), reports);
    }

    private static PledgeView view(
            String unit, int baseline, BigDecimal reading, String readIn, List<ReportView> reports) {
        var basis = new Basis("d", null, null);
        var target = BigDecimal.valueOf(80);
        var version = new PledgeVersion(
                1,
                "pledge-made",
                List.of(),
                List.of(),
                Instant.EPOCH,
                "p-secret",
                null,
                null,
                "t",
                "i",
                "a",
                "o",
                "h",
                List.of("age"),
                Origin.NEW,
                List.of(),
                basis,
                "l",
                List.of(new MeasureVersion("seats", "Seats", unit, BigDecimal.valueOf(baseline), target, null)),
                List.of());
        return new PledgeView(
                "p/2023/1",
                "b",
                "p",
                "2023",
                1,
                "t",
                "i",
                "a",
                "o",
                "h",
                List.of("age"),
                Origin.NEW,
                List.of(),
                basis,
                "l",
                List.of(new MeasureView(
                        "seats",
                        "Seats",
                        unit,
                        BigDecimal.valueOf(baseline),
                        target,
                        null,
                        reading,
                        readIn,
                        new BigDecimal("0.5"))),
                List.of(),
                null,
                Instant.EPOCH,
                "p-secret",
                true,
                Standing.LIVE,
                null,
                null,
                null,
                null,
                Status.ON_TRACK,
                List.of(version),
                reports,
                List.of(),
                1);
    }
}
