package org.pledgebook.query.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.NotWorkable;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;

class AssessmentFoldTest {

    private final Given given = Given.board()
            .partner("a")
            .said(new AssessmentSubmitted(
                    Given.BOARD, "a", Given.CYCLE, submission("1", "Our data."), score("1"), null));

    @Test
    void givenAnAssessment_whenSubmitted_thenTheTimelineSaysWhatItCameTo() {
        assertThat(given.last(AuditEntry.class).words())
                .isEqualTo("Submitted the self-assessment for 2023, by starter version 1: 1 of 3, “Developing”.");
        assertThat(given.folded().get(PartnerDocument.class, "a").scores()).hasSize(1);
        assertThat(given.folded().get(PartnerDocument.class, "a").version()).isEqualTo(1);
    }

    @Test
    void givenAnAssessment_whenSubmittedAgain_thenTheEarlierStaysAndTheWordsSayWhatChangedAndWhy() {
        given.said(new AssessmentResubmitted(
                Given.BOARD, "a", Given.CYCLE, submission("2.5", null), score("2.5"), "We asked staff.", null));

        var assessment = given.folded().get(AssessmentDocument.class, AssessmentDocument.id("a", Given.CYCLE));
        var entry = given.last(AuditEntry.class);

        assertThat(assessment.score().overall()).isEqualTo(new BigDecimal("2.5"));
        assertThat(assessment.submitted())
                .map(position -> given.folded().get(Submitted.class, Submitted.id("a/2023", position)))
                .extracting(submitted -> submitted.score().overall())
                .containsExactly(new BigDecimal("1"), new BigDecimal("2.5"));
        assertThat(entry.words())
                .isEqualTo("Submitted the self-assessment for 2023 again, by starter version 1: 2.5 of 3, “Developing”."
                        + " Changed: overall score from 1 of 3, “Developing” to 2.5 of 3, “Developing”; score of section"
                        + " one from 1 to 2.5; 2 statements.");
        assertThat(entry.changes())
                .contains(
                        new Change(
                                "answer to 1a", "1, on the evidence “A survey.”", "2.5, on the evidence “A survey.”"),
                        new Change("data", "Our data.", null));
        assertThat(entry.reason()).isEqualTo("We asked staff.");
    }

    @Test
    void givenStatedTotalThatTheAnswersDoNotComeTo_whenSubmitted_thenTheTimelineShowsBothFigures() {
        given.said(new AssessmentSubmitted(Given.BOARD, "a", Given.SILENT, stating("3"), score("2.5"), null));

        assertThat(given.last(AuditEntry.class).words())
                .isEqualTo("Submitted the self-assessment for 2022, by starter version 1: 2.5 of 3, “Developing”; the"
                        + " partner itself states a total of 3, which its answers do not come to.");
    }

    @Test
    void givenStatedTotalThatAgreesOnceSpelledAlike_whenSubmittedAgain_thenItIsAStatementThatChanged() {
        given.said(new AssessmentResubmitted(
                Given.BOARD, "a", Given.CYCLE, stating("1.0"), score("1"), "We had left it out.", null));

        var entry = given.last(AuditEntry.class);
        assertThat(entry.words())
                .isEqualTo("Submitted the self-assessment for 2023 again, by starter version 1: 1 of 3, “Developing”."
                        + " Changed: 1 statement.");
        assertThat(entry.changes()).containsExactly(new Change("stated total", null, "1"));
    }

    @Test
    void givenIndicators_whenSubmittedAgain_thenTheirChangesAreToldAlsoWhereOneIsNotWorkable() {
        var likelihood = new Indicator("likelihood", new BigDecimal("3.2"), null);
        var gone = new Indicator("gone", new BigDecimal("50"), null);
        given.said(resubmitted(List.of(likelihood, gone)))
                .said(resubmitted(List.of(new Indicator("likelihood", null, NotWorkable.COUNT_MISSING))));

        assertThat(given.last(AuditEntry.class).changes())
                .containsExactly(
                        new Change("indicator likelihood", "3.2", "not workable"),
                        new Change("indicator gone", "50", null));
    }

    private static AssessmentResubmitted resubmitted(List<Indicator> indicators) {
        var one = score("1");
        return new AssessmentResubmitted(
                Given.BOARD,
                "a",
                Given.CYCLE,
                submission("1", "Our data."),
                new Score(one.overall(), one.maximum(), one.label(), one.sections(), indicators),
                "We counted again.",
                null);
    }

    private static Submission stating(String total) {
        var plain = submission("1", "Our data.");
        return new Submission(
                plain.framework(),
                plain.version(),
                plain.answers(),
                plain.data(),
                plain.userFeedback(),
                plain.staffFeedback(),
                new BigDecimal(total),
                List.of());
    }

    private static Submission submission(String mark, @Nullable String data) {
        return new Submission(
                "starter",
                1,
                List.of(
                        new Answer("1a", new BigDecimal(mark), null, null, null, null, "A survey."),
                        new Answer("1b", null, null, null, null, "It does not concern us.", null)),
                data,
                null,
                null,
                null,
                List.of());
    }

    private static Score score(String overall) {
        return new Score(
                new BigDecimal(overall),
                new BigDecimal("3"),
                "Developing",
                List.of(new SectionScore("one", new BigDecimal(overall), new BigDecimal("3"))),
                List.of());
    }
}
