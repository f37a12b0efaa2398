package org.pledgebook.query.assessment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.assessment.AssessmentView.ItemChange;
import org.pledgebook.query.assessment.AssessmentView.Move;
import org.pledgebook.query.assessment.AssessmentView.ScoreChange;
import org.pledgebook.query.assessment.AssessmentView.SectionChange;
import org.pledgebook.query.partner.PartnerDocument.Earlier;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;

/** Holds an assessment beside the last one by the same framework. Items that keep their ids are held beside each other. */
final class Comparison {

    private Comparison() {}

    /** What changed from the submission that was the last then to what is submitted now. */
    static ScoreChange of(Earlier last, Submitted then, Submission submission, Score score) {
        return new ScoreChange(
                last.cycle(),
                last.frameworkVersion(),
                last.recordedAt(),
                last.score().overall(),
                score.overall(),
                difference(last.score().overall(), score.overall()),
                sections(last.score(), score),
                items(then.submission(), then.score(), submission, score));
    }

    private static List<SectionChange> sections(Score last, Score score) {
        var before = last.sections().stream().collect(toMap(SectionScore::section, identity()));
        return score.sections().stream()
                .map(section -> {
                    var was = before.get(section.section());
                    var from = was == null ? null : was.score();
                    return new SectionChange(
                            section.section(), from, section.score(), difference(from, section.score()));
                })
                .toList();
    }

    private static List<ItemChange> items(Submission last, Score lastScore, Submission submission, Score score) {
        var before = said(last, lastScore);
        var after = said(submission, score);
        var ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        var changes = new ArrayList<ItemChange>();
        for (var id : ids) {
            var was = before.get(id);
            var is = after.get(id);
            var from = was == null ? null : figure(was);
            var to = is == null ? null : figure(is);
            changes.add(new ItemChange(id, move(was, is), from, to, difference(from, to)));
        }
        return changes;
    }

    private static Move move(@Nullable Object was, @Nullable Object is) {
        if (was == null) {
            return Move.APPEARED;
        }
        if (is == null) {
            return Move.GONE;
        }
        return Objects.equals(was, is) ? Move.SAME : Move.CHANGED;
    }

    /** What each item says, answers first, and without what the answers rest on. */
    private static Map<String, Object> said(Submission submission, Score score) {
        var said = new LinkedHashMap<String, Object>();
        for (var answer : submission.answers()) {
            said.put(answer.item(), withoutEvidence(answer));
        }
        score.indicators().forEach(indicator -> said.put(indicator.item(), indicator));
        return said;
    }

    private static Answer withoutEvidence(Answer answer) {
        return new Answer(
                answer.item(),
                answer.rating(),
                answer.choices() == null
                        ? null
                        : answer.choices().stream().sorted().toList(),
                answer.value(),
                answer.text(),
                answer.notApplicable(),
                null);
    }

    private static @Nullable BigDecimal figure(Object said) {
        if (said instanceof Answer answer) {
            return answer.rating() == null ? answer.value() : answer.rating();
        }
        return ((Indicator) said).value();
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return from == null || to == null ? null : Figures.plain(to.subtract(from));
    }
}
