package org.pledgebook.web.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.web.page.Say;

/** Answers as people read them. */
final class AnswerWords {

    /** More marks than this are typed, not chosen. */
    private static final int MOST_MARKS = 30;

    private final Say say;

    AnswerWords(Say say) {
        this.say = say;
    }

    /**
     * A mark that can be given.
     *
     * @param value as the form sends it
     * @param words what it is called; a mark between two others is called by both
     */
    record Option(String value, String words) {}

    /** The marks of an ordinal item, those between two values of its scale among them; none where they are too many. */
    List<Option> options(Item item) {
        var options = new ArrayList<Option>();
        var step = item.step();
        var scale = item.scale();
        for (var i = 0; i < scale.size(); i++) {
            var mark = scale.get(i);
            options.add(option(mark.value(), named(mark)));
            if (step == null || i == scale.size() - 1 || step.signum() <= 0) {
                continue;
            }
            var next = scale.get(i + 1);
            for (var at = mark.value().add(step);
                    at.compareTo(next.value()) < 0 && options.size() <= MOST_MARKS;
                    at = at.add(step)) {
                options.add(option(at, between(at, mark, next)));
            }
        }
        return options.size() > MOST_MARKS ? List.of() : options;
    }

    /** What was answered; empty where nothing was. */
    String of(Item item, @Nullable Answer answer) {
        if (answer == null) {
            return "";
        }
        if (answer.notApplicable() != null) {
            return say.text("assessment.not-applicable", answer.notApplicable());
        }
        if (answer.rating() != null) {
            return mark(item, answer.rating());
        }
        if (answer.choices() != null) {
            return say.listed(
                    answer.choices().stream().map(choice -> mark(item, choice)).toList());
        }
        if (answer.value() != null) {
            return figure(item, answer.value());
        }
        return answer.text() == null ? "" : answer.text();
    }

    /** A figure of an item in its own terms: a mark by its name, a percentage with its sign. */
    String figure(Item item, @Nullable BigDecimal figure) {
        if (figure == null) {
            return "";
        }
        return item.type() == ItemType.ORDINAL
                ? mark(item, figure)
                : say.amount(figure, item.type() == ItemType.PERCENTAGE ? "%" : null);
    }

    private String mark(Item item, BigDecimal value) {
        return options(item).stream()
                .filter(option -> new BigDecimal(option.value()).compareTo(value) == 0)
                .map(Option::words)
                .findFirst()
                .orElseGet(() -> say.number(value));
    }

    private Option option(BigDecimal value, String words) {
        return new Option(value.toPlainString(), words);
    }

    private String named(Mark mark) {
        return say.number(mark.value()) + ", " + mark.label();
    }

    private String between(BigDecimal at, Mark below, Mark above) {
        return say.text("assessment.between", say.number(at), below.label(), above.label());
    }
}
