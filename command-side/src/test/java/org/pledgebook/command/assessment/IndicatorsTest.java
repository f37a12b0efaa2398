package org.pledgebook.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.item;
import static org.pledgebook.command.Examples.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgebook.command.Examples;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.NotWorkable;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Method;

class IndicatorsTest {

    private static final Formula SHARE = formula(FormulaMethod.SHARE, null, null);
    private static final Formula LIKELIHOOD = formula(FormulaMethod.RELATIVE_LIKELIHOOD, "c", "d");
    private static final Formula DIFFERENCE = formula(FormulaMethod.SHARE_DIFFERENCE, "c", "d");

    @ParameterizedTest
    @CsvSource({"0, 8, 0", "8, 8, 100", "1, 8, 12.5", "1, 3, 33.333333", "2, 3, 66.666667"})
    void givenShare_whenWorkedOut_thenItIsAPercentageToSixDecimals(String part, String whole, String share) {
        assertThat(workedOut(SHARE, "a", part, "b", whole)).isEqualTo(new Indicator("x", number(share), null));
    }

    /** As The Christie published it: 46.99% of white and 14.65% of BME candidates were appointed. */
    @Test
    void givenAppointmentsOfTwoGroups_whenTheirLikelihoodIsWorkedOut_thenItIsHowManyTimesAsLikely() {
        var likelihood = workedOut(LIKELIHOOD, "a", "4699", "b", "10000", "c", "1465", "d", "10000");

        assertThat(likelihood.value()).isEqualTo(number("3.207509"));
    }

    @Test
    void givenNobodyOfThoseAskedAbout_whenLikelihoodIsWorkedOut_thenItIsZero() {
        assertThat(workedOut(LIKELIHOOD, "a", "0", "b", "5", "c", "1", "d", "5").value())
                .isEqualTo(number("0"));
    }

    /** As KMPT published it: 17% of the board and 21% of the workforce. */
    @Test
    void givenBoardAndWorkforce_whenTheirDifferenceIsWorkedOut_thenItMayBeBelowZero() {
        assertThat(workedOut(DIFFERENCE, "a", "17", "b", "100", "c", "21", "d", "100")
                        .value())
                .isEqualTo(number("-4"));
    }

    @Test
    void givenDifferenceFromNobody_whenWorkedOut_thenAPartOfZeroIsAShareLikeAnyOther() {
        assertThat(workedOut(DIFFERENCE, "a", "1", "b", "4", "c", "0", "d", "9").value())
                .isEqualTo(number("25"));
    }

    @Test
    void givenZeroToDivideBy_whenWorkedOut_thenItSaysThatThereIsNobodyToCompare() {
        var nobody = new Indicator("x", null, NotWorkable.NOBODY_TO_COMPARE);
        assertThat(workedOut(SHARE, "a", "0", "b", "0")).isEqualTo(nobody);
        assertThat(workedOut(LIKELIHOOD, "a", "0", "b", "0", "c", "1", "d", "2"))
                .isEqualTo(nobody);
        assertThat(workedOut(LIKELIHOOD, "a", "1", "b", "2", "c", "0", "d", "2"))
                .isEqualTo(nobody);
        assertThat(workedOut(LIKELIHOOD, "a", "1", "b", "2", "c", "0", "d", "0"))
                .isEqualTo(nobody);
        assertThat(workedOut(DIFFERENCE, "a", "1", "b", "2", "c", "0", "d", "0"))
                .isEqualTo(nobody);
        assertThat(workedOut(DIFFERENCE, "a", "0", "b", "0", "c", "1", "d", "2"))
                .isEqualTo(nobody);
    }

    @Test
    void givenCountNotGivenOrNotApplicable_whenWorkedOut_thenItSaysThatItIsMissing() {
        var missing = new Indicator("x", null, NotWorkable.COUNT_MISSING);
        assertThat(workedOut(SHARE, "a", "1")).isEqualTo(missing);
        assertThat(workedOut(SHARE, "b", "1")).isEqualTo(missing);
        assertThat(workedOut(LIKELIHOOD, "a", "1", "b", "2", "c", "1")).isEqualTo(missing);
        assertThat(workedOut(DIFFERENCE, "a", "1", "b", "2", "d", "1")).isEqualTo(missing);
        var answers = counts("a", "1");
        answers.put("b", new Answer("b", null, null, null, null, "We employ nobody.", null));
        assertThat(Indicators.workOut(framework(SHARE), answers)).containsExactly(missing);
    }

    @Test
    void givenItemsThatAreAnswered_whenWorkedOut_thenTheyAreNotAmongTheIndicators() {
        var framework = Examples.framework(
                new Framework.Score(Method.NONE, List.of()),
                item("a", ItemType.NUMBER),
                item("b", ItemType.PERCENTAGE));

        assertThat(Indicators.workOut(framework, counts("a", "1", "b", "2"))).isEmpty();
    }

    @Test
    void givenTheLargestFigures_whenWorkedOut_thenTheyAreStillExact() {
        var most = "999999999999999.999999";
        assertThat(workedOut(LIKELIHOOD, "a", most, "b", most, "c", most, "d", most)
                        .value())
                .isEqualTo(number("1"));
    }

    private static Indicator workedOut(Formula formula, String... counts) {
        return Indicators.workOut(framework(formula), counts(counts)).get(0);
    }

    private static Framework framework(Formula formula) {
        return Examples.framework(
                new Framework.Score(Method.NONE, List.of()),
                with(item("x", ItemType.PERCENTAGE), "formula", formula),
                item("a", ItemType.NUMBER));
    }

    private static Formula formula(
            FormulaMethod method, @Nullable String comparedPart, @Nullable String comparedWhole) {
        return new Formula(method, "a", "b", comparedPart, comparedWhole, "Ours");
    }

    private static Map<String, Answer> counts(String... pairs) {
        var answers = new HashMap<String, Answer>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], new Answer(pairs[i], null, null, number(pairs[i + 1]), null, null, null));
        }
        return answers;
    }
}
