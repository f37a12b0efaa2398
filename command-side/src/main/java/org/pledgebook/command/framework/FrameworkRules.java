package org.pledgebook.command.framework;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Faults;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Method;

/** What a questionnaire must be so that it can be answered and scored without doubt. */
final class FrameworkRules {

    private static final Set<ItemType> MARKED = Set.of(ItemType.ORDINAL, ItemType.CHOICES);

    /** What the weighted marks of all items stay below together, so that every store can hold a score exactly. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    private final Faults faults = new Faults();
    private final Set<String> sectionIds = new HashSet<>();
    private final Set<String> itemIds = new HashSet<>();

    private FrameworkRules() {}

    /** Refuses a questionnaire with every fault it has. */
    static void check(Framework framework) {
        var rules = new FrameworkRules();
        rules.checkSections(framework);
        rules.checkFormulas(framework);
        rules.checkScore(framework);
        rules.faults.refuseIfAny();
    }

    private void checkSections(Framework framework) {
        for (int s = 0; s < framework.sections().size(); s++) {
            var section = framework.sections().get(s);
            if (!sectionIds.add(section.id())) {
                namedTwice("/sections/" + s + "/id");
            }
            for (int i = 0; i < section.items().size(); i++) {
                checkItem(section.items().get(i), "/sections/" + s + "/items/" + i);
            }
        }
    }

    private void checkItem(Item item, String at) {
        if (!itemIds.add(item.id())) {
            namedTwice(at + "/id");
        }
        var marked = MARKED.contains(item.type());
        var least = item.type() == ItemType.ORDINAL ? 2 : 1;
        if (marked && item.scale().size() < least) {
            add("scale-missing", "A scale is missing", at + "/scale", "Give a scale of at least %d.".formatted(least));
        }
        if (!marked && !item.scale().isEmpty()) {
            add(
                    "scale-not-asked-for",
                    "This type has no scale",
                    at + "/scale",
                    "Leave the scale out for " + item.type() + ".");
        }
        for (int m = 1; m < item.scale().size(); m++) {
            if (item.scale().get(m).value().compareTo(item.scale().get(m - 1).value()) <= 0) {
                add(
                        "scale-out-of-order",
                        "A scale does not rise",
                        at + "/scale/" + m + "/value",
                        "Give a value above the one before it.");
            }
        }
        if (item.step() != null
                && (item.type() != ItemType.ORDINAL || item.step().signum() <= 0)) {
            add("step-wrong", "A step cannot be", at + "/step", "Give a step above 0, and only for ORDINAL.");
        }
        if (item.weight() != null && (!marked || item.weight().signum() <= 0)) {
            add(
                    "weight-wrong",
                    "A weight cannot be",
                    at + "/weight",
                    "Give a weight above 0, and only for ORDINAL or CHOICES.");
        }
        if (!marked && item.evidence() == Evidence.REQUIRED) {
            add(
                    "evidence-without-mark",
                    "Only a mark can need evidence",
                    at + "/evidence",
                    "Say OPTIONAL or NONE for " + item.type() + ".");
        }
    }

    private void checkFormulas(Framework framework) {
        var counts = framework
                .items()
                .filter(item -> item.type() == ItemType.NUMBER && item.formula() == null)
                .map(Item::id)
                .collect(Collectors.toSet());
        for (int s = 0; s < framework.sections().size(); s++) {
            var items = framework.sections().get(s).items();
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                if (item.formula() != null) {
                    checkFormula(item, item.formula(), counts, "/sections/" + s + "/items/" + i);
                }
            }
        }
    }

    private void checkFormula(Item item, Formula formula, Set<String> counts, String at) {
        var type = switch (formula.method()) {
            case SHARE -> ItemType.PERCENTAGE;
            case RELATIVE_LIKELIHOOD -> ItemType.RATIO;
            case SHARE_DIFFERENCE -> ItemType.NUMBER;
        };
        if (item.type() != type) {
            add(
                    "formula-of-wrong-type",
                    "A formula does not fit its item",
                    at + "/formula/method",
                    "%s makes a %s, and '%s' is of type %s.".formatted(formula.method(), type, item.id(), item.type()));
        }
        if (item.required() || item.evidence() != Evidence.NONE) {
            add(
                    "worked-out-and-asked-for",
                    "An item with a formula is not answered",
                    at + (item.required() ? "/required" : "/evidence"),
                    "Say required false and evidence NONE: the item is worked out.");
        }
        var within = at + "/formula";
        checkCount(formula.part(), counts, within + "/part");
        checkCount(formula.whole(), counts, within + "/whole");
        var compares = formula.method() != FormulaMethod.SHARE;
        checkCompared(formula.comparedPart(), compares, counts, within + "/comparedPart");
        checkCompared(formula.comparedWhole(), compares, counts, within + "/comparedWhole");
    }

    private void checkCompared(@Nullable String item, boolean compares, Set<String> counts, String at) {
        if (!compares && item != null) {
            add("nothing-compared", "A share compares nothing", at, "Leave this out for SHARE.");
        } else if (compares && item == null) {
            add("compared-missing", "What to compare with is missing", at, "Name the item that counts it.");
        } else if (item != null) {
            checkCount(item, counts, at);
        }
    }

    private void checkCount(String item, Set<String> counts, String at) {
        if (!counts.contains(item)) {
            add(
                    "count-unknown",
                    "A formula names no count",
                    at,
                    "Name an item of type NUMBER that is answered; '%s' is none.".formatted(item));
        }
    }

    private void checkScore(Framework framework) {
        var score = framework.score();
        var bands = score.bands();
        if (score.method() == Method.BANDED_SUM && bands.isEmpty()) {
            add("bands-missing", "Bands are missing", "/score/bands", "Give the bands, or another method.");
        }
        if (score.method() == Method.NONE && !bands.isEmpty()) {
            add("bands-not-asked-for", "There is no score to band", "/score/bands", "Leave the bands out.");
        }
        if (score.method() != Method.NONE && framework.items().noneMatch(item -> MARKED.contains(item.type()))) {
            add("nothing-to-score", "Nothing has a mark", "/score/method", "Say NONE, or give an item a scale.");
        }
        if (furthestSum(framework).compareTo(LIMIT) >= 0) {
            add("score-too-large", "A score could be too large", "/sections", "Give smaller marks or weights.");
        }
        for (int b = 1; b < bands.size(); b++) {
            if (bands.get(b).from().compareTo(bands.get(b - 1).from()) <= 0) {
                add(
                        "bands-out-of-order",
                        "The bands do not rise",
                        "/score/bands/" + b + "/from",
                        "Give a bound above the one before it.");
            }
        }
        var lowest = lowestScore(framework);
        if (!bands.isEmpty() && lowest != null && bands.get(0).from().compareTo(lowest) > 0) {
            add(
                    "score-below-bands",
                    "A score could fall below the first band",
                    "/score/bands/0/from",
                    "Give a bound at or below %s, the lowest possible score.".formatted(lowest.toPlainString()));
        }
    }

    /** How far from zero the marks of all scales, times their weights, come to together: no score goes further. */
    private static BigDecimal furthestSum(Framework framework) {
        return framework
                .items()
                .flatMap(item ->
                        item.scale().stream().map(mark -> mark.value().abs().multiply(weight(item))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal weight(Item item) {
        return item.weight() == null ? BigDecimal.ONE : item.weight();
    }

    /** The lowest overall score that any answers can come to, also with items left out; null where nothing is marked. */
    private static @Nullable BigDecimal lowestScore(Framework framework) {
        var lowest = framework
                .items()
                .filter(item -> MARKED.contains(item.type()) && !item.scale().isEmpty())
                .map(item -> lowestMark(item)
                        .multiply(framework.score().method() == Method.BANDED_SUM ? weight(item) : BigDecimal.ONE))
                .toList();
        if (lowest.isEmpty()) {
            return null;
        }
        if (framework.score().method() == Method.BANDED_SUM) {
            var least = smallest(lowest);
            var negatives =
                    lowest.stream().map(mark -> mark.min(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
            return negatives.signum() < 0 ? negatives : least;
        }
        return smallest(lowest);
    }

    private static BigDecimal lowestMark(Item item) {
        if (item.type() == ItemType.CHOICES) {
            return item.scale().stream()
                    .map(mark -> mark.value().min(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return item.scale().get(0).value();
    }

    private static BigDecimal smallest(List<BigDecimal> marks) {
        return marks.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
    }

    private void namedTwice(String at) {
        add("named-twice", "An id is used twice", at, "Give each section and each item an id of its own.");
    }

    private void add(String type, String title, String pointer, String message) {
        faults.add(type, title, pointer, message);
    }
}
