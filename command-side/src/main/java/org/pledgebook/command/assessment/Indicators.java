package org.pledgebook.command.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.NotWorkable;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.Item;

/** Works the items with a formula out of the counts that were answered, or says why that cannot be done. */
final class Indicators {

    /** Decimals of an indicator, as many as a {@link org.pledgebook.shared.Figure} may have. */
    private static final int DECIMALS = 6;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Indicators() {}

    /** One for each item with a formula, in the framework's order. */
    static List<Indicator> workOut(Framework framework, Map<String, Answer> answers) {
        return framework.items().flatMap(item -> indicator(item, answers)).toList();
    }

    private static Stream<Indicator> indicator(Item item, Map<String, Answer> answers) {
        return item.formula() == null ? Stream.empty() : Stream.of(indicator(item.id(), item.formula(), answers));
    }

    private static Indicator indicator(String item, Formula formula, Map<String, Answer> answers) {
        var part = count(formula.part(), answers);
        var whole = count(formula.whole(), answers);
        if (part == null || whole == null) {
            return none(item, NotWorkable.COUNT_MISSING);
        }
        if (formula.method() == FormulaMethod.SHARE) {
            return whole.signum() == 0
                    ? none(item, NotWorkable.NOBODY_TO_COMPARE)
                    : new Indicator(item, quotient(part.multiply(HUNDRED), whole), null);
        }
        var comparedPart = count(formula.comparedPart(), answers);
        var comparedWhole = count(formula.comparedWhole(), answers);
        if (comparedPart == null || comparedWhole == null) {
            return none(item, NotWorkable.COUNT_MISSING);
        }
        // One division, so that a value is rounded once.
        var crossed = part.multiply(comparedWhole);
        var comparedCrossed = comparedPart.multiply(whole);
        var numerator = formula.method() == FormulaMethod.RELATIVE_LIKELIHOOD
                ? crossed
                : crossed.subtract(comparedCrossed).multiply(HUNDRED);
        var denominator =
                formula.method() == FormulaMethod.RELATIVE_LIKELIHOOD ? comparedCrossed : whole.multiply(comparedWhole);
        return whole.signum() == 0 || comparedWhole.signum() == 0 || denominator.signum() == 0
                ? none(item, NotWorkable.NOBODY_TO_COMPARE)
                : new Indicator(item, quotient(numerator, denominator), null);
    }

    private static @Nullable BigDecimal count(@Nullable String item, Map<String, Answer> answers) {
        var answer = item == null ? null : answers.get(item);
        return answer == null ? null : answer.value();
    }

    private static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
    }

    private static Indicator none(String item, NotWorkable why) {
        return new Indicator(item, null, why);
    }
}
