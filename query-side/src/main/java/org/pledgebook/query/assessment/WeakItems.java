package org.pledgebook.query.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.assessment.AssessmentView.WeakItem;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.pledge.AnsweredItem;

/**
 * Finds where a partner says itself that it is weak, and which of its pledges answer that. An item is weak where it is
 * ordinal and rated in the lower half of its scale: below the middle between its lowest and its highest value.
 */
final class WeakItems {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private WeakItems() {}

    /**
     * In the framework's order.
     *
     * @param pledges those of the partner in the assessment's cycle; null where it has made none
     */
    static List<WeakItem> of(Framework framework, Submission submission, @Nullable PledgeSetDocument pledges) {
        var answers = submission.answers().stream().collect(Collectors.toMap(Answer::item, answer -> answer));
        return framework
                .items()
                .flatMap(item -> weak(item, answers, framework, pledges))
                .toList();
    }

    private static Stream<WeakItem> weak(
            Item item, Map<String, Answer> answers, Framework framework, @Nullable PledgeSetDocument pledges) {
        var answer = answers.get(item.id());
        var rating = answer == null ? null : answer.rating();
        return rating == null || item.type() != ItemType.ORDINAL || !isInLowerHalf(item, rating)
                ? Stream.empty()
                : Stream.of(new WeakItem(item.id(), item.text(), rating, answeredBy(framework.id(), item, pledges)));
    }

    private static boolean isInLowerHalf(Item item, BigDecimal rating) {
        var lowest = item.scale().get(0).value();
        var highest = item.scale().get(item.scale().size() - 1).value();
        return rating.multiply(TWO).compareTo(lowest.add(highest)) < 0;
    }

    private static List<String> answeredBy(String framework, Item item, @Nullable PledgeSetDocument set) {
        return set == null
                ? List.of()
                : set.pledges().stream()
                        .filter(pledge -> pledge.withdrawnAt() == null)
                        .filter(pledge -> pledge.items().contains(new AnsweredItem(framework, item.id())))
                        .map(pledge -> set.id() + "/" + pledge.number())
                        .toList();
    }
}
