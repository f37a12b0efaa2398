package org.pledgebook.query.board;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.board.DashboardView.Help;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.board.DashboardView.Unanswered;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.query.support.SupportSetDocument;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
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
        }
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
