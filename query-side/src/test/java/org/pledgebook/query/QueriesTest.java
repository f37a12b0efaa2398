package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.access.PersonQueries;
import org.pledgebook.query.assessment.AssessmentQueries;
import org.pledgebook.query.assessment.AssessmentView.ItemChange;
import org.pledgebook.query.assessment.AssessmentView.Move;
import org.pledgebook.query.assessment.AssessmentView.StatedTotal;
import org.pledgebook.query.assessment.ReleaseQueries;
import org.pledgebook.query.assessment.ReleaseView;
import org.pledgebook.query.assessment.ReleaseView.ReleasedGroupView;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.AuditFilter;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.framework.FrameworkQueries;
import org.pledgebook.query.framework.FrameworkSummary;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.PartnerView.Predecessor;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.FulfilmentView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.QuestionView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.query.support.SupportQueries;
import org.pledgebook.query.support.SupportView;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.ReferencePublished;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

/** What the web asks, of documents that a real processor kept. */
class QueriesTest {

    private static final int PARTNERS = 30;

    private static final Commitment RAISED = Given.commitment("Recruit", Given.seats("seats", "7", "2023-12-31"));

    private static final List<String> PARTNER_IDS =
            IntStream.range(0, PARTNERS).mapToObj("partner-%02d"::formatted).toList();

    private static TestBook book;

    @BeforeAll
    static void keepABook() {
        var given = Given.board()
                .said(new BoardEstablished("camden", "Camden", "Europe/London", List.of()))
                .said(new AccessGiven("p-admin", new Grant(Role.ADMINISTRATOR, null, null)))
                .said(new AccessGiven("p-auditor", new Grant(Role.AUDITOR, "camden", null)))
                .said(new FrameworkPublished(framework(10)))
                .said(new FrameworkPublished(framework(2)))
                .at("2023-01-05T10:00:00.123Z");
        for (var i = 0; i < PARTNERS; i++) {
            given.partner("partner-%02d".formatted(i));
        }
        liveThrough(given);
        given.pledge("partner-03", Given.CYCLE, 1, "Recruit", Given.seats())
                .pledge("partner-03", Given.CYCLE, 2, "Listen")
                .said(assessed(Given.SILENT, "1"))
                .said(assessed(Given.CYCLE, "2.5"))
                .at("2023-04-11T10:00:00Z")
                .said(new PartnerMerged(Given.BOARD, "partner-05", "partner-06", "They are one."))
                .said(new PredecessorMerged(Given.BOARD, "partner-06", "partner-05", "They are one."))
                .at("2023-04-12T10:00:00Z")
                .said(new PartnerRenamed(Given.BOARD, "partner-06", "Five and six", "It says more."))
                .said(new PartnerMerged(Given.BOARD, "partner-06", "partner-07", "And so are these."))
                .said(new PredecessorMerged(Given.BOARD, "partner-07", "partner-06", "And so are these."))
                .at("2023-04-13T10:00:00Z");
        for (var number = 1; number <= 12; number++) {
            given.said(new SupportPosted(
                    Given.BOARD, "partner-08", number, SupportKind.OFFER, "Come and see.", null, null));
        }
        given.said(new SupportAnswered(
                        Given.BOARD, "partner-08", 2, SupportKind.OFFER, "partner-09", "We would.", null))
                .said(new SupportAnswered(
                        Given.BOARD, "partner-08", 2, SupportKind.OFFER, "partner-10", "So would we.", null))
                .said(new ReferencePublished(new ReferencePopulation(
                        "census",
                        1,
                        "All residents",
                        "A census",
                        LocalDate.parse("2021-03-21"),
                        "sex",
                        List.of(new Group("women", "Women", 100_000), new Group("men", "Men", 100_000)),
                        200_000)))
                .release("partner-21", 1)
                .release("partner-20", 1)
                .release("partner-20", 2)
                .at("2023-04-20T10:00:00Z")
                .progress("partner-03", 2, 1, Status.ON_TRACK)
                .correction("partner-03", 2, 1, Given.report(Status.AT_RISK, "We did not meet."))
                .said(new AccessEnded("p-auditor", "Left."));
        book = new TestBook(given.events()).settled();
    }

    /** A pledge with everything that can become of it but to be withdrawn, and one that is. */
    private static void liveThrough(Given given) {
        var commitment = Given.commitment("Recruit", Given.seats());
        given.pledge("partner-10", Given.SILENT, 1, "Recruit", Given.seats())
                .said(new PledgeContinued(
                        Given.BOARD, "partner-10", Given.CYCLE, 1, Given.SILENT, 1, commitment, "More to do.", null))
                .amendment("partner-10", 1, commitment, RAISED)
                .question("partner-10", 1, 1)
                .question("partner-10", 1, 2)
                .answer("partner-10", 1, 2)
                .fulfilment("partner-10", 1)
                .pledge("partner-10", Given.CYCLE, 2, "Listen")
                .withdrawal("partner-10", 2);
    }

    @AfterAll
    static void close() {
        book.close();
    }

    @BeforeEach
    void today() {
        book.bean(BookClock.class).walkTo(Instant.parse("2023-04-30T12:00:00Z"));
    }

    @Test
    void givenNoNewEvent_whenTheDueDatePasses_thenTheDashboardSaysOverdueFromTheNextDayInTheBoardsZone() {
        var clock = book.bean(BookClock.class);
        var before = book.bean(ReadModels.class).head();

        // Half an hour to midnight in London, where it is summer time.
        clock.walkTo(Instant.parse("2023-04-30T22:30:00Z"));
        assertThat(statuses()).containsEntry(CellStatus.NO_REPORT, 1).containsEntry(CellStatus.OVERDUE, 0);

        clock.walkTo(Instant.parse("2023-04-30T23:30:00Z"));
        assertThat(statuses()).containsEntry(CellStatus.NO_REPORT, 0).containsEntry(CellStatus.OVERDUE, 1);
        assertThat(book.bean(ReadModels.class).head()).isEqualTo(before);
    }

    private static Map<CellStatus, Integer> statuses() {
        return book.bean(BoardQueries.class)
                .dashboard(Given.BOARD, Given.CYCLE, "2023-Q1")
                .orElseThrow()
                .statusCounts();
    }

    @Test
    void givenManyPartners_whenTheDashboardIsPutTogether_thenItTakesFourQueries() {
        book.sent.clear();

        var dashboard = book.bean(BoardQueries.class)
                .dashboard(Given.BOARD, Given.CYCLE, null)
                .orElseThrow();

        assertThat(dashboard.partners()).hasSize(PARTNERS);
        assertThat(book.sent.all().stream().filter(one -> !one.collection().equals("trackingtokens") && !one.writes()))
                .hasSize(4);
    }

    @Test
    void givenUnknownThings_whenAskedFor_thenThereIsNoAnswer() {
        var boards = book.bean(BoardQueries.class);
        assertThat(boards.find("nowhere")).isEmpty();
        assertThat(boards.dashboard("nowhere", Given.CYCLE, null)).isEmpty();
        assertThat(boards.dashboard(Given.BOARD, "1999", null)).isEmpty();
        assertThat(boards.dashboard(Given.BOARD, Given.CYCLE, "2024-Q1")).isEmpty();
        assertThat(book.bean(PartnerQueries.class).find("nobody")).isEmpty();
        assertThat(book.bean(PartnerQueries.class).ofBoard("nowhere", null, 10).items())
                .isEmpty();
        assertThat(book.bean(PledgeQueries.class).of("partner-03", "1999")).isEmpty();
        assertThat(book.bean(PledgeQueries.class).find("partner-03", Given.CYCLE, 3))
                .isEmpty();
        assertThat(book.bean(AssessmentQueries.class).find("partner-04", Given.CYCLE))
                .isEmpty();
        assertThat(book.bean(FrameworkQueries.class).find("starter", 1)).isEmpty();
    }

    @Test
    void givenLists_whenReadPageByPage_thenEverythingComesOnceInItsOrder() {
        var boards = book.bean(BoardQueries.class);
        assertThat(pages(cursor -> boards.all(cursor, 1, board -> true)))
                .extracting(BoardView::id)
                .containsExactly("camden", Given.BOARD);
        assertThat(boards.all(null, 10, Given.BOARD::equals).items())
                .extracting(BoardView::id)
                .containsExactly(Given.BOARD);
        var partners = book.bean(PartnerQueries.class);
        assertThat(pages(cursor -> partners.ofBoard(Given.BOARD, cursor, 7)))
                .extracting(PartnerView::id)
                .hasSize(PARTNERS)
                .isSorted();
        assertThat(pages(cursor -> book.bean(FrameworkQueries.class).all(cursor, 1)))
                .extracting(FrameworkSummary::version)
                .containsExactly(2, 10);
        assertThat(pages(cursor -> book.bean(PersonQueries.class).all(cursor, 1)))
                .extracting(person -> person.grants().size())
                .containsExactly(1, 0);
    }

    @Test
    void givenATimeline_whenReadPageByPage_thenTheNewestComesFirstAndACycleCanBeSingledOut() {
        var partners = book.bean(PartnerQueries.class);
        var all = pages(cursor -> partners.timeline("partner-03", null, cursor, 2));

        assertThat(all)
                .extracting(TimelineEntry::type)
                .containsExactly(
                        "progress-corrected",
                        "progress-recorded",
                        "assessment-submitted",
                        "assessment-submitted",
                        "pledge-made",
                        "pledge-made",
                        "partner-joined");
        assertThat(pages(cursor -> partners.timeline("partner-03", Given.CYCLE, cursor, 2)))
                .hasSize(5)
                .allMatch(entry -> Given.CYCLE.equals(entry.cycle()));
        assertThat(partners.timeline("partner-0", null, null, 10).items())
                .as("another partner's id begins with this one")
                .isEmpty();
    }

    @Test
    void givenPartnersThatMergedOneIntoTheOther_whenRead_thenEachIsFoundFromTheOthers() {
        var partners = book.bean(PartnerQueries.class);
        var all = List.of(
                new Predecessor(
                        "partner-06",
                        "Five and six",
                        "partner-07",
                        Instant.parse("2023-04-12T10:00:00Z"),
                        "And so are these."),
                new Predecessor(
                        "partner-05",
                        "The partner-05",
                        "partner-06",
                        Instant.parse("2023-04-11T10:00:00Z"),
                        "They are one."));

        assertThat(partners.find("partner-07").orElseThrow().predecessors()).isEqualTo(all);
        assertThat(partners.find("partner-06").orElseThrow())
                .returns("partner-07", PartnerView::mergedInto)
                .returns(all.subList(1, 2), PartnerView::predecessors)
                .returns(Instant.parse("2023-04-12T10:00:00Z"), PartnerView::leftAt)
                .returns("And so are these.", PartnerView::leavingReason)
                .satisfies(partner -> assertThat(partner.earlierNames())
                        .singleElement()
                        .extracting(PartnerView.EarlierName::name)
                        .isEqualTo("The partner-06"));
        assertThat(partners.find("partner-08").orElseThrow())
                .returns(null, PartnerView::mergedInto)
                .returns(null, PartnerView::leftAt)
                .returns(List.of(), PartnerView::predecessors);
        assertThat(pages(cursor -> partners.ofBoard(Given.BOARD, cursor, 7)))
                .filteredOn(partner -> partner.id().equals("partner-07"))
                .singleElement()
                .returns(all, PartnerView::predecessors);
    }

    @Test
    void givenOffersAndRequests_whenReadPageByPage_thenTheyComeByNumberWithTheirAnswers() {
        var support = book.bean(SupportQueries.class);

        var all = pages(cursor -> support.of("partner-08", cursor, 5));

        assertThat(all).extracting(SupportView::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(support.of("partner-0", null, 10).items())
                .as("another partner's id begins with this one")
                .isEmpty();
        assertThat(support.find("partner-08", 13)).isEmpty();
        var answered = support.find("partner-08", 2).orElseThrow();
        assertThat(answered.id()).isEqualTo("partner-08/support/2");
        assertThat(answered.version()).isEqualTo(3);
        assertThat(answered.answers())
                .extracting(SupportView.SupportAnswer::from)
                .containsExactly("partner-09", "partner-10");
        assertThat(book.bean(PartnerQueries.class)
                        .timeline("partner-08", null, null, 2)
                        .items())
                .extracting(TimelineEntry::words)
                .containsExactly(
                        "partner-10 answered offer 2: “So would we.”.", "partner-09 answered offer 2: “We would.”.");
    }

    @Test
    void givenAMalformedCursor_whenAskedOn_thenItIsRefused() {
        assertThatThrownBy(() -> book.bean(PartnerQueries.class).ofBoard(Given.BOARD, "$ne", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void givenPledges_whenRead_thenTheyStandWithVersionsReportsAndAttainment() {
        var pledges = book.bean(PledgeQueries.class).of("partner-03", Given.CYCLE);

        assertThat(pledges).extracting(PledgeView::number).containsExactly(1, 2);
        var listen = pledges.get(1);
        assertThat(listen.version()).isEqualTo(3);
        assertThat(listen.measurable()).isFalse();
        assertThat(listen.status()).isEqualTo(Status.AT_RISK);
        assertThat(listen.recordedAt()).isEqualTo(Instant.parse("2023-01-05T10:00:00.123Z"));
        assertThat(listen.reports()).singleElement().satisfies(report -> {
            assertThat(report.corrected()).isTrue();
            assertThat(report.late()).isFalse();
            assertThat(report.statements()).hasSize(2);
            assertThat(report.statements().get(1).reason()).isEqualTo("We had miscounted.");
        });
        assertThat(pledges.get(0).measures()).singleElement().satisfies(measure -> {
            assertThat(measure.target()).isEqualTo(new BigDecimal("5"));
            assertThat(measure.attainment()).isNull();
        });
    }

    @Test
    void givenManyPartners_whenTheirPledgesAndReleasesAreRead_thenEachKindIsAskedForOnce() {
        book.sent.clear();

        var pledges = book.bean(PledgeQueries.class).of(PARTNER_IDS, Given.CYCLE);
        var releases = book.bean(ReleaseQueries.class).of(List.of("partner-20", "partner-21"));

        assertThat(pledges)
                .extracting(PledgeView::id)
                .containsExactly("partner-03/2023/1", "partner-03/2023/2", "partner-10/2023/1", "partner-10/2023/2");
        assertThat(releases)
                .extracting(ReleaseView::id)
                .containsExactly("partner-20/1", "partner-20/2", "partner-21/1");
        assertThat(releases)
                .allSatisfy(release -> assertThat(release.groups())
                        .extracting(ReleasedGroupView::ratio)
                        .containsExactly(new BigDecimal("0.9231"), new BigDecimal("1.0769")));
        assertThat(book.sent.all())
                .extracting(SentCommands.Sent::collection)
                .filteredOn(collection -> !collection.equals("trackingtokens"))
                .contains("pledges", "releases", "references")
                .doesNotHaveDuplicates();
    }

    @Test
    void givenAPledgeThatLived_whenRead_thenAllThatBecameOfItIsThere() {
        var pledges = book.bean(PledgeQueries.class);

        var pledge = pledges.find("partner-10", Given.CYCLE, 1).orElseThrow();
        assertThat(pledge.version()).isEqualTo(6);
        assertThat(pledge.standing()).isEqualTo(Standing.FULFILLED);
        assertThat(pledge.withdrawal()).isNull();
        assertThat(pledge.fulfilment())
                .isEqualTo(new FulfilmentView(
                        "Five seats are held.", Instant.parse("2023-01-05T10:00:00.123Z"), null, "p-editor"));
        assertThat(pledge.continues()).isEqualTo("partner-10/2022/1");
        assertThat(pledges.lines(List.of(pledge)))
                .extracting(PledgeView::id)
                .containsExactly("partner-10/2023/1", "partner-10/2022/1");
        assertThat(pledges.lines(pledges.of("partner-10", Given.SILENT)))
                .extracting(PledgeView::id)
                .containsExactly("partner-10/2022/1", "partner-10/2023/1");
        assertThat(pledge.continuedAs()).isNull();
        assertThat(pledge.measures())
                .singleElement()
                .satisfies(measure -> assertThat(measure.target()).isEqualByComparingTo("7"));
        assertThat(pledge.questions())
                .extracting(QuestionView::number, QuestionView::text, question -> question.answer() == null)
                .containsExactly(tuple(1, "Who was asked?", true), tuple(2, "Who was asked?", false));
        assertThat(pledge.versions())
                .extracting(PledgeVersion::number, PledgeVersion::type, PledgeVersion::classes, PledgeVersion::reason)
                .containsExactly(
                        tuple(1, "pledge-continued", List.of(), "More to do."),
                        tuple(2, "pledge-amended", List.of(AmendmentClass.STRENGTHENED), "We know better now."));
        assertThat(pledge.versions())
                .extracting(PledgeVersion::changes)
                .containsExactly(List.of(), List.of(new Change("measure seats target", "5 seats", "7 seats")));
        assertThat(pledge.versions().get(0).measures())
                .singleElement()
                .satisfies(measure -> assertThat(measure.target()).isEqualByComparingTo("5"));

        var earlier = pledges.find("partner-10", Given.SILENT, 1).orElseThrow();
        assertThat(earlier.standing()).isEqualTo(Standing.LIVE);
        assertThat(earlier.continues()).isNull();
        assertThat(earlier.continuedAs()).isEqualTo("partner-10/2023/1");
        assertThat(earlier.version()).isEqualTo(1);

        assertThat(pledges.find("partner-10", Given.CYCLE, 2).orElseThrow())
                .returns(Standing.WITHDRAWN, PledgeView::standing)
                .satisfies(withdrawn -> assertThat(withdrawn.withdrawal())
                        .isNotNull()
                        .extracting(PledgeView.WithdrawalView::reason)
                        .isEqualTo("It came to nothing."));
    }

    @Test
    void givenAPledgeThatWasContinued_whenTheEarlierCycleOrPledgeIsAskedFor_thenTheContinuationIsTold() {
        assertThat(book.bean(PartnerQueries.class)
                        .timeline("partner-10", Given.SILENT, null, 10)
                        .items())
                .extracting(TimelineEntry::type)
                .containsExactly("pledge-continued", "pledge-made");
        assertThat(audit(filter(null, null, "partner-10/2022/1", null, null)))
                .extracting(AuditEntry::type)
                .containsExactly("pledge-continued", "pledge-made");
        assertThat(audit(filter(null, null, "partner-10/2023/1", null, null))).hasSize(6);
    }

    @Test
    void givenAssessmentsOfTwoCycles_whenTheLaterIsRead_thenItSaysWhatChangedSinceTheLast() {
        var assessments = book.bean(AssessmentQueries.class);

        var change = assessments.find("partner-03", Given.CYCLE).orElseThrow().change();

        assertThat(change).isNotNull();
        assertThat(change.cycle()).isEqualTo(Given.SILENT);
        assertThat(change.by()).isEqualTo(new BigDecimal("1.5"));
        assertThat(change.sections())
                .singleElement()
                .satisfies(section -> assertThat(section.by()).isEqualTo(new BigDecimal("1.5")));
        assertThat(change.items())
                .containsExactly(new ItemChange(
                        "1a", Move.CHANGED, new BigDecimal("1"), new BigDecimal("2.5"), new BigDecimal("1.5")));
        assertThat(assessments.find("partner-03", Given.SILENT).orElseThrow().change())
                .isNull();
        assertThat(book.bean(PartnerQueries.class)
                        .find("partner-03")
                        .orElseThrow()
                        .scores())
                .extracting(PartnerView.CycleScore::cycle)
                .containsExactly(Given.SILENT, Given.CYCLE);
    }

    @Test
    void givenATotalThatContradictsTheAnswers_whenRead_thenBothStandThereAndDoNotAgree() {
        var assessments = book.bean(AssessmentQueries.class);

        assertThat(assessments.find("partner-03", Given.CYCLE).orElseThrow().statedTotal())
                .isEqualTo(new StatedTotal(new BigDecimal("1"), new BigDecimal("2.5"), false));
        var earlier = assessments.find("partner-03", Given.SILENT).orElseThrow();
        assertThat(earlier.statedTotal()).isEqualTo(new StatedTotal(new BigDecimal("1"), new BigDecimal("1"), true));
        assertThat(earlier.versions())
                .singleElement()
                .satisfies(version -> assertThat(version.statedTotal()).isEqualTo(earlier.statedTotal()));
    }

    @Test
    void givenAnAssessment_whenItIsRead_thenItTakesTheSameFewQueriesHoweverManyItemsThereAre() {
        book.sent.clear();

        var assessment = book.bean(AssessmentQueries.class).find("partner-03", Given.CYCLE);

        assertThat(assessment).isPresent();
        assertThat(book.sent.all().stream().filter(one -> !one.collection().equals("trackingtokens") && !one.writes()))
                .extracting(SentCommands.Sent::collection)
                .containsExactly("assessments", "submissions", "frameworks", "pledge-sets", "partners", "submissions");
    }

    @Test
    void givenTheRecord_whenFiltered_thenOnlyWhatMatchesComes() {
        assertThat(audit(filter(null, "partner-03", null, null, null))).hasSize(7);
        assertThat(audit(filter(null, null, "partner-03/2023/2", null, null))).hasSize(3);
        assertThat(audit(filter(null, null, null, "progress-corrected", null))).hasSize(1);
        assertThat(audit(filter(null, null, null, null, "2023-04-20T10:00:00Z")))
                .hasSize(3);
        assertThat(audit(filter("camden", null, null, null, null)))
                .extracting(AuditEntry::type)
                .containsExactly("access-ended", "access-given", "board-established");
        assertThat(audit(AuditFilter.ALL))
                .extracting(AuditEntry::position)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void givenAReaderOfOneBoard_whenTheRecordIsRead_thenNothingOfOthersComes() {
        var audits = book.bean(AuditQueries.class);

        assertThat(audits.events(AuditFilter.ALL, Set.of("camden"), null, 100).items())
                .hasSize(3)
                .allMatch(entry -> entry.boards().contains("camden"));
        assertThat(audits.events(filter(Given.BOARD, null, null, null, null), Set.of("camden"), null, 100)
                        .items())
                .isEmpty();
    }

    @Test
    void givenAPositionThatIsNotThereYet_whenAwaited_thenItGivesUpInTime() {
        var readModels = book.bean(ReadModels.class);

        assertThat(readModels.await(readModels.head() + 1, Duration.ofMillis(50)))
                .isFalse();
        assertThat(readModels.await(readModels.head(), Duration.ZERO)).isTrue();
    }

    private static List<AuditEntry> audit(AuditFilter filter) {
        return pages(cursor -> book.bean(AuditQueries.class).events(filter, cursor, 2));
    }

    private static AuditFilter filter(
            @Nullable String board,
            @Nullable String partner,
            @Nullable String pledge,
            @Nullable String type,
            @Nullable String from) {
        return new AuditFilter(board, partner, pledge, null, type, from == null ? null : Instant.parse(from), null);
    }

    private static <T> List<T> pages(Function<@Nullable String, Page<T>> ask) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var page = ask.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private static AssessmentSubmitted assessed(String cycle, String mark) {
        var score = new Score(
                new BigDecimal(mark),
                new BigDecimal("3"),
                null,
                List.of(new SectionScore("one", new BigDecimal(mark), new BigDecimal("3"))),
                List.of());
        return new AssessmentSubmitted(
                Given.BOARD,
                "partner-03",
                cycle,
                new Submission(
                        "starter",
                        2,
                        List.of(new Answer("1a", new BigDecimal(mark), null, null, null, null, null)),
                        null,
                        null,
                        null,
                        BigDecimal.ONE,
                        List.of()),
                score,
                null);
    }

    private static Framework framework(int version) {
        return new Framework(
                "starter",
                version,
                "Starter",
                "Ours.",
                List.of(),
                new Framework.Score(Framework.Method.NONE, List.of()));
    }
}
