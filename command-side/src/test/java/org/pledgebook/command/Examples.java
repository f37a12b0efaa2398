package org.pledgebook.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Band;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.shared.support.SupportKind;

/** A board in London with one cycle of quarters, one partner on it, and what that partner may say. */
public final class Examples {

    public static final String BOARD = "islington";
    public static final String CYCLE = "2023";
    public static final String PARTNER = "healthwatch";
    public static final String FRAMEWORK = "eds-2022";

    public static final BoardEstablished BOARD_ESTABLISHED =
            new BoardEstablished(BOARD, "Islington board", "Europe/London", List.of("caring"));

    public static final CycleOpened CYCLE_OPENED = new CycleOpened(
            BOARD,
            CYCLE,
            day("2023-01-01"),
            day("2023-12-31"),
            3,
            Cadence.QUARTERLY,
            List.of(
                    new Period("2023-Q1", day("2023-01-01"), day("2023-03-31"), day("2023-04-30")),
                    new Period("2023-Q2", day("2023-04-01"), day("2023-06-30"), day("2023-07-30")),
                    new Period("2023-Q3", day("2023-07-01"), day("2023-09-30"), day("2023-10-30")),
                    new Period("2023-Q4", day("2023-10-01"), day("2023-12-31"), day("2024-01-30"))));

    /** A cycle that asks for no reports. */
    public static final CycleOpened CYCLE_WITHOUT_PERIODS =
            new CycleOpened(BOARD, CYCLE, day("2023-01-01"), day("2023-12-31"), 3, Cadence.NONE, List.of());

    public static final CycleClosed CYCLE_CLOSED = new CycleClosed(BOARD, CYCLE, "The year is over");

    public static final PartnerJoined PARTNER_JOINED =
            new PartnerJoined(BOARD, PARTNER, "Healthwatch", Kind.VOLUNTARY, List.of("outreach", "volunteers"));

    public static final PartnerLeft PARTNER_LEFT = new PartnerLeft(BOARD, PARTNER, "Its funding ended");

    public static final OpenCycle OPEN_CYCLE =
            new OpenCycle(BOARD, CYCLE, day("2023-01-01"), day("2023-12-31"), 3, Cadence.QUARTERLY, List.of());

    public static final Measure SEATS = new Measure(
            "trustees-over-60", "Trustees aged 60 or over", "seats", number("0"), number("2"), day("2023-12-31"));

    public static final Commitment COMMITMENT = new Commitment(
            "Trustees of every age",
            "Older people have no voice on our board",
            "Advertise two seats where older people meet",
            "A board as old as those it serves",
            "The age of the trustees",
            List.of("age"),
            Commitment.Origin.NEW,
            List.of(),
            new Basis("Nine seats, aged 25 to 40", null, null),
            "Chair of trustees",
            List.of(SEATS),
            List.of());

    public static final Report REPORT = new Report(
            Status.ON_TRACK,
            "One seat is filled.",
            List.of(new Reading("trustees-over-60", number("1"))),
            List.of(new EvidenceLink("Minutes", "https://example.org/minutes")),
            "Advertise again");

    public static final MakePledge MAKE_PLEDGE = new MakePledge(PARTNER, CYCLE, COMMITMENT, null);

    public static final RecordProgress RECORD_PROGRESS = new RecordProgress(PARTNER, CYCLE, 1, "2023-Q1", REPORT, null);

    public static final CorrectProgress CORRECT_PROGRESS =
            new CorrectProgress(PARTNER, CYCLE, 1, "2023-Q1", REPORT, "A seat had been counted twice", null);

    public static final PostSupport POST_SUPPORT =
            new PostSupport(PARTNER, SupportKind.REQUEST, "Who knows a signing interpreter?", null, null);

    /** Makes a pilot of it. */
    public static final AmendPledge AMEND_PLEDGE = new AmendPledge(
            PARTNER,
            CYCLE,
            1,
            new Amendment(null, null, null, null, null, null, null, List.of("outreach"), null, null, null, null),
            "To try it first",
            null);

    /** The year after. */
    public static final CycleOpened NEXT_CYCLE_OPENED =
            new CycleOpened(BOARD, "2024", day("2024-01-01"), day("2024-12-31"), 3, Cadence.NONE, List.of());

    /** A mark from 0 to 3 in halves, with evidence. */
    public static final Item ORDINAL = new Item(
            "access",
            "People have the access they need.",
            ItemType.ORDINAL,
            true,
            Evidence.REQUIRED,
            null,
            scale("0", "1", "2", "3"),
            number("0.5"),
            null);

    /** Any of three options. */
    public static final Item CHOICES = new Item(
            "doors",
            "Which doors are open to all?",
            ItemType.CHOICES,
            false,
            Evidence.OPTIONAL,
            null,
            scale("1", "2", "4"),
            null,
            null);

    public static final Framework EDS = framework(
            new Framework.Score(
                    Method.BANDED_SUM,
                    List.of(
                            new Band(number("0"), "Undeveloped"),
                            new Band(number("2"), "Developing"),
                            new Band(number("8"), "Achieving"))),
            ORDINAL,
            CHOICES,
            item("staff", ItemType.NUMBER),
            item("reached", ItemType.PERCENTAGE),
            item("likelihood", ItemType.RATIO),
            item("story", ItemType.NARRATIVE));

    public static final FrameworkPublished FRAMEWORK_PUBLISHED = new FrameworkPublished(EDS);

    public static final Answer RATED =
            new Answer("access", number("1.5"), null, null, null, null, "Access audit of March");

    /** The heading groups of a census table, with a total of its own. */
    public static final ReferencePopulation CENSUS = new ReferencePopulation(
            "islington-census-2021-ts021",
            1,
            "Islington, usual residents by ethnic group",
            "Office for National Statistics, Census 2021, TS021",
            day("2021-03-21"),
            "race",
            List.of(
                    new Group("white", "White", 134_754),
                    new Group("black", "Black", 28_707),
                    new Group("asian", "Asian", 21_525),
                    new Group("mixed", "Mixed", 16_235),
                    new Group("other", "Other", 15_329)),
            216_550);

    /** People seen in a year, with four of one group. */
    public static final UsageTable ETHNIC_GROUP = new UsageTable(
            "ethnic-group",
            "People seen, by ethnic group",
            "race",
            day("2022-04-01"),
            day("2023-03-31"),
            List.of(
                    new Group("white", "White", 232),
                    new Group("black", "Black", 61),
                    new Group("asian", "Asian", 43),
                    new Group("mixed", "Mixed", 12),
                    new Group("other", "Other", 4)),
            20,
            9,
            null,
            381,
            null);

    public static final Submission SUBMISSION =
            new Submission(FRAMEWORK, 1, List.of(RATED), "One in five are carers", null, null, null, List.of());

    public static final SubmitAssessment SUBMIT_ASSESSMENT =
            new SubmitAssessment(PARTNER, CYCLE, SUBMISSION, null, null);

    private Examples() {}

    public static PledgeMade pledgeMade(int number) {
        return new PledgeMade(BOARD, PARTNER, CYCLE, number, COMMITMENT, null);
    }

    public static ProgressRecorded progressRecorded(
            String period, @Nullable String dueOn, boolean late, @Nullable String saidOn) {
        return new ProgressRecorded(
                BOARD,
                PARTNER,
                CYCLE,
                1,
                period,
                dueOn == null ? null : day(dueOn),
                late,
                REPORT,
                saidOn == null ? null : day(saidOn));
    }

    public static ProgressRecorded firstQuarterReported() {
        return progressRecorded("2023-Q1", "2023-04-30", false, null);
    }

    /** A framework of one section. */
    public static Framework framework(Framework.Score score, Item... items) {
        return new Framework(
                FRAMEWORK,
                1,
                "Equality Delivery System",
                "NHS England",
                List.of(new Section("services", "Services", List.of(items))),
                score);
    }

    /** An item without a mark, that nobody needs to answer. */
    public static Item item(String id, ItemType type) {
        return new Item(id, "How is it?", type, false, Evidence.NONE, null, List.of(), null, null);
    }

    public static List<Mark> scale(String... values) {
        return List.of(values).stream()
                .map(value -> new Mark(number(value), "Mark " + value))
                .toList();
    }

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    public static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
