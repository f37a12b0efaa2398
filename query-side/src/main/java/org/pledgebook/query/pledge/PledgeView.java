package org.pledgebook.query.pledge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Told.Change;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;

/**
 * A pledge as it stands, with every version and every report.
 *
 * @param id {@code healthwatch-islington/2023/2}
 * @param number among the partner's pledges of that cycle, from 1
 * @param teams ids of the teams it pilots in; empty for the whole organisation
 * @param items the framework items that it answers
 * @param saidOn when the pledge was said, where that is not the day it was entered
 * @param recordedAt when the book learnt of the pledge, UTC
 * @param actor the id of the person who entered the pledge
 * @param measurable whether any measure has a target; if not, it is <em>not yet measurable</em>
 * @param standing where it is in its life
 * @param withdrawal how it was taken back; null while it is not
 * @param fulfilment the claim that it is kept, beside what its measures read; null while nobody made it
 * @param continues the id of the pledge of an earlier cycle that it carries on; null where it was made
 * @param continuedAs the id of the pledge that carries it on in a later cycle; null where none does
 * @param status of the report for the latest period; null without a report
 * @param versions everything the pledge has said of itself, oldest first
 * @param reports by period, in the cycle's order
 * @param questions by number
 * @param version how many events the pledge has
 */
public record PledgeView(
        String id,
        String board,
        String partner,
        String cycle,
        int number,
        String title,
        String inequality,
        String action,
        String outcome,
        String howWeWillKnow,
        List<String> characteristics,
        Origin origin,
        List<String> teams,
        Basis basis,
        String lead,
        List<MeasureView> measures,
        List<AnsweredItem> items,
        @Nullable LocalDate saidOn,
        Instant recordedAt,
        String actor,
        boolean measurable,
        Standing standing,
        @Nullable WithdrawalView withdrawal,
        @Nullable FulfilmentView fulfilment,
        @Nullable String continues,
        @Nullable String continuedAs,
        @Nullable Status status,
        List<PledgeVersion> versions,
        List<ReportView> reports,
        List<QuestionView> questions,
        long version) {

    /** How a pledge was taken back. */
    public record WithdrawalView(
            String reason, Instant recordedAt, @Nullable LocalDate saidOn, String actor) {}

    /**
     * The claim that a pledge is kept. It is the partner's; what the measures read is said beside it.
     *
     * @param outcome what its partner says has come of it
     */
    public record FulfilmentView(
            String outcome, Instant recordedAt, @Nullable LocalDate saidOn, String actor) {}

    /**
     * A question of the board's.
     *
     * @param number counts up from 1
     * @param actor the id of the person who asked
     * @param answer null while it is open
     */
    public record QuestionView(
            int number,
            String text,
            Instant recordedAt,
            @Nullable LocalDate saidOn,
            String actor,
            @Nullable AnswerView answer) {}

    /** What a partner answered to a question. */
    public record AnswerView(
            String text, Instant recordedAt, @Nullable LocalDate saidOn, String actor) {}

    /**
     * A measure and how far it has come.
     *
     * @param reading the latest that was reported; null without one
     * @param readIn the period that reading was reported for
     * @param attainment {@code (reading - baseline) / (target - baseline)} with at most four decimals, so 1 is attained;
     *     below 0 and above 1 are possible. Null where it cannot be said
     */
    public record MeasureView(
            String id,
            String title,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetDate,
            @Nullable BigDecimal reading,
            @Nullable String readIn,
            @Nullable BigDecimal attainment) {}

    /**
     * What the pledge said of itself at one time.
     *
     * @param number counts up from 1
     * @param type the stored name of the event that made it, {@code pledge-amended}
     * @param classes what kind of change it is, in a fixed order; none where it is no amendment
     * @param changes how it differs from the version before, field by field; none for the first
     * @param reason why it was changed or continued; null for a pledge that was made
     */
    public record PledgeVersion(
            int number,
            String type,
            List<AmendmentClass> classes,
            List<Change> changes,
            Instant recordedAt,
            String actor,
            @Nullable LocalDate saidOn,
            @Nullable String reason,
            String title,
            String inequality,
            String action,
            String outcome,
            String howWeWillKnow,
            List<String> characteristics,
            Origin origin,
            List<String> teams,
            Basis basis,
            String lead,
            List<MeasureVersion> measures,
            List<AnsweredItem> items) {}

    /** A measure as one version of the pledge had it. */
    public record MeasureVersion(
            String id,
            String title,
            @Nullable String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetDate) {}

    /**
     * What was reported for one period, as it was last said.
     *
     * @param period in a cycle without periods the day, {@code 2023-07-12}
     * @param dueOn the last day on which it was not late; null in a cycle without periods
     * @param late whether the first report came after that
     * @param corrected whether a later statement replaced the first
     * @param statements every statement made for the period, oldest first; the last is the one that stands
     */
    public record ReportView(
            String period,
            @Nullable LocalDate dueOn,
            boolean late,
            boolean corrected,
            Status status,
            String narrative,
            List<Reading> readings,
            List<EvidenceLink> evidence,
            @Nullable String nextSteps,
            List<StatementView> statements) {}

    /**
     * What was said at one time.
     *
     * @param saidOn when it was said, where that is not the day it was entered
     * @param reason why it replaced the one before; null for the first
     */
    public record StatementView(
            Instant recordedAt,
            @Nullable LocalDate saidOn,
            String actor,
            @Nullable String reason,
            Status status,
            String narrative,
            List<Reading> readings,
            List<EvidenceLink> evidence,
            @Nullable String nextSteps) {}
}
