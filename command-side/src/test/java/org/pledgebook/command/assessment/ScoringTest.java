package org.pledgebook.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.CHOICES;
import static org.pledgebook.command.Examples.FRAMEWORK;
import static org.pledgebook.command.Examples.ORDINAL;
import static org.pledgebook.command.Examples.item;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.scale;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Band;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.Framework.Section;

class ScoringTest {

    /** The bounds of the Equality Delivery System, for eleven outcomes from 0 to 3. */
    private static final List<Band> EDS_BANDS = List.of(
            new Band(number("0"), "Undeveloped"),
            new Band(number("8"), "Developing"),
            new Band(number("22"), "Achieving"),
            new Band(number("33"), "Excelling"));

    @ParameterizedTest
    @CsvSource({
        "0, Undeveloped",
        "7.5, Undeveloped",
        "8, Developing",
        "21.5, Developing",
        "22, Achieving",
        "32.5, Achieving",
        "33, Excelling"
    })
    void givenElevenOutcomes_whenSummed_thenNoScoreFallsBetweenTheBands(String sum, String label) {
        var items = IntStream.range(0, 11).mapToObj(n -> mark("o" + n)).toArray(Item[]::new);
        var left = number(sum);
        var answers = new HashMap<String, Answer>();
        for (var item : items) {
            var rating = left.min(number("3"));
            left = left.subtract(rating);
            answers.putAll(rated(item.id(), rating.toPlainString()));
        }
        var score = Scoring.score(framework(Method.BANDED_SUM, EDS_BANDS, section("one", items)), answers);
        assertThat(score.overall()).isEqualTo(number(sum));
        assertThat(score.maximum()).isEqualTo(number("33"));
        assertThat(score.label()).isEqualTo(label);
    }

    @Test
    void givenWeights_whenSummed_thenMarksAndMaximumAreMultiplied() {
        var score = sum(rated("a", "1.5", "b", "2"), with(mark("a"), "weight", number("2")), mark("b"));
        assertThat(score.overall()).isEqualTo(number("5"));
        assertThat(score.maximum()).isEqualTo(number("9"));
    }

    @Test
    void givenItemThatDoesNotApply_whenSummed_thenItLeavesTheSumAndItsMaximum() {
        var answers = rated("a", "2");
        answers.put("b", new Answer("b", null, null, null, null, "No premises", null));
        var score = sum(answers, mark("a"), mark("b"));
        assertThat(score.overall()).isEqualTo(number("2"));
        assertThat(score.maximum()).isEqualTo(number("3"));
    }

    @Test
    void givenOptionalItemWithoutAnswer_whenSummed_thenItLeavesTheSumAndItsMaximum() {
        assertThat(sum(rated("a", "2"), mark("a"), mark("b")).maximum()).isEqualTo(number("3"));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void givenNothingThatApplies_whenScored_thenThereIsNoScoreAndNoBand(Method method) {
        var framework = framework(method, EDS_BANDS, section("one", mark("a")));
        assertThat(Scoring.score(framework, Map.of()))
                .isEqualTo(new Score(null, null, null, List.of(new SectionScore("one", null, null)), List.of()));
    }

    @Test
    void givenChoices_whenSummed_thenChosenValuesCountAndTheMaximumIsAllAboveZero() {
        var choices = with(CHOICES, "scale", scale("-1", "2", "4"));
        var score = sum(Map.of("doors", chosen("-1", "4")), choices);
        assertThat(score.overall()).isEqualTo(number("3"));
        assertThat(score.maximum()).isEqualTo(number("6"));
        assertThat(sum(Map.of("doors", chosen()), choices).overall()).isEqualTo(number("0"));
    }

    @Test
    void givenItemsWithoutMark_whenSummed_thenTheyDoNotCount() {
        var answers = rated("a", "2");
        answers.put("staff", new Answer("staff", null, null, number("80"), null, null, null));
        assertThat(sum(answers, mark("a"), item("staff", ItemType.NUMBER)).overall())
                .isEqualTo(number("2"));
    }

    @Test
    void givenSections_whenSummed_thenEachHasItsPartInTheFrameworksOrder() {
        var framework = framework(
                Method.BANDED_SUM,
                EDS_BANDS,
                section("two", mark("b"), mark("c")),
                section("one", mark("a")),
                section("words", item("story", ItemType.NARRATIVE)));
        assertThat(Scoring.score(framework, rated("a", "3", "b", "0.5", "c", "1"))
                        .sections())
                .containsExactly(
                        new SectionScore("two", number("1.5"), number("6")),
                        new SectionScore("one", number("3"), number("3")),
                        new SectionScore("words", null, null));
    }

    @Test
    void givenMean_whenScored_thenItIsWeightedAndOverMarksNotOverSections() {
        var framework = framework(
                Method.MEAN,
                List.of(),
                section("one", with(mark("a"), "weight", number("2")), mark("b")),
                section("two", mark("c")));
        var score = Scoring.score(framework, rated("a", "3", "b", "1.5", "c", "0"));
        assertThat(score)
                .isEqualTo(new Score(
                        number("1.875"),
                        number("3"),
                        null,
                        List.of(
                                new SectionScore("one", number("2.5"), number("3")),
                                new SectionScore("two", number("0"), number("3"))),
                        List.of()));
    }

    @Test
    void givenMeanThatDoesNotEnd_whenScored_thenItIsRoundedToSixDecimals() {
        var framework = framework(Method.MEAN, List.of(), section("one", mark("a"), mark("b"), mark("c")));
        assertThat(Scoring.score(framework, rated("a", "2", "b", "0", "c", "0")).overall())
                .isEqualTo(number("0.666667"));
    }

    @Test
    void givenLowest_whenScored_thenTheLowestMarkRulesWhateverItsWeight() {
        var bands = List.of(new Band(number("0"), "Developing"), new Band(number("1"), "Achieving"));
        var framework = framework(
                Method.LOWEST,
                bands,
                section("one", with(mark("a"), "weight", number("5")), mark("b")),
                section("two", mark("c")));
        assertThat(Scoring.score(framework, rated("a", "0.5", "b", "3", "c", "2")))
                .isEqualTo(new Score(
                        number("0.5"),
                        number("3"),
                        "Developing",
                        List.of(
                                new SectionScore("one", number("0.5"), number("3")),
                                new SectionScore("two", number("2"), number("3"))),
                        List.of()));
    }

    @Test
    void givenNoMethod_whenScored_thenMarksStandAlone() {
        var framework = framework(Method.NONE, List.of(), section("one", mark("a")));
        assertThat(Scoring.score(framework, rated("a", "3")))
                .isEqualTo(new Score(null, null, null, List.of(new SectionScore("one", null, null)), List.of()));
    }

    private static Score sum(Map<String, Answer> answers, Item... items) {
        return Scoring.score(framework(Method.BANDED_SUM, EDS_BANDS, section("one", items)), answers);
    }

    private static Item mark(String id) {
        return with(ORDINAL, "id", id);
    }

    private static Section section(String id, Item... items) {
        return new Section(id, "Section", List.of(items));
    }

    private static Framework framework(Method method, List<Band> bands, Section... sections) {
        return new Framework(
                FRAMEWORK, 1, "Framework", "Our own words", List.of(sections), new Framework.Score(method, bands));
    }

    /** Ratings, as pairs of an item's id and its mark. */
    private static Map<String, Answer> rated(String... pairs) {
        var answers = new HashMap<String, Answer>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], new Answer(pairs[i], number(pairs[i + 1]), null, null, null, null, null));
        }
        return answers;
    }

    private static Answer chosen(String... values) {
        return new Answer("doors", null, Stream.of(values).map(BigDecimal::new).toList(), null, null, null, null);
    }
}
