package org.pledgebook.query.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.assessment.AssessmentView.ItemChange;
import org.pledgebook.query.assessment.AssessmentView.Move;
import org.pledgebook.query.partner.PartnerDocument.Earlier;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.NotWorkable;
import org.pledgebook.shared.assessment.Submission;

class ComparisonTest {

    private static final Instant THEN = Instant.parse("2022-02-01T10:00:00Z");

    @Test
    void givenItemOfTwoVersions_whenItKeptItsId_thenItIsHeldBesideItself() {
        assertThat(compared(List.of(rated("1a", "1", "A survey")), List.of(rated("1a", "2.5", null))))
                .containsExactly(change("1a", Move.CHANGED, "1", "2.5", "1.5"));
        assertThat(compared(List.of(rated("1a", "1", "A survey")), List.of(rated("1a", "1.0", "Another"))))
                .as("the same mark on other evidence")
                .containsExactly(change("1a", Move.SAME, "1", "1", "0"));
    }

    @Test
    void givenItemsThatOnlyOneOfThemAnswers_whenCompared_thenTheyAppearInTheirOrderOrAreGoneAtTheEnd() {
        assertThat(compared(
                        List.of(rated("old", "1", null), rated("kept", "2", null)),
                        List.of(rated("new", "3", null), rated("kept", "2", null))))
                .containsExactly(
                        change("new", Move.APPEARED, null, "3", null),
                        change("kept", Move.SAME, "2", "2", "0"),
                        change("old", Move.GONE, "1", null, null));
    }

    @Test
    void givenChoicesAndText_whenCompared_thenTheyChangedOrNotWithoutAFigure() {
        assertThat(compared(
                        List.of(chosen("doors", "1", "4"), written("story", "Two.")),
                        List.of(chosen("doors", "4", "1"), written("story", "Three."))))
                .containsExactly(
                        change("doors", Move.SAME, null, null, null), change("story", Move.CHANGED, null, null, null));
    }

    @Test
    void givenItemThatNoLongerApplies_whenCompared_thenItChangedAndHasNoFigureNow() {
        assertThat(compared(List.of(rated("1a", "2", null)), List.of(notApplicable("1a"))))
                .containsExactly(change("1a", Move.CHANGED, "2", null, null));
    }

    @Test
    void givenIndicators_whenCompared_thenTheyMoveLikeAnswers() {
        var changes = Comparison.of(
                        last(), then(List.of(), indicator("3.2", null)), submission(List.of()), indicator("2.2", null))
                .items();
        assertThat(changes).containsExactly(change("likelihood", Move.CHANGED, "3.2", "2.2", "-1"));

        var noLonger = Comparison.of(
                        last(),
                        then(List.of(), indicator("3.2", null)),
                        submission(List.of()),
                        indicator(null, NotWorkable.COUNT_MISSING))
                .items();
        assertThat(noLonger).containsExactly(change("likelihood", Move.CHANGED, "3.2", null, null));
    }

    private static List<ItemChange> compared(List<Answer> then, List<Answer> now) {
        var nothing = new Score(null, null, null, List.of(), List.of());
        return Comparison.of(last(), then(then, nothing), submission(now), nothing)
                .items();
    }

    private static Earlier last() {
        return new Earlier("2022", 1, new Score(null, null, null, List.of(), List.of()), THEN, 7);
    }

    private static Submitted then(List<Answer> answers, Score score) {
        return new Submitted("a/2022/7", 7, "a", submission(answers), score, THEN, null, "p-editor", null);
    }

    private static Submission submission(List<Answer> answers) {
        return new Submission("starter", 1, answers, null, null, null, null, List.of());
    }

    private static Score indicator(@Nullable String value, @Nullable NotWorkable why) {
        return new Score(null, null, null, List.of(), List.of(new Indicator("likelihood", numberOrNull(value), why)));
    }

    private static Answer rated(String item, String rating, @Nullable String evidence) {
        return new Answer(item, new BigDecimal(rating), null, null, null, null, evidence);
    }

    private static Answer chosen(String item, String one, String other) {
        return new Answer(item, null, List.of(new BigDecimal(one), new BigDecimal(other)), null, null, null, null);
    }

    private static Answer written(String item, String text) {
        return new Answer(item, null, null, null, text, null, null);
    }

    private static Answer notApplicable(String item) {
        return new Answer(item, null, null, null, null, "We have none.", null);
    }

    private static ItemChange change(
            String item, Move move, @Nullable String from, @Nullable String to, @Nullable String by) {
        return new ItemChange(item, move, numberOrNull(from), numberOrNull(to), numberOrNull(by));
    }

    private static @Nullable BigDecimal numberOrNull(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }
}
