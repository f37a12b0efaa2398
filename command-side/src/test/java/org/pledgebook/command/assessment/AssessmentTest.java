package org.pledgebook.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.EDS;
import static org.pledgebook.command.Examples.FRAMEWORK_PUBLISHED;
import static org.pledgebook.command.Examples.ORDINAL;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.PARTNER_LEFT;
import static org.pledgebook.command.Examples.RATED;
import static org.pledgebook.command.Examples.SUBMISSION;
import static org.pledgebook.command.Examples.SUBMIT_ASSESSMENT;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.item;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.command.Book.Outcome;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.FrameworkPublished;

class AssessmentTest {

    private static final Score SCORE = new Score(
            number("1.5"),
            number("3"),
            "Undeveloped",
            List.of(new SectionScore("services", number("1.5"), number("3"))),
            List.of());
    private static final AssessmentSubmitted SUBMITTED =
            new AssessmentSubmitted(BOARD, PARTNER, CYCLE, SUBMISSION, SCORE, null);

    private final Book book =
            Book.of(Assessment.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, FRAMEWORK_PUBLISHED);

    @Test
    void givenPublishedFramework_whenPartnerAssessesItself_thenAnswersAndScoreAreRecorded() {
        book.when(SUBMIT_ASSESSMENT).then(SUBMITTED).answers("healthwatch/2023", 1);
    }

    @Test
    void givenAnotherDay_whenItWasSaid_thenThatIsKept() {
        book.when(with(SUBMIT_ASSESSMENT, "saidOn", day("2023-02-28")))
                .then(with(SUBMITTED, "saidOn", day("2023-02-28")));
    }

    @Test
    void givenTomorrow_whenItWasSaid_thenNothingWasSaidInTheFuture() {
        book.when(with(SUBMIT_ASSESSMENT, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
    }

    @Test
    void givenNoSuchPartnerOrCycle_whenSubmitted_thenItIsUnknown() {
        book.when(with(SUBMIT_ASSESSMENT, "partner", "nobody")).refused("not-found", 404);
        book.when(with(SUBMIT_ASSESSMENT, "cycle", "2019")).refused("not-found", 404);
    }

    @Test
    void givenClosedCycle_whenSubmitted_thenItTakesNoMoreStatements() {
        book.given(CYCLE_CLOSED).when(SUBMIT_ASSESSMENT).refused("cycle-closed", 409);
    }

    @Test
    void givenPartnerThatLeft_whenSubmitted_thenItMakesNoMoreStatements() {
        book.given(PARTNER_LEFT).when(SUBMIT_ASSESSMENT).refused("partner-has-left", 409);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, Integer.MAX_VALUE})
    void givenUnpublishedVersion_whenSubmitted_thenFrameworkIsUnknown(int version) {
        book.when(with(SUBMIT_ASSESSMENT, "submission", with(SUBMISSION, "version", version)))
                .refused("unknown-framework", 422, "/framework");
    }

    @Test
    void givenFirstVersionAnswered_whenSecondIsPublished_thenTheFirstCanStillBeAnswered() {
        book.given(new FrameworkPublished(with(with(EDS, "version", 2), "sections", List.of())));
        book.when(SUBMIT_ASSESSMENT).then(SUBMITTED);
    }

    @Test
    void givenAssessment_whenResubmittedWithReason_thenAnotherIsRecordedBesideIt() {
        book.given(SUBMITTED)
                .when(with(SUBMIT_ASSESSMENT, "reason", "We had misread it"))
                .then(new AssessmentResubmitted(BOARD, PARTNER, CYCLE, SUBMISSION, SCORE, "We had misread it", null))
                .answers("healthwatch/2023", 2);
    }

    @Test
    void givenAssessment_whenResubmittedWithoutReason_thenReasonIsMissing() {
        book.given(SUBMITTED).when(SUBMIT_ASSESSMENT).refused("reason-missing", 422, "/reason");
    }

    @Test
    void givenNoAssessment_whenSubmittedWithReason_thenThereIsNothingToGiveOneFor() {
        book.when(with(SUBMIT_ASSESSMENT, "reason", "Because")).refused("reason-not-asked-for", 422, "/reason");
    }

    @Test
    void givenOneAnswerOfEachKind_whenSubmitted_thenAllAreTaken() {
        answering(
                        RATED,
                        choosing("1", "4"),
                        valued("staff", "-12.25"),
                        valued("reached", "100"),
                        valued("likelihood", "0"),
                        written("story", "Two groups meet."))
                .answers("healthwatch/2023", 1);
    }

    @Test
    void givenRequiredItem_whenItHasNoAnswer_thenItIsNamedInWords() {
        var refusal = answering().refused("item-unanswered", 422, "/answers");
        assertThat(refusal.detail()).contains("'access'", "People have the access they need");
    }

    @Test
    void givenRequiredItem_whenItIsNotApplicable_thenNoMarkAndNoEvidenceIsNeeded() {
        answering(notApplicable("access", "We have no premises.")).answers("healthwatch/2023", 1);
    }

    @Test
    void givenItemTheFrameworkDoesNotHave_whenAnswered_thenItIsUnknown() {
        answering(RATED, written("1z", "Well.")).refused("unknown-item", 422, "/answers/1/item");
    }

    @Test
    void givenItem_whenAnsweredTwice_thenTheSecondIsNamed() {
        answering(RATED, RATED).refused("answered-twice", 422, "/answers/1/item");
    }

    @Test
    void givenAnswer_whenItIsNothingOrTwoThings_thenItMustBeOne() {
        answering(with(RATED, "rating", null)).refused("answer-not-one", 422, "/answers/0");
        answering(with(RATED, "text", "Well.")).refused("answer-not-one", 422, "/answers/0");
        answering(with(RATED, "notApplicable", "No premises")).refused("answer-not-one", 422, "/answers/0");
    }

    @ParameterizedTest
    @CsvSource({"access, rating", "doors, choices", "staff, value", "reached, value", "likelihood, value", "story, text"
    })
    void givenItemOfOneType_whenAnsweredLikeAnother_thenAnswerIsOfTheWrongKind(String item, String kind) {
        var answers = new HashMap<>(Map.of(
                "rating", with(with(RATED, "item", item), "evidence", null),
                "choices", with(choosing("1"), "item", item),
                "value", valued(item, "1"),
                "text", written(item, "One")));
        answers.remove(kind);
        for (var answer : answers.values()) {
            var given = item.equals("access") ? List.of(with(answer, "evidence", "Audit")) : List.of(RATED, answer);
            var refusal = answering(given).refused("answer-of-wrong-kind", 422, "/answers/" + (given.size() - 1));
            assertThat(refusal.detail()).startsWith("Use the field '" + kind + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "1", "2.5", "3.0", "3"})
    void givenStepOfHalf_whenRatedOnOrBetweenTheMarks_thenItIsTaken(String rating) {
        answering(with(RATED, "rating", number(rating))).answers("healthwatch/2023", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "0.25", "2.999999", "3.5", "999999999999999", "-999999999999999"})
    void givenStepOfHalf_whenRatedElsewhere_thenItIsOffTheScale(String rating) {
        var refusal =
                answering(with(RATED, "rating", number(rating))).refused("rating-off-scale", 422, "/answers/0/rating");
        assertThat(refusal.detail()).contains("0, 1, 2, 3", "steps of 0.5");
    }

    @Test
    void givenSmallestStepOfAll_whenRatedByIt_thenItIsTakenAtOnce() {
        var fine = with(EDS.sections().get(0).items().get(0), "step", number("0.000001"));
        book.given(second(List.of(fine)));
        rating("2.718281").answers("healthwatch/2023", 1);
    }

    @Test
    void givenUnevenMarksAndNoStep_whenRated_thenTheMarksAreTakenAndNothingBetween() {
        book.given(second(List.of(with(with(ORDINAL, "step", null), "scale", scale("1", "2", "5")))));
        rating("2").answers("healthwatch/2023", 1);
        rating("5.0").answers("healthwatch/2023", 1);
        rating("3").refused("rating-off-scale", 422, "/answers/0/rating");
    }

    @Test
    void givenMarkThatNoStepLeadsTo_whenRated_thenItIsTakenAllTheSame() {
        book.given(second(List.of(with(with(ORDINAL, "step", number("2")), "scale", scale("1", "2", "5")))));
        rating("2").answers("healthwatch/2023", 1);
        rating("3").answers("healthwatch/2023", 1);
        rating("4").refused("rating-off-scale", 422, "/answers/0/rating");
    }

    private Outcome rating(String rating) {
        var submission =
                with(with(SUBMISSION, "version", 2), "answers", List.of(with(RATED, "rating", number(rating))));
        return book.when(with(SUBMIT_ASSESSMENT, "submission", submission));
    }

    @Test
    void givenChoices_whenNoneIsChosen_thenThatIsAnAnswerToo() {
        answering(RATED, choosing()).answers("healthwatch/2023", 1);
    }

    @Test
    void givenChoices_whenOneIsUnknownAndOneTwice_thenBothAreNamed() {
        answering(RATED, choosing("1", "3", "1.0"))
                .refused("choice-unknown", 422, "/answers/1/choices/1", "/answers/1/choices/2");
        answering(RATED, choosing("1", "1")).refused("chosen-twice", 422, "/answers/1/choices/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.000001", "100.000001"})
    void givenPercentage_whenOutsideHundred_thenItIsOff(String value) {
        answering(RATED, valued("reached", value)).refused("percentage-wrong", 422, "/answers/1/value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100"})
    void givenPercentage_whenNoneOrAll_thenItIsTaken(String value) {
        answering(RATED, valued("reached", value)).answers("healthwatch/2023", 1);
    }

    @Test
    void givenRatio_whenBelowZero_thenItIsOff() {
        answering(RATED, valued("likelihood", "-0.1")).refused("ratio-wrong", 422, "/answers/1/value");
        answering(RATED, valued("likelihood", "1000")).answers("healthwatch/2023", 1);
    }

    @Test
    void givenMarkThatNeedsEvidence_whenItHasNone_thenEvidenceIsMissing() {
        answering(with(RATED, "evidence", null)).refused("evidence-missing", 422, "/answers/0/evidence");
    }

    @Test
    void givenItemWithoutEvidence_whenItIsGivenSome_thenItTakesNoneAlsoWhenNotApplicable() {
        answering(RATED, with(valued("staff", "8"), "evidence", "Payroll"))
                .refused("evidence-not-asked-for", 422, "/answers/1/evidence");
        answering(RATED, with(notApplicable("staff", "Volunteers only"), "evidence", "Payroll"))
                .refused("evidence-not-asked-for", 422, "/answers/1/evidence");
    }

    @Test
    void givenOptionalEvidence_whenGivenOrNot_thenBothAreTaken() {
        answering(RATED, with(choosing("1"), "evidence", "Photographs")).answers("healthwatch/2023", 1);
        answering(RATED, choosing("1")).answers("healthwatch/2023", 1);
    }

    @Test
    void givenCountsOfAFormula_whenSubmitted_thenWhatTheyComeToIsRecordedWithTheScore() {
        counting("2", "8")
                .then(with(
                        with(SUBMITTED, "submission", counted("2", "8")),
                        "score",
                        with(SCORE, "indicators", List.of(new Indicator("share", number("25"), null)))));
    }

    @Test
    void givenItemThatIsWorkedOut_whenItIsAnswered_thenItIsToBeLeftOut() {
        var refusal = with(counted("2", "8"), "answers", List.of(RATED, valued("share", "25")));
        assertThat(submitting(refusal)
                        .refused("item-worked-out", 422, "/answers/1")
                        .detail())
                .contains("'share'", "'part'", "'whole'");
    }

    @Test
    void givenCountsThatCannotBe_whenSubmitted_thenEachIsNamed() {
        counting("9", "8").refused("part-above-whole", 422, "/answers/1/value");
        counting("-1", "8").refused("count-below-zero", 422, "/answers/1/value");
        counting("-2", "-1").refused("count-below-zero", 422, "/answers/1/value", "/answers/2/value");
        counting("8", "8").answers("healthwatch/2023", 1);
        counting("0", "0").answers("healthwatch/2023", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "7", "-1"})
    void givenStatedTotal_whenItAgreesOrNot_thenItIsKeptBesideTheScoreAndChangesNothing(String total) {
        var submission = with(SUBMISSION, "statedTotal", number(total));
        submitting(submission).then(with(SUBMITTED, "submission", submission));
    }

    private Outcome counting(String part, String whole) {
        return submitting(counted(part, whole));
    }

    /** Answers to version 2, in which a share is worked out of two counts. */
    private static Submission counted(String part, String whole) {
        return with(
                with(SUBMISSION, "version", 2),
                "answers",
                List.of(RATED, valued("part", part), valued("whole", whole)));
    }

    @Test
    void givenLikelihoodOfTwoGroups_whenThoseComparedWithAreMoreThanTheirWhole_thenTheyAreNamedToo() {
        var likelihood = with(
                item("times", ItemType.RATIO),
                "formula",
                new Formula(FormulaMethod.RELATIVE_LIKELIHOOD, "part", "whole", "other", "others", "Ours"));
        var items = Stream.concat(
                        Stream.of(ORDINAL, likelihood),
                        Stream.of("part", "whole", "other", "others").map(id -> item(id, ItemType.NUMBER)))
                .toList();
        book.given(second(items));
        var answers = List.of(RATED, valued("part", "1"), valued("whole", "2"), valued("other", "4"));

        var counted = with(SUBMISSION, "version", 2);
        book.when(with(SUBMIT_ASSESSMENT, "submission", with(counted, "answers", and(answers, valued("others", "3")))))
                .refused("part-above-whole", 422, "/answers/3/value");
        book.when(with(SUBMIT_ASSESSMENT, "submission", with(counted, "answers", and(answers, valued("others", "4")))))
                .answers("healthwatch/2023", 1);
    }

    private static List<Answer> and(List<Answer> answers, Answer more) {
        return Stream.concat(answers.stream(), Stream.of(more)).toList();
    }

    private Outcome submitting(Submission submission) {
        var share = with(
                item("share", ItemType.PERCENTAGE),
                "formula",
                new Formula(FormulaMethod.SHARE, "part", "whole", null, null, "Ours"));
        var items = List.of(ORDINAL, item("part", ItemType.NUMBER), item("whole", ItemType.NUMBER), share);
        return Book.of(Assessment.class)
                .given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, FRAMEWORK_PUBLISHED)
                .given(second(items))
                .when(with(SUBMIT_ASSESSMENT, "submission", submission));
    }

    /** Version 2 of the framework, with these items alone. */
    private static FrameworkPublished second(List<Item> items) {
        return new FrameworkPublished(with(
                with(EDS, "version", 2), "sections", List.of(with(EDS.sections().get(0), "items", items))));
    }

    @Test
    void givenSeveralFaults_whenSubmitted_thenAllAreNamedAtOnce() {
        var submission = with(SUBMISSION, "answers", List.of(valued("reached", "101"), written("1z", "Well.")));
        book.when(with(with(SUBMIT_ASSESSMENT, "submission", submission), "saidOn", day("2024-01-01")))
                .refused("said-in-the-future", 422, "/saidOn", "/answers/0/value", "/answers/1/item", "/answers");
    }

    private Outcome answering(Answer... answers) {
        return answering(List.of(answers));
    }

    private Outcome answering(List<Answer> answers) {
        return book.when(with(SUBMIT_ASSESSMENT, "submission", with(SUBMISSION, "answers", answers)));
    }

    private static Answer choosing(String... choices) {
        var values = new ArrayList<BigDecimal>();
        Stream.of(choices).map(BigDecimal::new).forEach(values::add);
        return answer("doors", null, values, null, null, null);
    }

    private static Answer valued(String item, String value) {
        return answer(item, null, null, number(value), null, null);
    }

    private static Answer written(String item, String text) {
        return answer(item, null, null, null, text, null);
    }

    private static Answer notApplicable(String item, String why) {
        return answer(item, null, null, null, null, why);
    }

    private static Answer answer(
            String item,
            @Nullable BigDecimal rating,
            @Nullable List<BigDecimal> choices,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable String notApplicable) {
        return new Answer(item, rating, choices, value, text, notApplicable, null);
    }
}
