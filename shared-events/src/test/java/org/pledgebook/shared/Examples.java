package org.pledgebook.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.PasswordReset;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.ReferencePublished;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.audit.SigningKeyIntroduced;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Statement;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Band;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

/** What the golden files say, as records; and one good command of each kind. */
final class Examples {

    private static final String BOARD = "islington-mental-health";
    private static final String PARTNER = "healthwatch-islington";
    private static final String CYCLE = "2023";
    private static final String PERSON = "p-0123456789abcdef0123456789abcdef";

    private static final List<Period> QUARTERS = List.of(
            new Period("2023-Q1", day("2023-01-01"), day("2023-03-31"), day("2023-04-30")),
            new Period("2023-Q2", day("2023-04-01"), day("2023-06-30"), day("2023-07-30")));

    private static final String LOG = "pledgebook/0f3a5c7e9b1d2f40";
    private static final String KEY = LOG + "+7423a4ea+ATyOHcM0y1LRdbA5/hnvuuLedayLCp//NM8QebYrT0Vd";

    private static final Framework FRAMEWORK = new Framework(
            "eds-2022",
            1,
            "NHS Equality Delivery System 2022",
            "NHS England, EDS 2022 ratings and score card guidance",
            List.of(new Section(
                    "domain-1",
                    "Commissioned or provided services",
                    List.of(new Item(
                            "1a",
                            "Patients have the required levels of access to the service.",
                            ItemType.ORDINAL,
                            true,
                            Evidence.REQUIRED,
                            number("1"),
                            List.of(new Mark(number("0"), "Undeveloped"), new Mark(number("3"), "Excelling")),
                            number("0.5"),
                            new Formula(
                                    FormulaMethod.RELATIVE_LIKELIHOOD,
                                    "white-appointed",
                                    "white-shortlisted",
                                    "bme-appointed",
                                    "bme-shortlisted",
                                    "NHS England, Workforce Race Equality Standard"))))),
            new Framework.Score(
                    Method.BANDED_SUM,
                    List.of(new Band(number("0"), "Undeveloped"), new Band(number("7.5"), "Developing"))));

    private static final Framework SMALL_FRAMEWORK = new Framework(
            "starter",
            2,
            "Starter",
            "Our own words",
            List.of(new Section(
                    "who",
                    "Who is here",
                    List.of(new Item(
                            "reach",
                            "Do you know who is not using the service?",
                            ItemType.ORDINAL,
                            false,
                            Evidence.NONE,
                            null,
                            List.of(new Mark(number("0"), "No")),
                            null,
                            null)))),
            new Framework.Score(Method.LOWEST, List.of(new Band(number("0"), "Begun"))));

    private static final Submission SUBMISSION = new Submission(
            "eds-2022",
            1,
            List.of(
                    new Answer("1a", number("2.5"), null, null, null, null, "Access audit, March 2023"),
                    new Answer("1b", null, List.of(number("1"), number("4")), null, null, null, null),
                    new Answer("2a", null, null, number("-12.25"), null, null, null),
                    new Answer("2b", null, null, null, "Two new groups.\nBoth meet weekly.", null, null),
                    new Answer("3a", null, null, null, null, "We employ nobody.", null)),
            "One in five of those we serve told us they are carers.",
            "“Easier to find” – but not by phone",
            "Staff ask for training in British Sign Language",
            number("8.5"),
            List.of(new UsageTable(
                    "ethnic-group",
                    "People seen, by ethnic group",
                    "race",
                    day("2022-04-01"),
                    day("2023-03-31"),
                    List.of(new UsageTable.Group("asian", "Asian", 120), new UsageTable.Group("others", "Others", 430)),
                    30,
                    12,
                    8,
                    610,
                    new UsageTable.Reference("census-2021-ethnic-group", 1))));

    private static final Submission SMALL_SUBMISSION = new Submission(
            "starter",
            2,
            List.of(new Answer("reach", null, null, null, null, null, null)),
            null,
            null,
            null,
            null,
            List.of(new UsageTable(
                    "sex",
                    "Callers",
                    null,
                    day("2022-04-01"),
                    day("2023-03-31"),
                    List.of(new UsageTable.Group("women", "Women", 0)),
                    null,
                    null,
                    null,
                    0,
                    null)));

    private static final ReferencePopulation REFERENCE = new ReferencePopulation(
            "islington-census-2021-ts021",
            1,
            "Islington, usual residents by ethnic group",
            "Office for National Statistics, Census 2021, TS021",
            day("2021-03-21"),
            "race",
            List.of(new UsageTable.Group("asian", "Asian", 21_525), new UsageTable.Group("black", "Black", 28_707)),
            216_550);

    private static final Score SCORE = new Score(
            number("7.5"),
            number("33"),
            "Developing",
            List.of(new SectionScore("domain-1", number("7.5"), number("12"))),
            List.of(
                    new Score.Indicator("2a", number("3.2075"), null),
                    new Score.Indicator("2b", null, Score.NotWorkable.NOBODY_TO_COMPARE)));

    private static final Score NO_SCORE = new Score(
            null,
            null,
            null,
            List.of(new SectionScore("who", null, null)),
            List.of(new Score.Indicator("reach", null, null)));

    private static final Commitment COMMITMENT = new Commitment(
            "A more diverse board",
            "Our board does not reflect the people of Islington: its members are aged 25 to 40.",
            "Recruit trustees through community organisations.\r\nPay travel and childcare.",
            "A board in which people of all ages decide",
            "Its make-up, each December",
            List.of("age", "race", "caring"),
            Commitment.Origin.NEW,
            List.of("outreach"),
            new Basis("Nine seats, aged 25 to 40", "“Who speaks for us?”", "A staff team of eight asked for it"),
            "Chair of trustees",
            List.of(new Measure(
                    "trustees-over-60",
                    "Trustees aged 60 or over",
                    "seats",
                    number("0"),
                    number("2.5"),
                    day("2023-12-31"))),
            List.of());

    private static final Commitment SMALL_COMMITMENT = new Commitment(
            "Read more easily",
            "People who read little",
            "Easy-read leaflets",
            "Leaflets that are read",
            "We ask",
            List.of("disability"),
            Commitment.Origin.EXISTING,
            List.of("outreach"),
            new Basis(null, null, null),
            "Communications lead",
            List.of(new Measure("leaflets", "Leaflets", null, null, null, null)),
            List.of());

    private static final Commitment ANSWERING =
            answering(COMMITMENT, new AnsweredItem("eds-2022", "1a"), new AnsweredItem("starter", "reach"));

    private static final Commitment SMALL_ANSWERING = answering(SMALL_COMMITMENT, new AnsweredItem("eds-2022", "1a"));

    private static final Report REPORT = new Report(
            Status.AT_RISK,
            "One of three seats is filled.",
            List.of(new Reading("trustees-over-60", number("1.25"))),
            List.of(new EvidenceLink("Minutes of the AGM", "https://example.org/minutes?year=2023#trustees")),
            "Advertise again in September 🗓️");

    private static final Report SMALL_REPORT = new Report(
            Status.NOT_STARTED,
            "Nothing yet.",
            List.of(new Reading("leaflets", number("0"))),
            List.of(new EvidenceLink("Our page", "http://example.org")),
            null);

    /** By the name of their golden file. A stored event is what the book says for ever: change none of these. */
    static final Map<String, Event> EVENTS = Map.ofEntries(
            Map.entry("access-given-1", new AccessGiven(PERSON, new Grant(Role.PARTNER, BOARD, PARTNER))),
            Map.entry("access-given-1-minimal", new AccessGiven(PERSON, new Grant(Role.ADMINISTRATOR, null, null))),
            Map.entry("access-ended-1", new AccessEnded(PERSON, "Has left the organisation")),
            Map.entry("password-reset-1", new PasswordReset(PERSON)),
            Map.entry("person-forgotten-1", new PersonForgotten(PERSON)),
            Map.entry(
                    "assessment-submitted-1",
                    new AssessmentSubmitted(
                            BOARD, PARTNER, CYCLE, before(SUBMISSION), before(SCORE), day("2023-02-28"))),
            Map.entry(
                    "assessment-submitted-1-minimal",
                    new AssessmentSubmitted(BOARD, PARTNER, CYCLE, before(SMALL_SUBMISSION), before(NO_SCORE), null)),
            Map.entry(
                    "assessment-submitted-2",
                    new AssessmentSubmitted(BOARD, PARTNER, CYCLE, SUBMISSION, SCORE, day("2023-02-28"))),
            Map.entry(
                    "assessment-submitted-2-minimal",
                    new AssessmentSubmitted(BOARD, PARTNER, CYCLE, SMALL_SUBMISSION, NO_SCORE, null)),
            Map.entry(
                    "assessment-resubmitted-1",
                    new AssessmentResubmitted(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            before(SUBMISSION),
                            before(SCORE),
                            "We had misread item 1a",
                            day("2023-03-15"))),
            Map.entry(
                    "assessment-resubmitted-1-minimal",
                    new AssessmentResubmitted(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            before(SMALL_SUBMISSION),
                            before(NO_SCORE),
                            "A figure was wrong",
                            null)),
            Map.entry(
                    "assessment-resubmitted-2",
                    new AssessmentResubmitted(
                            BOARD, PARTNER, CYCLE, SUBMISSION, SCORE, "We had misread item 1a", day("2023-03-15"))),
            Map.entry(
                    "assessment-resubmitted-2-minimal",
                    new AssessmentResubmitted(
                            BOARD, PARTNER, CYCLE, SMALL_SUBMISSION, NO_SCORE, "A figure was wrong", null)),
            Map.entry(
                    "board-established-1",
                    new BoardEstablished(
                            BOARD,
                            "Islington all-age mental health partnership board",
                            "Europe/London",
                            List.of("caring", "socio-economic-background"))),
            Map.entry(
                    "cycle-opened-1",
                    new CycleOpened(
                            BOARD, CYCLE, day("2023-01-01"), day("2023-06-30"), 3, Cadence.QUARTERLY, QUARTERS)),
            Map.entry("reference-published-1", new ReferencePublished(REFERENCE)),
            Map.entry(
                    "reference-published-1-minimal",
                    new ReferencePublished(new ReferencePopulation(
                            "staff",
                            3,
                            "All staff",
                            "Our own count",
                            day("2023-03-31"),
                            null,
                            List.of(new UsageTable.Group("women", "Women", 0)),
                            40))),
            Map.entry(
                    "table-released-1",
                    new TableReleased(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            3,
                            2,
                            new ReleasedTable(
                                    "ethnic-group",
                                    "People seen, by ethnic group",
                                    "race",
                                    day("2022-04-01"),
                                    day("2023-03-31"),
                                    List.of(
                                            new ReleasedGroup("asian", "Asian", true, null),
                                            new ReleasedGroup("black", "Black", false, 85)),
                                    new ReleasedCount(false, 25),
                                    new ReleasedCount(false, 10),
                                    new ReleasedCount(false, 0),
                                    430,
                                    new UsageTable.Reference("islington-census-2021-ts021", 1),
                                    7,
                                    "*",
                                    5))),
            Map.entry(
                    "table-released-1-minimal",
                    new TableReleased(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            1,
                            1,
                            new ReleasedTable(
                                    "staff",
                                    "Our staff",
                                    null,
                                    day("2023-03-31"),
                                    day("2023-03-31"),
                                    List.of(new ReleasedGroup("women", "Women", true, null)),
                                    null,
                                    null,
                                    null,
                                    41,
                                    null,
                                    4,
                                    "few",
                                    null))),
            Map.entry(
                    "small-numbers-policy-set-1",
                    new SmallNumbersPolicySet(
                            BOARD,
                            new SmallNumbers(4, "fewer than five", 5, List.of("people", "seats")),
                            "As the council does")),
            Map.entry(
                    "small-numbers-policy-set-1-minimal",
                    new SmallNumbersPolicySet(BOARD, new SmallNumbers(9, "–", null, List.of("people")), null)),
            Map.entry(
                    "signing-key-introduced-1",
                    new SigningKeyIntroduced(LOG, KEY, "The machine that held the old key was sold")),
            Map.entry("cycle-closed-1", new CycleClosed(BOARD, CYCLE, "The board has received the year's report")),
            Map.entry("framework-published-1", new FrameworkPublished(before(FRAMEWORK))),
            Map.entry("framework-published-1-minimal", new FrameworkPublished(before(SMALL_FRAMEWORK))),
            Map.entry("framework-published-2", new FrameworkPublished(FRAMEWORK)),
            Map.entry("framework-published-2-minimal", new FrameworkPublished(SMALL_FRAMEWORK)),
            Map.entry(
                    "partner-joined-1",
                    new PartnerJoined(
                            BOARD, PARTNER, "Healthwatch Islington", Kind.VOLUNTARY, List.of("outreach", "board"))),
            Map.entry(
                    "support-posted-1",
                    new SupportPosted(
                            BOARD,
                            PARTNER,
                            3,
                            SupportKind.OFFER,
                            "We can share how we recruit trustees.",
                            "example-network/2023/1",
                            day("2023-02-01"))),
            Map.entry(
                    "support-posted-1-minimal",
                    new SupportPosted(
                            BOARD, PARTNER, 4, SupportKind.REQUEST, "Who knows a signing interpreter?", null, null)),
            Map.entry(
                    "support-answered-1",
                    new SupportAnswered(
                            BOARD,
                            PARTNER,
                            3,
                            SupportKind.OFFER,
                            "example-network",
                            "Please do: may we come on Monday?",
                            day("2023-02-03"))),
            Map.entry(
                    "support-answered-1-minimal",
                    new SupportAnswered(BOARD, PARTNER, 4, SupportKind.REQUEST, "example-network", "We do.", null)),
            Map.entry(
                    "support-answer-given-1",
                    new SupportAnswerGiven(
                            BOARD,
                            PARTNER,
                            "example-network",
                            3,
                            SupportKind.OFFER,
                            "Please do: may we come on Monday?",
                            day("2023-02-03"))),
            Map.entry(
                    "support-answer-given-1-minimal",
                    new SupportAnswerGiven(BOARD, PARTNER, "example-network", 4, SupportKind.REQUEST, "We do.", null)),
            Map.entry("team-added-1", new TeamAdded(BOARD, PARTNER, "volunteers")),
            Map.entry(
                    "partner-renamed-1",
                    new PartnerRenamed(
                            BOARD, PARTNER, "Healthwatch in Islington", "The organisation has a new name since April")),
            Map.entry(
                    "partner-merged-1",
                    new PartnerMerged(BOARD, PARTNER, "example-network", "The two are one since April")),
            Map.entry(
                    "predecessor-merged-1",
                    new PredecessorMerged(BOARD, PARTNER, "example-forum", "The two are one since April")),
            Map.entry("partner-left-1", new PartnerLeft(BOARD, PARTNER, "The contract has ended")),
            Map.entry("pledge-made-1", new PledgeMade(BOARD, PARTNER, CYCLE, 2, COMMITMENT, day("2023-01-18"))),
            Map.entry("pledge-made-1-minimal", new PledgeMade(BOARD, PARTNER, CYCLE, 1, SMALL_COMMITMENT, null)),
            Map.entry("pledge-made-2", new PledgeMade(BOARD, PARTNER, CYCLE, 2, ANSWERING, day("2023-01-18"))),
            Map.entry("pledge-made-2-minimal", new PledgeMade(BOARD, PARTNER, CYCLE, 1, SMALL_ANSWERING, null)),
            Map.entry(
                    "pledge-amended-1",
                    new PledgeAmended(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            2,
                            ANSWERING,
                            List.of(AmendmentClass.STRENGTHENED, AmendmentClass.EXTENDED),
                            "Two more seats fall free",
                            day("2023-06-07"))),
            Map.entry(
                    "pledge-amended-1-minimal",
                    new PledgeAmended(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            1,
                            SMALL_ANSWERING,
                            List.of(AmendmentClass.REWORDED),
                            "Said more plainly",
                            null)),
            Map.entry(
                    "pledge-extended-1",
                    new PledgeExtended(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            2,
                            List.of("outreach", "volunteers"),
                            "Outreach has shown that it works",
                            day("2023-06-07"))),
            Map.entry(
                    "pledge-extended-1-minimal",
                    new PledgeExtended(BOARD, PARTNER, CYCLE, 1, List.of("outreach", "board"), "It works", null)),
            Map.entry(
                    "pledge-withdrawn-1",
                    new PledgeWithdrawn(
                            BOARD, PARTNER, CYCLE, 2, "The seats are no longer ours to fill", day("2023-06-07"))),
            Map.entry(
                    "pledge-withdrawn-1-minimal",
                    new PledgeWithdrawn(BOARD, PARTNER, CYCLE, 1, "Another partner does it", null)),
            Map.entry(
                    "pledge-fulfilled-1",
                    new PledgeFulfilled(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            2,
                            "Three trustees over 60\nsit on the board",
                            day("2023-11-30"),
                            day("2023-11-28"))),
            Map.entry(
                    "pledge-fulfilled-1-minimal",
                    new PledgeFulfilled(
                            BOARD, PARTNER, CYCLE, 1, "All leaflets are in easy read", day("2023-07-12"), null)),
            Map.entry(
                    "pledge-continued-1",
                    new PledgeContinued(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            2,
                            "2022",
                            3,
                            ANSWERING,
                            "One seat is still to be filled",
                            day("2023-01-18"))),
            Map.entry(
                    "pledge-continued-1-minimal",
                    new PledgeContinued(BOARD, PARTNER, CYCLE, 1, "2022", 1, SMALL_ANSWERING, "It goes on", null)),
            Map.entry(
                    "question-asked-1",
                    new QuestionAsked(BOARD, PARTNER, CYCLE, 2, 2, "Who was asked, and how?", day("2023-05-10"))),
            Map.entry(
                    "question-asked-1-minimal",
                    new QuestionAsked(BOARD, PARTNER, CYCLE, 1, 1, "Which leaflets?", null)),
            Map.entry(
                    "question-answered-1",
                    new QuestionAnswered(BOARD, PARTNER, CYCLE, 2, 2, "“All members”, by letter.", day("2023-05-20"))),
            Map.entry(
                    "question-answered-1-minimal",
                    new QuestionAnswered(BOARD, PARTNER, CYCLE, 1, 1, "The one on complaints.", null)),
            Map.entry(
                    "progress-recorded-1",
                    new ProgressRecorded(
                            BOARD, PARTNER, CYCLE, 2, "2023-Q1", day("2023-04-30"), true, REPORT, day("2023-05-02"))),
            Map.entry(
                    "progress-recorded-1-minimal",
                    new ProgressRecorded(BOARD, PARTNER, CYCLE, 1, "2023-07-12", null, false, SMALL_REPORT, null)),
            Map.entry(
                    "progress-corrected-1",
                    new ProgressCorrected(
                            BOARD,
                            PARTNER,
                            CYCLE,
                            2,
                            "2023-Q1",
                            REPORT,
                            "A resignation had been overlooked",
                            day("2023-06-01"))),
            Map.entry(
                    "progress-corrected-1-minimal",
                    new ProgressCorrected(
                            BOARD, PARTNER, CYCLE, 1, "2023-07-12", SMALL_REPORT, "Not yet begun", null)));

    /** One of each kind, with every optional field, that nothing is wrong with. */
    static final List<Command> COMMANDS = List.of(
            new GiveAccess(PERSON, Role.PARTNER, BOARD, PARTNER),
            new EndAccess(PERSON, "Has left the organisation"),
            new ResetPassword(PERSON),
            new ForgetPerson(PERSON),
            new SubmitAssessment(PARTNER, CYCLE, SUBMISSION, "We had misread item 1a", day("2023-02-28")),
            new EstablishBoard(BOARD, "Islington all-age board", "Europe/London", List.of("caring")),
            new OpenCycle(BOARD, CYCLE, day("2023-01-01"), day("2023-06-30"), 3, Cadence.GIVEN, QUARTERS),
            new CloseCycle(BOARD, CYCLE, "The board has received the year's report"),
            new ImportStatements(
                    PARTNER,
                    CYCLE,
                    true,
                    List.of(
                            new Statement(0, new SubmitAssessment(PARTNER, CYCLE, SUBMISSION, null, null)),
                            new Statement(2, new MakePledge(PARTNER, CYCLE, COMMITMENT, day("2023-01-18"))))),
            new SetSmallNumbersPolicy(
                    BOARD, new SmallNumbers(4, "fewer", 5, List.of("people", "seats")), "As the council does"),
            new PublishFramework(FRAMEWORK),
            new PublishReference(REFERENCE),
            new ReleaseTable(PARTNER, CYCLE, "ethnic-group", "asian"),
            new IntroduceSigningKey(LOG, KEY, "The machine that held the old key was sold"),
            new AddPartner(BOARD, PARTNER, "Healthwatch Islington", Kind.VOLUNTARY, List.of("outreach")),
            new AddTeam(PARTNER, "volunteers"),
            new PostSupport(
                    PARTNER,
                    SupportKind.OFFER,
                    "We can share how we recruit trustees.",
                    "example-network/2023/1",
                    day("2023-02-01")),
            new AnswerSupport(PARTNER, 3, "example-network", "Please do.", day("2023-02-03")),
            new RenamePartner(PARTNER, "Healthwatch in Islington", "The organisation has a new name"),
            new MergePartner(PARTNER, "example-network", "The two are one since April"),
            new LeaveBoard(PARTNER, "The contract has ended"),
            new MakePledge(PARTNER, CYCLE, ANSWERING, day("2023-01-18")),
            new AmendPledge(
                    PARTNER,
                    CYCLE,
                    2,
                    new Amendment(
                            ANSWERING.title(),
                            ANSWERING.inequality(),
                            ANSWERING.action(),
                            ANSWERING.outcome(),
                            ANSWERING.howWeWillKnow(),
                            ANSWERING.characteristics(),
                            ANSWERING.origin(),
                            ANSWERING.teams(),
                            ANSWERING.basis(),
                            ANSWERING.lead(),
                            ANSWERING.measures(),
                            ANSWERING.items()),
                    "Two more seats fall free",
                    day("2023-06-07")),
            new ExtendPledge(
                    PARTNER,
                    CYCLE,
                    2,
                    List.of("outreach", "volunteers"),
                    "Outreach has shown that it works",
                    day("2023-06-07")),
            new WithdrawPledge(PARTNER, CYCLE, 2, "The seats are no longer ours to fill", day("2023-06-07")),
            new FulfilPledge(PARTNER, CYCLE, 2, "Three trustees over 60 sit on the board", day("2023-11-28")),
            new ContinuePledge(PARTNER, CYCLE, "2022", 3, 2, "One seat is still to be filled", day("2023-01-18")),
            new AskQuestion(PARTNER, CYCLE, 2, "Who was asked, and how?", day("2023-05-10")),
            new AnswerQuestion(PARTNER, CYCLE, 2, 2, "“All members”, by letter.", day("2023-05-20")),
            new RecordProgress(PARTNER, CYCLE, 2, "2023-Q1", REPORT, day("2023-05-02")),
            new CorrectProgress(
                    PARTNER, CYCLE, 2, "2023-Q1", REPORT, "A resignation had been overlooked", day("2023-06-01")));

    private Examples() {}

    /** The good command of that kind. */
    static <C extends Command> C command(Class<C> kind) {
        return COMMANDS.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findAny()
                .orElseThrow();
    }

    /** As revision 1 had it: without a stated total and without tables. */
    private static Submission before(Submission submission) {
        return new Submission(
                submission.framework(),
                submission.version(),
                submission.answers(),
                submission.data(),
                submission.userFeedback(),
                submission.staffFeedback(),
                null,
                List.of());
    }

    private static Score before(Score score) {
        return new Score(score.overall(), score.maximum(), score.label(), score.sections(), List.of());
    }

    /** As revision 1 had it: with items that are all answered. */
    private static Framework before(Framework framework) {
        var section = framework.sections().get(0);
        var item = section.items().get(0);
        return new Framework(
                framework.id(),
                framework.version(),
                framework.title(),
                framework.source(),
                List.of(new Section(
                        section.id(),
                        section.title(),
                        List.of(new Item(
                                item.id(),
                                item.text(),
                                item.type(),
                                item.required(),
                                item.evidence(),
                                item.weight(),
                                item.scale(),
                                item.step(),
                                null)))),
                framework.score());
    }

    private static Commitment answering(Commitment commitment, AnsweredItem... items) {
        return new Commitment(
                commitment.title(),
                commitment.inequality(),
                commitment.action(),
                commitment.outcome(),
                commitment.howWeWillKnow(),
                commitment.characteristics(),
                commitment.origin(),
                commitment.teams(),
                commitment.basis(),
                commitment.lead(),
                commitment.measures(),
                List.of(items));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
