package org.pledgebook.query.assessment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.assessment.AssessmentDocument.Submitted;
import org.pledgebook.query.assessment.AssessmentView.AssessmentVersion;
import org.pledgebook.query.assessment.AssessmentView.ScoreChange;
import org.pledgebook.query.assessment.AssessmentView.SectionChange;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.partner.PartnerDocument.SubmittedScore;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.springframework.stereotype.Component;

/** Answers about self-assessments. */
@Component
public class AssessmentQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public AssessmentQueries(Documents documents) {
        this.documents = documents;
    }

    /** A partner's self-assessment for a cycle; empty where it has submitted none. */
    public Optional<AssessmentView> find(String partner, String cycle) {
        return documents
                .find(AssessmentDocument.class, AssessmentDocument.id(partner, cycle))
                .map(assessment -> view(
                        assessment,
                        documents
                                .find(PartnerDocument.class, partner)
                                .map(PartnerDocument::scores)
                                .orElse(List.of())));
    }

    private static AssessmentView view(AssessmentDocument assessment, List<SubmittedScore> scores) {
        var latest = assessment.latest();
        var submission = latest.submission();
        return new AssessmentView(
                assessment.id(),
                assessment.board(),
                assessment.partner(),
                assessment.cycle(),
                submission.framework(),
                submission.version(),
                submission.answers(),
                submission.data(),
                submission.userFeedback(),
                submission.staffFeedback(),
                latest.score(),
                change(assessment, scores),
                latest.recordedAt(),
                latest.saidOn(),
                latest.actor(),
                latest.reason(),
                IntStream.range(0, assessment.submitted().size())
                        .mapToObj(i -> version(i + 1, assessment.submitted().get(i)))
                        .toList(),
                assessment.submitted().size());
    }

    private static AssessmentVersion version(int number, Submitted submitted) {
        var submission = submitted.submission();
        return new AssessmentVersion(
                number,
                submission.framework(),
                submission.version(),
                submission.answers(),
                submission.data(),
                submission.userFeedback(),
                submission.staffFeedback(),
                submitted.score(),
                submitted.recordedAt(),
                submitted.saidOn(),
                submitted.actor(),
                submitted.reason());
    }

    /** @param scores all the partner's, oldest first; the assessment's own is the last of its cycle */
    private static @Nullable ScoreChange change(AssessmentDocument assessment, List<SubmittedScore> scores) {
        var own = IntStream.range(0, scores.size())
                .filter(i -> scores.get(i).cycle().equals(assessment.cycle()))
                .max()
                .orElse(0);
        var framework = assessment.latest().submission().framework();
        return scores.subList(0, own).stream()
                .filter(score -> score.framework().equals(framework))
                .reduce((first, second) -> second)
                .map(last -> change(last, assessment.latest().score()))
                .orElse(null);
    }

    private static ScoreChange change(SubmittedScore last, Score now) {
        var before = last.score().sections().stream().collect(toMap(SectionScore::section, identity()));
        return new ScoreChange(
                last.cycle(),
                last.frameworkVersion(),
                last.recordedAt(),
                last.score().overall(),
                now.overall(),
                difference(last.score().overall(), now.overall()),
                now.sections().stream()
                        .map(section -> {
                            var was = before.get(section.section());
                            var from = was == null ? null : was.score();
                            return new SectionChange(
                                    section.section(), from, section.score(), difference(from, section.score()));
                        })
                        .toList());
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return from == null || to == null ? null : Figures.plain(to.subtract(from));
    }
}
