package org.pledgebook.query.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgebook.query.Given;
import org.pledgebook.query.assessment.AssessmentView.WeakItem;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.PledgeMade;

class WeakItemsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0, true",
        "0, 3, 1, true",
        "0, 3, 1.499999, true",
        "0, 3, 1.5, false",
        "0, 3, 2, false",
        "1, 3, 1, true",
        "1, 3, 2, false",
        "-2, 2, -1, true",
        "-2, 2, 0, false"
    })
    void givenScale_whenRatedInItsLowerHalf_thenTheItemIsWeak(
            String lowest, String highest, String rating, boolean weak) {
        var framework = framework(item("1a", ItemType.ORDINAL, lowest, highest));

        assertThat(WeakItems.of(framework, rated(rating), null))
                .hasSize(weak ? 1 : 0)
                .allSatisfy(item -> assertThat(item)
                        .isEqualTo(new WeakItem("1a", "How is it?", new BigDecimal(rating), List.of())));
    }

    @Test
    void givenItemWithoutARating_whenLookedAt_thenItIsNotWeak() {
        var framework = framework(item("1a", ItemType.ORDINAL, "0", "3"));

        assertThat(WeakItems.of(framework, submission(), null)).isEmpty();
        assertThat(WeakItems.of(framework, submission(new Answer("1a", null, null, null, null, "None.", null)), null))
                .isEmpty();
        assertThat(WeakItems.of(
                        framework(item("1a", ItemType.NUMBER)),
                        submission(new Answer("1a", null, null, BigDecimal.ZERO, null, null, null)),
                        null))
                .isEmpty();
    }

    @Test
    void givenPledgesOfTheCycle_whenLookedAt_thenThoseThatNameTheItemAndAreNotWithdrawnAnswerIt() {
        var pledges = Given.board()
                .partner("a")
                .said(answering(1, "eds-2022", "1a"))
                .said(answering(2, "eds-2022", "1a"))
                .said(answering(3, "eds-2022", "1b"))
                .said(answering(4, "another", "1a"))
                .withdrawal("a", 2)
                .folded()
                .get(PledgeSetDocument.class, PledgeSetDocument.id("a", Given.CYCLE));
        var framework = framework(item("1a", ItemType.ORDINAL, "0", "3"), item("1c", ItemType.ORDINAL, "0", "3"));

        assertThat(WeakItems.of(
                        framework,
                        submission(
                                new Answer("1c", BigDecimal.ZERO, null, null, null, null, null),
                                new Answer("1a", BigDecimal.ONE, null, null, null, null, null)),
                        pledges))
                .containsExactly(
                        new WeakItem("1a", "How is it?", BigDecimal.ONE, List.of("a/2023/1")),
                        new WeakItem("1c", "How is it?", BigDecimal.ZERO, List.of()));
    }

    private static PledgeMade answering(int number, String framework, String item) {
        var plain = Given.commitment("Recruit");
        return new PledgeMade(
                Given.BOARD,
                "a",
                Given.CYCLE,
                number,
                new Commitment(
                        plain.title(),
                        plain.inequality(),
                        plain.action(),
                        plain.outcome(),
                        plain.howWeWillKnow(),
                        plain.characteristics(),
                        plain.origin(),
                        plain.teams(),
                        plain.basis(),
                        plain.lead(),
                        plain.measures(),
                        List.of(new AnsweredItem(framework, item))),
                null);
    }

    private static Submission rated(String rating) {
        return submission(new Answer("1a", new BigDecimal(rating), null, null, null, null, null));
    }

    private static Submission submission(Answer... answers) {
        return new Submission("eds-2022", 1, List.of(answers), null, null, null, null, List.of());
    }

    private static Item item(String id, ItemType type, String... scale) {
        var marks = Stream.of(scale)
                .map(value -> new Mark(new BigDecimal(value), "Mark"))
                .toList();
        return new Item(id, "How is it?", type, false, Evidence.NONE, null, marks, null, null);
    }

    private static Framework framework(Item... items) {
        return new Framework(
                "eds-2022",
                1,
                "Framework",
                "Ours.",
                List.of(new Section("one", "One", List.of(items))),
                new Framework.Score(Method.NONE, List.of()));
    }
}
