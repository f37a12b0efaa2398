package org.pledgebook.query.pledge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param saidOn when the pledge was said, where that is not the day it was entered
 * @param recordedAt when the book learnt of the pledge, UTC
 * @param actor the id of the person who entered the pledge
 * @param measurable whether any measure has a target; if not, it is <em>not yet measurable</em>
 * @param status of the report for the latest period; null without a report
 * @param versions everything the pledge has said of itself, oldest first
 * @param reports by period, in the cycle's order
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
        @Nullable LocalDate saidOn,
        Instant recordedAt,
        String actor,
        boolean measurable,
        @Nullable Status status,
        List<PledgeVersion> versions,
        List<ReportView> reports,
        long version) {

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
     * @param reason why it was changed; null for the first
     */
    public record PledgeVersion(
            int number,
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
            List<MeasureVersion> measures) {}

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
