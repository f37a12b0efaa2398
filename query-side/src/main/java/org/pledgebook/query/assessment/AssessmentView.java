package org.pledgebook.query.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.UsageTable;

/**
 * A partner's self-assessment for a cycle, as it last submitted it.
 *
 * @param id {@code healthwatch-islington/2023}
 * @param framework the id of the framework it answers
 * @param frameworkVersion the version of that framework
 * @param tables who used the service, in numbers, beside the reference populations they name
 * @param statedTotal the total that the partner has published itself, beside the one its answers come to; null where
 *     it stated none
 * @param weakItems where the partner says itself that it is weak, and which pledges of the cycle answer that; judged when
 *     somebody looks, so a pledge made later answers too
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
        List<UsageView> tables,
        @Nullable String userFeedback,
        @Nullable String staffFeedback,
        Score score,
        @Nullable StatedTotal statedTotal,
        List<WeakItem> weakItems,
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
     * @param tables who used the service, as it was said then
     */
    public record AssessmentVersion(
            int number,
            String framework,
            int frameworkVersion,
            List<Answer> answers,
            @Nullable String data,
            List<UsageTable> tables,
            @Nullable String userFeedback,
            @Nullable String staffFeedback,
            Score score,
            @Nullable StatedTotal statedTotal,
            Instant recordedAt,
            @Nullable LocalDate saidOn,
            String actor,
            @Nullable String reason) {}

    /**
     * An ordinal item that is rated in the lower half of its scale: below the middle between its lowest and its highest
     * value.
     *
     * @param text the framework's question
     * @param answeredBy the ids of the pledges of the cycle that name it and are not withdrawn; empty where no pledge
     *     answers it
     */
    public record WeakItem(String item, String text, BigDecimal rating, List<String> answeredBy) {}

    /**
     * The total that a partner states, and the one that its own answers come to.
     *
     * @param workedOut the overall score; null where the framework makes none, or nothing has a mark
     * @param agrees whether both are the same number; false shows that the partner contradicts itself
     */
    public record StatedTotal(BigDecimal stated, @Nullable BigDecimal workedOut, boolean agrees) {}

    /**
     * How the scores moved since the partner's last assessment by the same framework: the one that was the last when
     * this one was submitted.
     *
     * @param cycle the cycle of that last assessment: the same one, if it was submitted again
     * @param frameworkVersion the version it answered; scores of two versions may not mean the same
     * @param recordedAt when it was recorded
     * @param from its overall score
     * @param to the overall score now
     * @param by {@code to - from}; null where either is
     * @param sections per section, in the order of the assessment now
     * @param items per item: those of the assessment now in their order, then those that are gone
     */
    public record ScoreChange(
            String cycle,
            int frameworkVersion,
            Instant recordedAt,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal by,
            List<SectionChange> sections,
            List<ItemChange> items) {}

    /**
     * How one item moved. Items of two versions of a framework are the same item where they have the same id.
     *
     * @param from its rating, value or indicator then; null where it had none
     * @param to the same now
     * @param by {@code to - from}; null where either is
     */
    public record ItemChange(
            String item,
            Move move,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal by) {}

    /** What became of the answer to an item. */
    public enum Move {
        /** It says the same; what it rests on may be another. */
        SAME,
        /** It says something else. */
        CHANGED,
        /** There was none then: the item is new, or was not answered. */
        APPEARED,
        /** There is none now: the item is no longer asked, or was not answered. */
        GONE
    }

    /** How one section's score moved; {@code from} is null where the section had none or did not exist. */
    public record SectionChange(
            String section,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable BigDecimal by) {}
}
