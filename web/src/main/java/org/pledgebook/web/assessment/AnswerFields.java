package org.pledgebook.web.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.web.Refused;
import org.pledgebook.web.page.Typed;

/** Answers as the fields of their form: {@code answers.<item>.rating} and so on. */
final class AnswerFields {

    private static final String ANSWERS = "answers.";
    private static final List<String> GIVEN = List.of("rating", "choices", "value", "text", "notApplicable");
    private static final Pattern POINTER = Pattern.compile("/answers/(\\d+)(/.*)?");

    private AnswerFields() {}

    /** Where an item is asked: the beginning of its fields' names. */
    static String at(Item item) {
        return ANSWERS + item.id();
    }

    /** Whether a field is one of an item's. */
    static boolean isOf(Item item, String field) {
        return field.equals(at(item)) || field.startsWith(at(item) + ".");
    }

    /** Whether somebody is asked for it; what is worked out of counts is not. */
    static boolean isAsked(Item item) {
        return item.formula() == null;
    }

    /** Whether it has an answer, or a reason why it does not apply. */
    static boolean isAnswered(Item item, Typed typed) {
        return GIVEN.stream().anyMatch(part -> typed.hasAny(at(item) + "." + part));
    }

    /** Fills in what was answered. */
    static void fill(Typed typed, List<Answer> answers) {
        answers.forEach(answer -> {
            var at = ANSWERS + answer.item() + ".";
            typed.fill(at + "rating", plain(answer.rating()))
                    .fill(at + "value", plain(answer.value()))
                    .fill(at + "text", answer.text())
                    .fill(at + "notApplicable", answer.notApplicable())
                    .fill(at + "evidence", answer.evidence());
            if (answer.choices() != null) {
                typed.fillAll(
                        at + "choices",
                        answer.choices().stream().map(BigDecimal::toPlainString).toList());
            }
        });
    }

    /** The answers that were given, in the framework's order. */
    static List<Answer> read(Framework framework, Typed typed) {
        return answered(framework, typed).stream()
                .map(item -> read(item, typed))
                .toList();
    }

    /** Names fields of the form where a refusal names places in the list of answers. */
    static Refused asTyped(Refused refused, Framework framework, Typed typed) {
        var why = refused.refusal();
        if (why.status() != 422) {
            return refused;
        }
        var answered = answered(framework, typed);
        var faults = new ArrayList<Fault>();
        for (var fault : why.errors()) {
            var place = POINTER.matcher(fault.pointer());
            if (place.matches()) {
                var at = "/answers/"
                        + answered.get(Integer.parseInt(place.group(1))).id();
                faults.add(
                        place.group(2) == null
                                ? new Fault(at, "assessment.one-answer")
                                : new Fault(at + place.group(2), fault.message()));
            } else if (fault.pointer().equals("/answers")) {
                framework
                        .items()
                        .filter(item -> item.required() && isAsked(item) && !answered.contains(item))
                        .map(item -> new Fault("/answers/" + item.id(), "assessment.unanswered"))
                        .filter(missing -> !faults.contains(missing))
                        .forEach(faults::add);
            } else {
                faults.add(fault);
            }
        }
        return Refused.values(faults);
    }

    /** Those with anything in their fields: also evidence alone is for the book to judge. */
    private static List<Item> answered(Framework framework, Typed typed) {
        return framework
                .items()
                .filter(AnswerFields::isAsked)
                .filter(item -> isAnswered(item, typed) || typed.hasAny(at(item) + ".evidence"))
                .toList();
    }

    private static Answer read(Item item, Typed typed) {
        var at = at(item) + ".";
        var choices = typed.all(at + "choices").stream()
                .flatMap(choice -> number(choice))
                .toList();
        return new Answer(
                item.id(),
                typed.number(at + "rating"),
                item.type() == ItemType.CHOICES && !choices.isEmpty() ? choices : null,
                typed.number(at + "value"),
                typed.optional(at + "text"),
                typed.optional(at + "notApplicable"),
                typed.optional(at + "evidence"));
    }

    /** What no form of ours sends is nothing. */
    private static Stream<BigDecimal> number(String choice) {
        return choice.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? Stream.of(new BigDecimal(choice)) : Stream.empty();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
