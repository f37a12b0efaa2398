package org.pledgebook.query.board;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.MemoryDocuments;
import org.pledgebook.query.RandomBook;
import org.pledgebook.query.board.DashboardView.Amendments;
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.board.DashboardView.Help;
import org.pledgebook.query.board.DashboardView.MovedMeasure;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.board.DashboardView.Unanswered;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.pledge.PledgeDocument;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.query.support.SupportSetDocument;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

class DashboardTest {

    @Test
    void givenAPledgeMadeInTheSecondQuarter_whenSeenInTheThird_thenEachCellSaysWhatIsKnown() {
        var given = Given.board()
                .partner("a")
                .at("2023-04-10T12:00:00Z")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                .progress("a", 1, 2, Status.AT_RISK);

        var cells = dashboard(given.folded(), Given.CYCLE, "2023-07-15", null)
                .partners()
                .get(0)
                .pledges()
                .get(0)
                .cells();

        assertThat(cells)
                .containsExactly(
                        new Cell("2023-Q1", CellStatus.NOT_ASKED, false, false),
                        new Cell("2023-Q2", CellStatus.AT_RISK, false, false),
                        new Cell("2023-Q3", CellStatus.NO_REPORT, false, false),
                        new Cell("2023-Q4", CellStatus.NOT_BEGUN, false, false));
    }

    @Test
    void givenNoReport_whenTheDueDatePasses_thenItIsOverdueOnTheDayAfterAndNotBefore() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                .folded();

        assertThat(firstCell(documents, "2023-04-30")).isEqualTo(CellStatus.NO_REPORT);
        assertThat(firstCell(documents, "2023-05-01")).isEqualTo(CellStatus.OVERDUE);
    }

    private static CellStatus firstCell(MemoryDocuments documents, String today) {
        return dashboard(documents, Given.CYCLE, today, "2023-Q1")
                .partners()
                .get(0)
                .pledges()
                .get(0)
                .cells()
                .get(0)
                .status();
    }

    @Test
    void givenAPledgeOfTheLastEveningOfAPeriod_whenThePeriodIsOverInTheBoardsZoneAlone_thenItIsNotAsked() {
        var documents = Given.board()
                .partner("a")
                // Half past midnight on 1 July in London.
                .at("2023-06-30T23:30:00Z")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                .folded();

        var cells = dashboard(documents, Given.CYCLE, "2023-07-01", "2023-Q2");

        assertThat(cells.statusCounts()).containsEntry(CellStatus.NOT_ASKED, 1);
    }

    @Test
    void givenACycleWithoutPeriods_whenLongOver_thenTheLatestReportCountsAndSilenceIsNeverOverdue() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.SILENT, 1, "Recruit")
                .pledge("a", Given.SILENT, 2, "Listen")
                .progress("a", 1, "2022-11-01", Status.ACHIEVED)
                .progress("a", 1, "2022-07-01", Status.AT_RISK)
                .folded();

        var dashboard = dashboard(documents, Given.SILENT, "2026-01-01", null);

        assertThat(dashboard.partners().get(0).pledges())
                .extracting(PledgeRow::cells)
                .containsExactly(
                        List.of(new Cell(null, CellStatus.ACHIEVED, false, false)),
                        List.of(new Cell(null, CellStatus.NOT_ASKED, false, false)));
        assertThat(dashboard.reportingRates()).isEmpty();
    }

    @Test
    void givenLateAndCorrectedReports_whenCounted_thenTheRateSaysHowManyOfThoseAskedForCame() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit", Given.seats())
                .pledge("a", Given.CYCLE, 2, "Listen")
                .pledge("a", Given.CYCLE, 3, "Share")
                .at("2023-05-02T08:00:00Z")
                .progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
                .correction("a", 1, 1, Given.report(Status.AT_RISK, "We met.", Given.seats("3")))
                .progress("a", 2, 1, Status.ON_TRACK)
                .folded();

        var dashboard = dashboard(documents, Given.CYCLE, "2023-05-03", "2023-Q1");

        assertThat(dashboard.reportingRates())
                .containsExactly(new DashboardView.ReportingRate("2023-Q1", 3, 2, 2, 1, new BigDecimal("0.6667")));
        assertThat(dashboard.statusCounts())
                .containsEntry(CellStatus.AT_RISK, 1)
                .containsEntry(CellStatus.ON_TRACK, 1)
                .containsEntry(CellStatus.OVERDUE, 1);
        assertThat(dashboard.characteristicCounts())
                .containsEntry("age", 3)
                .containsEntry("caring", 3)
                .containsEntry("race", 0);
    }

    @Test
    void givenAWithdrawnPledge_whenSeen_thenItSaysSoAndNothingIsAskedOfPeriodsThatHadNotEnded() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                .pledge("a", Given.CYCLE, 2, "Listen")
                // The last day of the second quarter, in London.
                .at("2023-06-30T22:59:59Z")
                .withdrawal("a", 1)
                .folded();

        var dashboard = dashboard(documents, Given.CYCLE, "2024-06-01", null);
        var row = dashboard.partners().get(0).pledges().get(0);

        assertThat(row.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(row.cells())
                .extracting(Cell::status)
                .containsExactly(CellStatus.OVERDUE, CellStatus.NOT_ASKED, CellStatus.NOT_ASKED, CellStatus.NOT_ASKED);
        assertThat(dashboard.reportingRates())
                .extracting(DashboardView.ReportingRate::asked)
                .containsExactly(2, 1, 1, 1);
        assertThat(dashboard.characteristicCounts()).containsEntry("age", 1);
    }

    @Test
    void givenAPledgeWithdrawnOnTheDayAfterAPeriod_whenSeen_thenThatPeriodIsStillOverdue() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                // Half past midnight on 1 July in London.
                .at("2023-06-30T23:30:00Z")
                .withdrawal("a", 1)
                .folded();

        assertThat(dashboard(documents, Given.CYCLE, "2024-06-01", "2023-Q2").statusCounts())
                .containsEntry(CellStatus.OVERDUE, 1);
    }

    @Test
    void givenAPledgeSaidToBeFulfilled_whenItsReadingsSayLess_thenBothAreShown() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit", Given.seats())
                .at("2023-05-20T09:00:00Z")
                .progress("a", 1, 1, Status.ACHIEVED, Given.seats("3.4"))
                .fulfilment("a", 1)
                .folded();

        var dashboard = dashboard(documents, Given.CYCLE, "2024-06-01", null);
        var row = dashboard.partners().get(0).pledges().get(0);

        assertThat(row.standing()).isEqualTo(Standing.FULFILLED);
        assertThat(row.fulfilment())
                .isEqualTo(new DashboardView.Fulfilment(
                        "Five seats are held.", Instant.parse("2023-05-20T09:00:00Z"), null));
        assertThat(dashboard.measures().get(0).attainment()).isEqualByComparingTo("0.6");
        assertThat(row.cells())
                .extracting(Cell::status)
                .containsExactly(CellStatus.ACHIEVED, CellStatus.NOT_ASKED, CellStatus.NOT_ASKED, CellStatus.NOT_ASKED);
        assertThat(dashboard.characteristicCounts()).containsEntry("age", 1);
    }

    @Test
    void givenAmendments_whenCounted_thenTheGoalpostsSayHowOftenAndHowFarTheyMoved() {
        var first = Given.commitment("Recruit", Given.seats());
        var less =
                Given.commitment("Recruit", Given.seats("seats", "3", "2024-01-31"), Given.seats("chairs", "2", null));
        var least = Given.commitment("Recruit", Given.seats("seats", "2.5", "2024-02-29"));
        var other = Given.commitment("Listen");
        var documents = Given.board()
                .partner("a")
                .partner("b")
                .pledge("a", Given.CYCLE, 1, "Recruit", Given.seats())
                .pledge("b", Given.CYCLE, 1, "Recruit", Given.seats())
                .amendment("a", 1, first, less)
                .amendment("a", 1, less, least)
                .amendment("b", 1, first, other)
                .folded();

        var dashboard = dashboard(documents, Given.CYCLE, "2023-12-01", null);

        assertThat(dashboard.partners())
                .extracting(DashboardView.PartnerRow::amendments)
                .containsExactly(new Amendments(1, 2, 2, 0, 0), new Amendments(0, 1, 0, 0, 1));
        assertThat(dashboard.amendments()).isEqualTo(new Amendments(1, 3, 2, 0, 1));
        var one = new BigDecimal("1");
        var five = new BigDecimal("5");
        var firstDate = LocalDate.parse("2023-12-31");
        assertThat(dashboard.movedMeasures())
                .as("what came in and went again in between is gone")
                .containsExactly(
                        new MovedMeasure(
                                "a",
                                1,
                                "seats",
                                "Seats held by the young",
                                "seats",
                                false,
                                one,
                                one,
                                five,
                                new BigDecimal("2.5"),
                                new BigDecimal("-2.5"),
                                firstDate,
                                LocalDate.parse("2024-02-29"),
                                60L),
                        new MovedMeasure(
                                "b",
                                1,
                                "seats",
                                "Seats held by the young",
                                "seats",
                                true,
                                one,
                                null,
                                five,
                                null,
                                null,
                                firstDate,
                                null,
                                null));
    }

    @Test
    void givenAMeasureThatCameLater_whenItMoves_thenItIsComparedWithWhatItWasThen() {
        var first = Given.commitment("Recruit");
        var added = Given.commitment("Recruit", Given.seats());
        var more = Given.commitment("Recruit", Given.seats("seats", "6", "2023-12-01"));
        var given = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                .amendment("a", 1, first, added);
        assertThat(dashboard(given.folded(), Given.CYCLE, "2023-12-01", null).movedMeasures())
                .isEmpty();

        var moved = dashboard(given.amendment("a", 1, added, more).folded(), Given.CYCLE, "2023-12-01", null)
                .movedMeasures();

        assertThat(moved).singleElement().satisfies(measure -> {
            assertThat(measure.targetMoved()).isEqualByComparingTo("1");
            assertThat(measure.daysMoved()).isEqualTo(-30);
        });
    }

    @Test
    void givenQuestions_whenSomeAreAnswered_thenTheOpenOnesHaveTheirAgeOnThatDay() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                // Half past midnight on 2 June in London.
                .at("2023-06-01T23:30:00Z")
                .question("a", 1, 1)
                .question("a", 1, 2)
                .answer("a", 1, 1)
                .folded();

        assertThat(dashboard(documents, Given.CYCLE, "2023-06-12", null).openQuestions())
                .containsExactly(new DashboardView.OpenQuestion("a", 1, 2, LocalDate.parse("2023-06-02"), 10));
    }

    @Test
    void givenReadings_whenOnePeriodIsAskedFor_thenAttainmentIsThatOfTheLatestReadingUpToIt() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit", Given.seats())
                .progress("a", 1, 3, Status.ON_TRACK, Given.seats("4"))
                .progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
                .folded();

        var first = dashboard(documents, Given.CYCLE, "2023-12-01", "2023-Q2")
                .measures()
                .get(0);
        var all =
                dashboard(documents, Given.CYCLE, "2023-12-01", null).measures().get(0);

        assertThat(first.readIn()).isEqualTo("2023-Q1");
        assertThat(first.attainment()).isEqualByComparingTo("0.25");
        assertThat(all.readIn()).isEqualTo("2023-Q3");
        assertThat(all.attainment()).isEqualByComparingTo("0.75");
    }

    @Test
    void givenAPartnerThatJoinedAfterTheCycleWasClosed_whenSeen_thenItHasNoRowThere() {
        var documents = Given.board()
                .partner("a")
                .at("2023-01-20T00:00:00Z")
                .said(new CycleClosed(Given.BOARD, Given.SILENT, "Over."))
                .at("2023-02-01T00:00:00Z")
                .partner("b")
                .folded();

        assertThat(dashboard(documents, Given.SILENT, "2023-02-02", null).partners())
                .extracting(DashboardView.PartnerRow::partner)
                .containsExactly("a");
        assertThat(dashboard(documents, Given.CYCLE, "2023-02-02", null).partners())
                .hasSize(2);
    }

    @Test
    void givenAPartnerThatLeft_whenSeenAfterwards_thenOnlyWhatWasDueBeforeIsOverdue() {
        var documents = Given.board()
                .partner("a")
                .pledge("a", Given.CYCLE, 1, "Recruit")
                .partner("b")
                .at("2023-07-15T10:00:00Z")
                .said(new PartnerLeft(Given.BOARD, "a", "Its funding ended."))
                .said(new PartnerMerged(Given.BOARD, "b", "c", "They are one."))
                .folded();

        var rows = dashboard(documents, Given.CYCLE, "2023-12-31", null).partners();

        assertThat(rows.get(0).leftOn()).isEqualTo("2023-07-15");
        assertThat(rows.get(0).mergedInto()).isNull();
        // The second quarter had ended, and its report was due on 30 July.
        assertThat(rows.get(0).pledges().get(0).cells())
                .extracting(Cell::status)
                .containsExactly(CellStatus.OVERDUE, CellStatus.NOT_ASKED, CellStatus.NOT_ASKED, CellStatus.NOT_ASKED);
        assertThat(rows.get(1).leftOn()).isEqualTo("2023-07-15");
        assertThat(rows.get(1).mergedInto()).isEqualTo("c");
    }

    @Test
    void givenAPartnerThatLeftBeforeACycleBegan_whenSeen_thenItHasNoRowThereUnlessItPledged() {
        var documents = Given.board()
                .at("2022-11-01T10:00:00Z")
                .partner("a")
                .partner("b")
                .pledge("b", Given.CYCLE, 1, "Recruit")
                .said(new PartnerLeft(Given.BOARD, "a", "Its funding ended."))
                .said(new PartnerLeft(Given.BOARD, "b", "Its funding ended."))
                .folded();

        assertThat(dashboard(documents, Given.CYCLE, "2023-02-02", null).partners())
                .extracting(DashboardView.PartnerRow::partner)
                .containsExactly("b");
        assertThat(dashboard(documents, Given.SILENT, "2023-02-02", null).partners())
                .hasSize(2);
    }

    @Test
    void givenOffersAndRequests_whenSeen_thenPairsAreCountedAndWhatWaitsComesOldestFirst() {
        var given = Given.board()
                .partner("a")
                .partner("b")
                .partner("c")
                .at("2023-03-01T10:00:00Z")
                .said(posted("a", 1, SupportKind.REQUEST, null))
                .said(posted("a", 2, SupportKind.OFFER, null))
                .said(posted("b", 1, SupportKind.REQUEST, LocalDate.parse("2023-02-01")))
                .said(posted("c", 1, SupportKind.OFFER, null))
                .said(answered("a", 1, SupportKind.REQUEST, "b"))
                .said(answered("a", 1, SupportKind.REQUEST, "b"))
                .said(answered("a", 2, SupportKind.OFFER, "c"))
                .said(answered("c", 1, SupportKind.OFFER, "b"))
                // Half past midnight on 2 May in London.
                .at("2023-05-01T23:30:00Z")
                .said(posted("c", 2, SupportKind.REQUEST, null));

        var support = dashboard(given.folded(), Given.CYCLE, "2023-05-03", null).support();
        given.said(new PartnerLeft(Given.BOARD, "b", "Its funding ended."));
        var later = dashboard(given.folded(), Given.CYCLE, "2023-05-03", null).support();

        assertThat(support.help()).containsExactly(new Help("a", "c", 1), new Help("b", "a", 2), new Help("c", "b", 1));
        assertThat(support.unansweredCount()).isEqualTo(2);
        assertThat(support.unanswered())
                .containsExactly(
                        new Unanswered("b", 1, SupportKind.REQUEST, null, LocalDate.parse("2023-02-01"), 91),
                        new Unanswered("c", 2, SupportKind.REQUEST, null, LocalDate.parse("2023-05-02"), 1));
        assertThat(later.unanswered()).extracting(Unanswered::partner).containsExactly("c");
        assertThat(later.help()).isEqualTo(support.help());
    }

    @Test
    void givenMoreThatWaitsThanIsShown_whenSeen_thenTheRestIsCounted() {
        var given = Given.board().partner("a");
        for (var number = 1; number <= 25; number++) {
            given.said(posted("a", number, SupportKind.REQUEST, null));
        }

        var support = dashboard(given.folded(), Given.CYCLE, "2023-05-03", null).support();

        assertThat(support.unansweredCount()).isEqualTo(25);
        assertThat(support.unanswered()).hasSize(20);
    }

    private static SupportPosted posted(String partner, int number, SupportKind kind, @Nullable LocalDate saidOn) {
        return new SupportPosted(Given.BOARD, partner, number, kind, "Young people.", null, saidOn);
    }

    private static SupportAnswered answered(String partner, int number, SupportKind kind, String from) {
        return new SupportAnswered(Given.BOARD, partner, number, kind, from, "Come and see.", null);
    }

    @Property(tries = 40)
    void givenAnyHistory_whenPutTogetherOnAnyDay_thenEveryCountAgreesWithTheMatrix(
            @ForAll long seed, @ForAll @IntRange(max = 500) int day, @ForAll @IntRange(max = 4) int column) {
        var documents = RandomBook.folded(new Random(seed), 6, 250);
        var today = LocalDate.parse("2023-01-01").plusDays(day).toString();
        var period = column == 4 ? null : "2023-Q" + (column + 1);
        for (var board : documents.all(BoardDocument.class)) {
            var dashboard = dashboard(documents, board, Given.CYCLE, today, period);
            var pledges = dashboard.partners().stream()
                    .flatMap(row -> row.pledges().stream())
                    .toList();
            var cells = pledges.stream().flatMap(row -> row.cells().stream()).toList();

            assertThat(cells).hasSize(pledges.size() * (period == null ? 4 : 1));
            var counted = cells.stream().collect(groupingBy(Cell::status, counting()));
            assertThat(dashboard.statusCounts())
                    .as("seed %d, %s, %s", seed, today, period)
                    .hasSize(CellStatus.values().length)
                    .allSatisfy(
                            (status, count) -> assertThat((long) count).isEqualTo(counted.getOrDefault(status, 0L)));
            assertThat(dashboard.characteristicCounts())
                    .allSatisfy((characteristic, count) -> assertThat((long) count)
                            .isEqualTo(pledges.stream()
                                    .filter(pledge -> pledge.standing() != Standing.WITHDRAWN)
                                    .filter(pledge -> pledge.characteristics().contains(characteristic))
                                    .count()));
            assertThat(dashboard.reportingRates()).allSatisfy(rate -> {
                var inIt = cells.stream()
                        .filter(cell -> rate.period().equals(cell.period()))
                        .toList();
                assertThat(rate.asked())
                        .isEqualTo(inIt.stream()
                                .filter(cell -> cell.status().asked())
                                .count());
                assertThat(rate.reported()).isBetween(Math.max(rate.late(), rate.corrected()), rate.asked());
                assertThat(inIt.stream().filter(cell -> cell.late() || cell.corrected()))
                        .allMatch(cell -> cell.status().reported());
            });
            assertThat(cells)
                    .allSatisfy(cell ->
                            assertThat(cell.status().reported() || !cell.late()).isTrue());
            assertThat(dashboard.amendments()).isEqualTo(sum(pledges.stream().map(PledgeRow::amendments)));
            assertThat(dashboard.partners())
                    .allSatisfy(row -> assertThat(row.amendments())
                            .isEqualTo(sum(row.pledges().stream().map(PledgeRow::amendments))));
            assertThat(pledges)
                    .filteredOn(row -> row.standing() == Standing.LIVE)
                    .hasSizeLessThanOrEqualTo(9);
            assertThat(dashboard.movedMeasures())
                    .allSatisfy(measure -> assertThat(row(dashboard, measure.partner(), measure.number())
                                    .amendments())
                            .isNotEqualTo(Amendments.NONE));
            assertThat(dashboard.openQuestions().stream()
                            .map(question -> PledgeId.ofQuestion(
                                    PledgeId.of(question.partner(), Given.CYCLE, question.number()),
                                    question.question())))
                    .containsExactlyInAnyOrderElementsOf(open(documents, board));
        }
    }

    private static Amendments sum(Stream<Amendments> amendments) {
        var all = amendments.toList();
        return new Amendments(
                all.stream().mapToInt(Amendments::strengthened).sum(),
                all.stream().mapToInt(Amendments::weakened).sum(),
                all.stream().mapToInt(Amendments::extended).sum(),
                all.stream().mapToInt(Amendments::shortened).sum(),
                all.stream().mapToInt(Amendments::reworded).sum());
    }

    private static PledgeRow row(DashboardView dashboard, String partner, int number) {
        return dashboard.partners().stream()
                .filter(row -> row.partner().equals(partner))
                .flatMap(row -> row.pledges().stream())
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The open questions as the pledges themselves have them. */
    private static List<String> open(MemoryDocuments documents, BoardDocument board) {
        return documents.all(PledgeDocument.class).stream()
                .filter(pledge ->
                        pledge.board().equals(board.id()) && pledge.cycle().equals(Given.CYCLE))
                .flatMap(pledge -> pledge.questions().stream()
                        .filter(question -> question.answered() == null)
                        .map(question -> PledgeId.ofQuestion(pledge.id(), question.number())))
                .toList();
    }

    private static DashboardView dashboard(
            MemoryDocuments documents, String cycle, String today, @Nullable String period) {
        return dashboard(documents, documents.get(BoardDocument.class, Given.BOARD), cycle, today, period);
    }

    private static DashboardView dashboard(
            MemoryDocuments documents, BoardDocument board, String cycle, String today, @Nullable String period) {
        var partners = documents.all(PartnerDocument.class).stream()
                .filter(partner -> partner.board().equals(board.id()))
                .sorted(Comparator.comparing(PartnerDocument::id))
                .toList();
        var sets = documents.all(PledgeSetDocument.class).stream()
                .filter(set -> set.cycle().equals(cycle) && set.board().equals(board.id()))
                .toList();
        var support = documents.all(SupportSetDocument.class).stream()
                .filter(set -> set.board().equals(board.id()))
                .toList();
        return new Dashboard(board, board.cycle(cycle).orElseThrow(), period, LocalDate.parse(today))
                .of(partners, sets, support);
    }

    @Test
    void givenEveryStatusAPartnerCanGive_whenShownInACell_thenItKeepsItsName() {
        assertThat(Stream.of(Status.values()).map(CellStatus::of).map(Enum::name))
                .containsExactlyElementsOf(
                        Stream.of(Status.values()).map(Enum::name).toList());
    }
}
