package org.pledgebook.command.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Band;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.shared.framework.Framework.Method;

/**
 * Makes a score of marks by a framework's method. Only ordinal and multiple-choice answers are marks; an item that is
 * not applicable or not answered leaves both the sum and what the sum could have been.
 */
final class Scoring {

    /** Decimals of a mean, as many as a {@link org.pledgebook.shared.Figure} may have. */
    private static final int DECIMALS = 6;

    private Scoring() {}

    static Score score(Framework framework, Map<String, Answer> answers) {
        var method = framework.score().method();
        var sections = new ArrayList<SectionScore>();
        var all = new ArrayList<Marked>();
        for (var section : framework.sections()) {
            var marked = marked(section.items(), answers);
            all.addAll(marked);
            sections.add(new SectionScore(
                    section.id(), combine(method, marked, Marked::mark), combine(method, marked, Marked::most)));
        }
        var overall = combine(method, all, Marked::mark);
        return new Score(
                overall,
                combine(method, all, Marked::most),
                overall == null ? null : label(framework.score().bands(), overall),
                sections,
                Indicators.workOut(framework, answers));
    }

    private static List<Marked> marked(List<Item> items, Map<String, Answer> answers) {
        var marked = new ArrayList<Marked>();
        for (var item : items) {
            var answer = answers.get(item.id());
            var mark = answer == null ? null : mark(item, answer);
            if (mark != null) {
                marked.add(new Marked(mark, most(item), item.weight() == null ? BigDecimal.ONE : item.weight()));
            }
        }
        return marked;
    }

    private static @Nullable BigDecimal mark(Item item, Answer answer) {
        if (item.type() == ItemType.ORDINAL) {
            return answer.rating();
        }
        if (item.type() == ItemType.CHOICES && answer.choices() != null) {
            return sum(answer.choices());
        }
        return null;
    }

    private static BigDecimal most(Item item) {
        var values = item.scale().stream().map(Mark::value).toList();
        return item.type() == ItemType.CHOICES
                ? sum(values.stream().filter(value -> value.signum() > 0).toList())
                : values.get(values.size() - 1);
    }

    private static @Nullable BigDecimal combine(Method method, List<Marked> marked, Function<Marked, BigDecimal> part) {
        if (marked.isEmpty()) {
            return null;
        }
        return switch (method) {
            case NONE -> null;
            case BANDED_SUM -> Figures.plain(weighted(marked, part));
            case MEAN ->
                Figures.plain(weighted(marked, part)
                        .divide(sum(marked.stream().map(Marked::weight).toList()), DECIMALS, RoundingMode.HALF_UP));
            case LOWEST -> marked.stream().map(part).reduce(BigDecimal::min).orElse(null);
        };
    }

    private static BigDecimal weighted(List<Marked> marked, Function<Marked, BigDecimal> part) {
        return sum(marked.stream()
                .map(one -> part.apply(one).multiply(one.weight()))
                .toList());
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String label(List<Band> bands, BigDecimal overall) {
        @Nullable String label = null;
        for (var band : bands) {
            if (band.from().compareTo(overall) <= 0) {
                label = band.label();
            }
        }
        return label;
    }

    /** An item's mark, the most it could have been, and what both weigh. */
    private record Marked(BigDecimal mark, BigDecimal most, BigDecimal weight) {}
}
