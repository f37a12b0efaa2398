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
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    private static final BigDecimal TARGET = BigDecimal.valueOf(80);
    private static final Basis BASIS = new Basis("d", null, null);
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
    void givenAnAmendmentBetweenTwoReadings_whenEverybodyReadsThem_thenTheyAreStillHeldBesideEachOther() {
        var before = pledge("people", 40, List.of(52));
        var after = pledge("people", 40, List.of(52), List.of(55));
        var reworded =
                view("2023", null, List.of(version(1, 40, 0), version(2, 40, 2), version(3, 20, 2)), after.reports());

        assertThat(shown(before)).containsExactly("50");
        assertThat(shown(after)).containsExactly("50", "*");
        assertThat(shown(reworded)).containsExactly("50", "*");
        assertThat(baselines(reworded)).containsExactly("40", "40", "20");
        assertThat(baselines(view("2023", null, List.of(version(1, 40, 0), version(2, 42, 1)), List.of())))
                .containsExactly("40", "*");
    }

    @Test
    void givenAPledgeThatGoesOn_whenEverybodyReadsBothCycles_thenItsNumbersAreHeldBesideEachOther() {
        var earlier = pledge("people", 10, List.of(52));
        var secondOf = pledge("people", 10, List.of(52), List.of(55)).reports().subList(1, 2);
        var later = view("2024", "p/2023/1", List.of(version(1, 10, 1)), secondOf);
        var latest = view("2025", "p/2024/1", List.of(version(1, 10, 9)), List.of());

        var shown = PublicReadings.of(List.of(later, latest, earlier), POLICY);

        assertThat(shown).containsOnlyKeys("p/2023/1", "p/2024/1", "p/2025/1");
        assertThat(Objects.requireNonNull(shown.get("p/2024/1")).reading("seats", "2023-Q2", null))
                .isEqualTo("*");
        assertThat(Objects.requireNonNull(shown.get("p/2024/1")).baseline("seats", null))
                .isEqualTo(TEN);
        assertThat(shown(later)).as("alone it would be shown").containsExactly("55");
    }

    private static List<String> baselines(PledgeView pledge) {
        return IntStream.rangeClosed(1, pledge.versions().size())
                .mapToObj(count -> view("2023", null, pledge.versions().subList(0, count), pledge.reports()))
                .map(stood -> String.valueOf(new PublicReadings(stood, List.of(stood), POLICY).baseline("seats", null)))
                .toList();
    }

    @Test
    void givenAPublicExport_whenItIsRead_thenItNamesNobody() {
        var made = List.of(pledge("people", 40, List.of(3)));

        var sheets = ExportSheets.publicPledges(made, PublicReadings.of(made, POLICY), List.of());

        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.columns()).doesNotContain("actor"));
        assertThat(sheets.toString()).contains("seats: *").doesNotContain("p-secret", "seats: 3");
        assertThat(ExportSheets.pledges(List.of(pledge("people", 40, List.of(3))))
                        .toString())
                .contains("p-secret", "seats: 3");
    }

    @Test
    void givenAPublicDashboard_whenItIsRead_thenNoSmallNumberStandsInIt_norWhatTheBoardAsks() {
        var sheets = ExportSheets.publicDashboard(
                dashboard(), PublicReadings.of(List.of(pledge("people", 6, List.of(3))), POLICY), List.of());

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
        var readings = new PublicReadings(pledge, List.of(pledge), POLICY);
        return pledge.reports().stream()
                .flatMap(report -> report.statements().stream())
                .flatMap(said -> said.readings().stream())
                .map(reading -> readings.shown(reading).toString())
                .toList();
    }

    /** Baseline, target, reading and attainment, as the sheet of measures has them. */
    private static List<String> figures(PledgeView pledge, String period) {
        var readings = new PublicReadings(pledge, List.of(pledge), POLICY);
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
        return view("2023", null, List.of(version(unit, 1, baseline, 0)), reports);
    }

    private static PledgeVersion version(int number, int baseline, int second) {
        return version("people", number, baseline, second);
    }

    private static PledgeVersion version(String unit, int number, int baseline, int second) {
        return new PledgeVersion(
                number,
                "pledge-made",
                List.of(),
                List.of(),
                Instant.EPOCH.plusSeconds(second),
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
                BASIS,
                "l",
                List.of(new MeasureVersion("seats", "Seats", unit, BigDecimal.valueOf(baseline), TARGET, null)),
                List.of());
    }

    /** Its measure reads what was reported last. */
    private static PledgeView view(
            String cycle, @Nullable String continues, List<PledgeVersion> versions, List<ReportView> reports) {
        var measure = versions.get(versions.size() - 1).measures().get(0);
        var latest = reports.isEmpty() ? null : reports.get(reports.size() - 1);
        return new PledgeView(
                "p/" + cycle + "/1",
                "b",
                "p",
                cycle,
                1,
                "t",
                "i",
                "a",
                "o",
                "h",
                List.of("age"),
                Origin.NEW,
                List.of(),
                BASIS,
                "l",
                List.of(new MeasureView(
                        "seats",
                        "Seats",
                        measure.unit(),
                        measure.baseline(),
                        TARGET,
                        null,
                        latest == null ? null : latest.readings().get(0).value(),
                        latest == null ? null : latest.period(),
                        new BigDecimal("0.5"))),
                List.of(),
                null,
                Instant.EPOCH,
                "p-secret",
                true,
                Standing.LIVE,
                null,
                null,
                continues,
                null,
                Status.ON_TRACK,
                versions,
                reports,
                List.of(),
                1);
    }
}
