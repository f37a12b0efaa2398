package org.pledgebook.query.assessment;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.assessment.AssessmentView.AssessmentVersion;
import org.pledgebook.query.assessment.AssessmentView.ScoreChange;
import org.pledgebook.query.assessment.AssessmentView.StatedTotal;
import org.pledgebook.query.assessment.AssessmentView.WeakItem;
import org.pledgebook.query.framework.FrameworkDocument;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.partner.PartnerDocument.CycleScore;
import org.pledgebook.query.partner.PartnerDocument.Earlier;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.UsageTable;
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
                .map(assessment -> view(assessment, submitted(assessment), weakItems(assessment), change(assessment)));
    }

    private List<Submitted> submitted(AssessmentDocument assessment) {
        var ids = assessment.submitted().stream()
                .map(position -> Submitted.id(assessment.id(), position))
                .toList();
        return documents.find(Submitted.class, ids).stream()
                .sorted(comparingLong(Submitted::position))
                .toList();
    }

    private List<WeakItem> weakItems(AssessmentDocument assessment) {
        var submission = assessment.submission();
        return documents
                .find(FrameworkDocument.class, FrameworkDocument.id(submission.framework(), submission.version()))
                .map(published -> WeakItems.of(
                        published.framework(),
                        submission,
                        documents
                                .find(
                                        PledgeSetDocument.class,
                                        PledgeSetDocument.id(assessment.partner(), assessment.cycle()))
                                .orElse(null)))
                .orElse(List.of());
    }

    /** Compares with what was the last when this was submitted: what is submitted later changes no comparison. */
    private @Nullable ScoreChange change(AssessmentDocument assessment) {
        return documents
                .find(PartnerDocument.class, assessment.partner())
                .flatMap(partner -> partner.score(assessment.cycle()))
                .map(CycleScore::last)
                .flatMap(last -> documents
                        .find(Submitted.class, submissionId(assessment.partner(), last))
                        .map(then -> Comparison.of(last, then, assessment.submission(), assessment.score())))
                .orElse(null);
    }

    private static String submissionId(String partner, Earlier earlier) {
        return Submitted.id(AssessmentDocument.id(partner, earlier.cycle()), earlier.position());
    }

    private AssessmentView view(
            AssessmentDocument assessment,
            List<Submitted> submitted,
            List<WeakItem> weakItems,
            @Nullable ScoreChange change) {
        var submission = assessment.submission();
        var latest = submitted.get(submitted.size() - 1);
        var references = new References(
                documents,
                submission.tables().stream().map(UsageTable::reference).toList());
        return new AssessmentView(
                assessment.id(),
                assessment.board(),
                assessment.partner(),
                assessment.cycle(),
                submission.framework(),
                submission.version(),
                submission.answers(),
                submission.data(),
                submission.tables().stream()
                        .map(table -> references.beside(table.reference()).view(table))
                        .toList(),
                submission.userFeedback(),
                submission.staffFeedback(),
                assessment.score(),
                statedTotal(submission, assessment.score()),
                weakItems,
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
                submission.tables(),
                submission.userFeedback(),
                submission.staffFeedback(),
                submitted.score(),
                statedTotal(submission, submitted.score()),
                submitted.recordedAt(),
                submitted.saidOn(),
                submitted.actor(),
                submitted.reason());
    }

    private static @Nullable StatedTotal statedTotal(Submission submission, Score score) {
        var stated = submission.statedTotal();
        return stated == null
                ? null
                : new StatedTotal(
                        stated, score.overall(), score.overall() != null && stated.compareTo(score.overall()) == 0);
    }
}
