package org.pledgebook.query.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.support.SupportKind;

/**
 * How the pledges of one cycle stand on one day. Everything that is counted is counted from {@link #partners}, the
 * matrix itself.
 *
 * @param period the one that was asked for; null for all of the cycle's
 * @param today the day it is judged on, in the board's time zone
 * @param periods the columns, in the cycle's order; none in a cycle without periods
 * @param partners the rows, by partner id
 * @param statusCounts how many cells say each; every {@link CellStatus} is there
 * @param characteristicCounts how many pledges that are not withdrawn concern each; every characteristic of the Act and of the board is there
 * @param reportingRates one per column
 * @param measures every measure of every pledge, in the order of the rows
 * @param amendments how often pledges were amended, of all partners
 * @param movedMeasures every measure that is not what it was when it was first said, in the order of the rows
 * @param openQuestions every question without an answer, in the order of the rows
 * @param support who helps whom on the board, whatever the cycle
 */
public record DashboardView(
        String board,
        String cycle,
        @Nullable String period,
        LocalDate today,
        List<Period> periods,
        List<PartnerRow> partners,
        Map<CellStatus, Integer> statusCounts,
        Map<String, Integer> characteristicCounts,
        List<ReportingRate> reportingRates,
        List<Attainment> measures,
        Amendments amendments,
        List<MovedMeasure> movedMeasures,
        List<OpenQuestion> openQuestions,
        Support support) {

    /**
     * One partner's part; partners without a pledge are there too.
     *
     * @param leftOn the day on which it left the board or merged, in the board's time zone; null while it is on it. Since
     *     then it is asked for no report that was not due before
     * @param mergedInto the partner that goes on in its place; null where it has not merged
     * @param pledges by number
     * @param amendments how often they were amended
     */
    public record PartnerRow(
            String partner,
            String name,
            Kind kind,
            @Nullable LocalDate leftOn,
            @Nullable String mergedInto,
            List<PledgeRow> pledges,
            Amendments amendments) {}

    /**
     * One pledge's row.
     *
     * @param standing where it is in its life
     * @param fulfilment the claim that it is kept; how far its measures have come is said beside it, in
     *     {@link DashboardView#measures}. Null while nobody made it
     * @param amendments how often it was amended
     * @param cells one per column; in a cycle without periods exactly one
     */
    public record PledgeRow(
            int number,
            String title,
            List<String> characteristics,
            Standing standing,
            @Nullable Fulfilment fulfilment,
            Amendments amendments,
            List<Cell> cells) {}

    /** What a partner says has come of a pledge. */
    public record Fulfilment(
            String outcome, Instant recordedAt, @Nullable LocalDate saidOn) {}

    /** How many amendments are of each kind; one can count in several. */
    public record Amendments(int strengthened, int weakened, int extended, int shortened, int reworded) {

        static final Amendments NONE = new Amendments(0, 0, 0, 0, 0);

        Amendments plus(Amendments more) {
            return new Amendments(
                    strengthened + more.strengthened,
                    weakened + more.weakened,
                    extended + more.extended,
                    shortened + more.shortened,
                    reworded + more.reworded);
        }
    }

    /**
     * How far a measure has moved since it was first said. What is null was not said.
     *
     * @param removed whether the pledge has it no more
     * @param targetMoved from the first target to the present one; null where either is missing
     * @param daysMoved from the first target date to the present one; negative where it is earlier, null where either is
     *     missing
     */
    public record MovedMeasure(
            String partner,
            int number,
            String measure,
            String title,
            @Nullable String unit,
            boolean removed,
            @Nullable BigDecimal firstBaseline,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal firstTarget,
            @Nullable BigDecimal target,
            @Nullable BigDecimal targetMoved,
            @Nullable LocalDate firstTargetDate,
            @Nullable LocalDate targetDate,
            @Nullable Long daysMoved) {}

    /**
     * A question without an answer.
     *
     * @param number the pledge's
     * @param question its number among the pledge's questions
     * @param askedOn the day it was entered, where the board is
     * @param days how many days ago that was
     */
    public record OpenQuestion(String partner, int number, int question, LocalDate askedOn, long days) {}

    /**
     * What is known of one pledge in one period.
     *
     * @param period null in a cycle without periods, where the latest report counts
     * @param late whether the first report came after the due date
     * @param corrected whether the report was replaced since
     */
    public record Cell(@Nullable String period, CellStatus status, boolean late, boolean corrected) {}

    /** What a cell can say: a status that the partner gave, or why there is none. */
    public enum CellStatus {
        /** As {@link Status#NOT_STARTED}. */
        NOT_STARTED,
        /** As {@link Status#ON_TRACK}. */
        ON_TRACK,
        /** As {@link Status#AT_RISK}. */
        AT_RISK,
        /** As {@link Status#OFF_TRACK}. */
        OFF_TRACK,
        /** As {@link Status#ACHIEVED}. */
        ACHIEVED,
        /** The period has begun, no report has come, and none is overdue. */
        NO_REPORT,
        /** The due date has passed without a report. */
        OVERDUE,
        /** The period has not begun. */
        NOT_BEGUN,
        /**
         * No report is asked for: the pledge was recorded after the period had ended, or withdrawn or said to be
         * fulfilled on its last day or before, the partner was no longer on the board when the report was due, or the
         * cycle has no periods.
         */
        NOT_ASKED;

        static CellStatus of(Status status) {
            return valueOf(status.name());
        }

        /** Whether a partner gave it in a report. */
        public boolean reported() {
            return compareTo(ACHIEVED) <= 0;
        }

        /** Whether a report is or was asked for: the period has begun and the pledge was there in time. */
        public boolean asked() {
            return compareTo(OVERDUE) <= 0;
        }
    }

    /**
     * How many of the reports that are asked for in a period have come.
     *
     * @param asked cells that are neither {@link CellStatus#NOT_BEGUN} nor {@link CellStatus#NOT_ASKED}
     * @param reported cells with a report
     * @param late of these, how many came after the due date
     * @param corrected of these, how many were replaced since
     * @param rate {@code reported / asked}, from 0 to 1 with at most four decimals; null when none is asked for
     */
    public record ReportingRate(
            String period,
            int asked,
            int reported,
            int late,
            int corrected,
            @Nullable BigDecimal rate) {}

    /**
     * How far one measure has come.
     *
     * @param reading the latest that was reported, up to the period that was asked for; null without one
     * @param readIn the period that reading was reported for
     * @param attainment {@code (reading - baseline) / (target - baseline)} with at most four decimals, so 1 is attained;
     *     below 0 and above 1 are possible. Null where it cannot be said
     */
    public record Attainment(
            String partner,
            int number,
            String measure,
            String title,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetDate,
            @Nullable BigDecimal reading,
            @Nullable String readIn,
            @Nullable BigDecimal attainment) {}

    /**
     * Support between the board's partners.
     *
     * @param unansweredCount how many offers and requests nobody has answered, of the partners that are on the board
     * @param unanswered the oldest of these, at most twenty
     * @param help one for each pair, by helper and helped
     */
    public record Support(int unansweredCount, List<Unanswered> unanswered, List<Help> help) {}

    /**
     * An offer or a request that nobody has answered.
     *
     * @param pledge the public id of the pledge it is about; null for support in general
     * @param since the day it was said, in the board's time zone
     * @param days how many days ago that was
     */
    public record Unanswered(
            String partner,
            int number,
            SupportKind kind,
            @Nullable String pledge,
            LocalDate since,
            long days) {}

    /**
     * One partner helps another.
     *
     * @param from the partner that helps: it answered a request, or its offer was answered
     * @param to the partner that is helped
     * @param answers how many answers that were
     */
    public record Help(String from, String to, int answers) {}
}
