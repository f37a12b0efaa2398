package org.pledgebook.query.assessment;

import static java.util.Comparator.comparingLong;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.assessment.AssessmentView.AssessmentVersion;
import org.pledgebook.query.assessment.AssessmentView.ScoreChange;
import org.pledgebook.query.assessment.AssessmentView.SectionChange;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.partner.PartnerDocument.CycleScore;
import org.pledgebook.query.partner.PartnerDocument.Earlier;
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
                .map(assessment -> view(assessment, submitted(assessment), change(assessment)));
    }

    private List<Submitted> submitted(AssessmentDocument assessment) {
        var ids = assessment.submitted().stream()
                .map(position -> Submitted.id(assessment.id(), position))
                .toList();
        return documents.find(Submitted.class, ids).stream()
                .sorted(comparingLong(Submitted::position))
                .toList();
    }

    private @Nullable ScoreChange change(AssessmentDocument assessment) {
        return documents
                .find(PartnerDocument.class, assessment.partner())
                .flatMap(partner -> partner.score(assessment.cycle()))
                .map(CycleScore::last)
                .map(last -> change(last, assessment.score()))
                .orElse(null);
    }

    private static AssessmentView view(
            AssessmentDocument assessment, List<Submitted> submitted, @Nullable ScoreChange change) {
        var submission = assessment.submission();
        var latest = submitted.get(submitted.size() - 1);
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
                assessment.score(),
                change,
                latest.recordedAt(),
                latest.saidOn(),
                latest.actor(),
                latest.reason(),
                IntStream.range(0, submitted.size())
                        .mapToObj(i -> version(i + 1, submitted.get(i)))
                        .toList(),
                submitted.size());
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

    private static ScoreChange change(Earlier last, Score now) {
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
