package org.pledgebook.command.assessment;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Faults;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;

/** Whether answers fit the questionnaire they answer. */
final class AnswerRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Faults faults;

    private AnswerRules(Faults faults) {
        this.faults = faults;
    }

    /** The answers by item, with every fault they have put into {@code faults}. */
    static Map<String, Answer> check(Framework framework, List<Answer> answers, Faults faults) {
        var rules = new AnswerRules(faults);
        var items = framework.items().collect(Collectors.toMap(Item::id, item -> item));
        var byItem = new LinkedHashMap<String, Answer>();
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var at = "/answers/" + i;
            var item = items.get(answer.item());
            if (item == null) {
                faults.add(
                        "unknown-item",
                        "The framework has no such item",
                        at + "/item",
                        "Version %d of '%s' has no item '%s'."
                                .formatted(framework.version(), framework.id(), answer.item()));
            } else if (byItem.put(answer.item(), answer) != null) {
                faults.add("answered-twice", "An item is answered twice", at + "/item", "Answer each item once.");
            } else {
                rules.checkAnswer(item, answer, at);
            }
        }
        rules.checkRequired(framework, byItem.keySet());
        rules.checkCounts(framework, byItem, answers);
        return byItem;
    }

    /** What a percentage or likelihood is worked out of counts people: a part is not below zero, nor above its whole. */
    private void checkCounts(Framework framework, Map<String, Answer> byItem, List<Answer> answers) {
        var below = new HashSet<String>();
        var above = new HashSet<String>();
        framework.items().map(Item::formula).filter(Objects::nonNull).forEach(formula -> {
            checkCounts(formula.part(), formula.whole(), byItem, below, above);
            if (formula.comparedPart() != null && formula.comparedWhole() != null) {
                checkCounts(formula.comparedPart(), formula.comparedWhole(), byItem, below, above);
            }
        });
        for (int i = 0; i < answers.size(); i++) {
            var item = answers.get(i).item();
            if (below.contains(item)) {
                faults.add(
                        "count-below-zero",
                        "A count is below zero",
                        "/answers/" + i + "/value",
                        "Give a number not below 0: something is worked out of it.");
            } else if (above.contains(item)) {
                faults.add(
                        "part-above-whole",
                        "A part is larger than its whole",
                        "/answers/" + i + "/value",
                        "Give a number not above the one it is a part of.");
            }
        }
    }

    private static void checkCounts(
            String part, String whole, Map<String, Answer> byItem, Set<String> below, Set<String> above) {
        var counted = value(byItem.get(part));
        var all = value(byItem.get(whole));
        if (counted != null && counted.signum() < 0) {
            below.add(part);
        }
        if (all != null && all.signum() < 0) {
            below.add(whole);
        }
        if (counted != null && all != null && counted.compareTo(all) > 0) {
            above.add(part);
        }
    }

    private static @Nullable BigDecimal value(@Nullable Answer answer) {
        return answer == null ? null : answer.value();
    }

    private void checkRequired(Framework framework, Set<String> answered) {
        framework
                .items()
                .filter(item -> item.required() && !answered.contains(item.id()))
                .forEach(item -> faults.add(
                        "item-unanswered",
                        "A required item has no answer",
                        "/answers",
                        "Answer '%s', or say why it is not applicable: %s".formatted(item.id(), item.text())));
    }

    private void checkAnswer(Item item, Answer answer, String at) {
        if (item.formula() != null) {
            faults.add(
                    "item-worked-out",
                    "This item is not answered",
                    at,
                    "Leave '%s' out: it is worked out of '%s' and '%s'."
                            .formatted(
                                    item.id(),
                                    item.formula().part(),
                                    item.formula().whole()));
            return;
        }
        var given = Stream.of(answer.rating(), answer.choices(), answer.value(), answer.text(), answer.notApplicable())
                .filter(part -> part != null)
                .count();
        if (given != 1) {
            faults.add(
                    "answer-not-one",
                    "An answer is one thing",
                    at,
                    "Give exactly one of rating, choices, value, text and notApplicable.");
            return;
        }
        checkEvidenceIsTaken(item, answer, at);
        if (answer.notApplicable() != null) {
            return;
        }
        switch (item.type()) {
            case ORDINAL -> checkRating(item, answer.rating(), at);
            case CHOICES -> checkChoices(item, answer.choices(), at);
            case NUMBER, PERCENTAGE, RATIO -> checkValue(item, answer.value(), at);
            case NARRATIVE -> {
                if (answer.text() == null) {
                    wrongKind(item, "text", at);
                }
            }
        }
        checkEvidenceIsGiven(item, answer, at);
    }

    private void checkRating(Item item, @Nullable BigDecimal rating, String at) {
        if (rating == null) {
            wrongKind(item, "rating", at);
        } else if (!onScale(item, rating)) {
            faults.add(
                    "rating-off-scale",
                    "A rating is not on its scale",
                    at + "/rating",
                    "Give one of %s%s."
                            .formatted(
                                    values(item),
                                    item.step() == null
                                            ? ""
                                            : ", or a value between at steps of "
                                                    + item.step().toPlainString()));
        }
    }

    private static boolean onScale(Item item, BigDecimal rating) {
        var lowest = item.scale().get(0).value();
        var highest = item.scale().get(item.scale().size() - 1).value();
        if (item.scale().stream().anyMatch(mark -> mark.value().compareTo(rating) == 0)) {
            return true;
        }
        return item.step() != null
                && rating.compareTo(lowest) >= 0
                && rating.compareTo(highest) <= 0
                && rating.subtract(lowest).remainder(item.step()).signum() == 0;
    }

    private void checkChoices(Item item, @Nullable List<BigDecimal> choices, String at) {
        if (choices == null) {
            wrongKind(item, "choices", at);
            return;
        }
        var seen = new HashSet<BigDecimal>();
        for (int c = 0; c < choices.size(); c++) {
            var choice = choices.get(c);
            if (item.scale().stream().noneMatch(mark -> mark.value().compareTo(choice) == 0)) {
                faults.add(
                        "choice-unknown",
                        "A choice is not among the options",
                        at + "/choices/" + c,
                        "Choose from %s.".formatted(values(item)));
            } else if (!seen.add(choice)) {
                faults.add("chosen-twice", "A choice is made twice", at + "/choices/" + c, "Choose each option once.");
            }
        }
    }

    private void checkValue(Item item, @Nullable BigDecimal value, String at) {
        if (value == null) {
            wrongKind(item, "value", at);
        } else if (item.type() == ItemType.PERCENTAGE && (value.signum() < 0 || value.compareTo(HUNDRED) > 0)) {
            faults.add("percentage-wrong", "A percentage is off", at + "/value", "Give a number from 0 to 100.");
        } else if (item.type() == ItemType.RATIO && value.signum() < 0) {
            faults.add("ratio-wrong", "A ratio is off", at + "/value", "Give a number not below 0.");
        }
    }

    private void checkEvidenceIsGiven(Item item, Answer answer, String at) {
        if (item.evidence() == Evidence.REQUIRED && answer.evidence() == null) {
            faults.add(
                    "evidence-missing",
                    "A mark needs evidence",
                    at + "/evidence",
                    "Say what the mark for '%s' rests on.".formatted(item.id()));
        }
    }

    private void checkEvidenceIsTaken(Item item, Answer answer, String at) {
        if (item.evidence() == Evidence.NONE && answer.evidence() != null) {
            faults.add(
                    "evidence-not-asked-for",
                    "This item takes no evidence",
                    at + "/evidence",
                    "Leave the evidence out.");
        }
    }

    private void wrongKind(Item item, String wanted, String at) {
        faults.add(
                "answer-of-wrong-kind",
                "An answer is of the wrong kind",
                at,
                "Use the field '%s': '%s' is of type %s.".formatted(wanted, item.id(), item.type()));
    }

    private static String values(Item item) {
        return item.scale().stream()
                .map(Mark::value)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(", "));
    }
}
