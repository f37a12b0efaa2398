package org.pledgebook.query.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score;

/**
 * A partner's self-assessment for a cycle, as it last submitted it.
 *
 * @param id {@code healthwatch-islington/2023}
 * @param framework the id of the framework it answers
 * @param frameworkVersion the version of that framework
 * @param change what changed since the partner's last assessment by the same framework; null for the first
 * @param recordedAt when the book learnt it, UTC
 * @param saidOn when it was said, where that is not the day it was entered
 * @param actor the id of the person who entered it
 * @param reason why it was submitted again; null for the first
 * @param versions everything that was submitted for this cycle, oldest first, this one last
 * @param version how many events the assessment has
 */
public record AssessmentView(
        String id,
        String board,
        String partner,
        String cycle,
        String framework,
        int frameworkVersion,
        List<Answer> answers,
        @Nullable String data,
        @Nullable String userFeedback,
        @Nullable String staffFeedback,
        Score score,
        @Nullable ScoreChange change,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        @Nullable String reason,
        List<AssessmentVersion> versions,
        long version) {

    /**
     * What was submitted at one time.
     *
     * @param number counts up from 1
     */
    public record AssessmentVersion(
            int number,
            String framework,
            int frameworkVersion,
            List<Answer> answers,
            @Nullable String data,
            @Nullable String userFeedback,
            @Nullable String staffFeedback,
            Score score,
            Instant recordedAt,
            @Nullable LocalDate saidOn,
            String actor,
            @Nullable String reason) {}

    /**
     * How the scores moved since the partner's last assessment by the same framework.
     *
     * @param cycle the cycle of that last assessment: the same one, if it was submitted again
     * @param frameworkVersion the version it answered; scores of two versions may not mean the same
     * @param recordedAt when it was recorded
     * @param from its overall score
     * @param to the overall score now
     * @param by {@code to - from}; null where either is
     * @param sections per section, in the order of the assessment now
     */
    public record ScoreChange(
            String cycle,
            int frameworkVersion,
            Instant recordedAt,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal by,
            List<SectionChange> sections) {}

    /** How one section's score moved; {@code from} is null where the section had none or did not exist. */
    public record SectionChange(
            String section,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal by) {}
}
