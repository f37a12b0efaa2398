package org.pledgebook.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.Framework.Score;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.web.Refused;
import org.pledgebook.web.page.Typed;

class AnswerFieldsTest {

    private static final Framework FRAMEWORK = new Framework(
            "f",
            1,
            "F",
            "ours",
            List.of(new Section(
                    "s",
                    "S",
                    List.of(
                            item("mark", ItemType.ORDINAL, true, null),
                            item("some", ItemType.CHOICES, false, null),
                            item("count", ItemType.NUMBER, true, null),
                            item(
                                    "share",
                                    ItemType.PERCENTAGE,
                                    true,
                                    new Formula(FormulaMethod.SHARE, "count", "count", null, null, "ours")),
                            item("words", ItemType.NARRATIVE, true, null)))),
            new Score(Method.NONE, List.of()));

    @Test
    void givenAnswers_whenTheirFormIsReadUnchanged_thenItSaysTheSame() {
        var answers = List.of(
                answer("mark", "1.5", null, null, null, null, "Minutes"),
                answer("some", null, List.of(new BigDecimal("1"), new BigDecimal("2")), null, null, null, null),
                answer("count", null, null, "12", null, null, null),
                answer("words", null, null, null, null, "We have nobody to ask.", null));
        var typed = Typed.nothing();

        AnswerFields.fill(typed, answers);

        assertThat(AnswerFields.read(FRAMEWORK, typed)).isEqualTo(answers);
    }

    @Test
    void givenAnItemThatIsWorkedOut_whenSomethingIsTypedForIt_thenItIsNotSent() {
        assertThat(AnswerFields.read(FRAMEWORK, typed(Map.of("answers.share.value", "5", "answers.nothing.text", "x"))))
                .isEmpty();
    }

    @Test
    void givenARefusalByPlacesInTheList_whenItIsShownInTheForm_thenTheFieldsOfThoseItemsAreNamed() {
        var typed = typed(Map.of("answers.count.value", "-1", "answers.words.text", "W"));

        var shown = AnswerFields.asTyped(
                Refused.values(List.of(
                        new Fault("/answers/0/value", "Give a number not below 0."),
                        new Fault("/answers/1", "Give exactly one."),
                        new Fault("/reason", "Say why."))),
                FRAMEWORK,
                typed);

        assertThat(shown.refusal().errors())
                .containsExactly(
                        new Fault("/answers/count/value", "Give a number not below 0."),
                        new Fault("/answers/words", "assessment.one-answer"),
                        new Fault("/reason", "Say why."));
    }

    @Test
    void givenARefusalOfWhatIsMissing_whenItIsShownInTheForm_thenEachRequiredItemIsNamedOnce() {
        var typed = typed(Map.of("answers.count.value", "3"));

        var shown = AnswerFields.asTyped(
                Refused.values(
                        List.of(new Fault("/answers", "Answer 'mark'."), new Fault("/answers", "Answer 'words'."))),
                FRAMEWORK,
                typed);

        assertThat(shown.refusal().errors())
                .extracting(Fault::pointer)
                .containsExactly("/answers/mark", "/answers/words");
    }

    private static Item item(String id, ItemType type, boolean required, @Nullable Formula formula) {
        return new Item(
                id,
                id,
                type,
                required,
                Evidence.OPTIONAL,
                null,
                List.of(new Mark(BigDecimal.ONE, "One"), new Mark(BigDecimal.valueOf(2), "Two")),
                new BigDecimal("0.5"),
                formula);
    }

    private static Answer answer(
            String item,
            @Nullable String rating,
            @Nullable List<BigDecimal> choices,
            @Nullable String value,
            @Nullable String text,
            @Nullable String notApplicable,
            @Nullable String evidence) {
        return new Answer(
                item,
                rating == null ? null : new BigDecimal(rating),
                choices,
                value == null ? null : new BigDecimal(value),
                text,
                notApplicable,
                evidence);
    }

    private static Typed typed(Map<String, String> fields) {
        var lists = new LinkedHashMap<String, List<String>>();
        fields.forEach((field, value) -> lists.put(field, List.of(value)));
        return Typed.of(lists);
    }
}
