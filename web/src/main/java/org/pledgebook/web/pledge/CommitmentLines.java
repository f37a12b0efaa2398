package org.pledgebook.web.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.web.page.Difference;
import org.pledgebook.web.page.Say;

/** A commitment in lines to be looked over, with how each came from what the pledge says now. */
final class CommitmentLines {

    private final Say say;
    private final Map<String, String> items;

    /**
     * @param items the texts of framework items, by how forms spell them
     */
    CommitmentLines(Say say, Map<String, String> items) {
        this.say = say;
        this.items = items;
    }

    /**
     * A line.
     *
     * @param group where it is asked
     * @param key of the words in front of it
     * @param text empty where nothing was said
     * @param change null where it is as before, or there is no before
     */
    record Line(
            QuestionGroup group,
            String key,
            String text,
            @Nullable Difference change) {}

    /** In the order in which it is asked. */
    List<Line> of(Commitment says, @Nullable Commitment before) {
        var texts = texts(says);
        var earlier = before == null ? List.<Line>of() : texts(before);
        var lines = new ArrayList<Line>();
        for (var i = 0; i < texts.size(); i++) {
            var line = texts.get(i);
            var change =
                    before == null ? null : Difference.between(earlier.get(i).text(), line.text());
            lines.add(change == null || !change.any() ? line : new Line(line.group(), line.key(), line.text(), change));
        }
        return lines;
    }

    private List<Line> texts(Commitment says) {
        return List.of(
                line(
                        QuestionGroup.ANSWERS,
                        "pledge.items",
                        says.items().stream()
                                .map(CommitmentFields::spelled)
                                .map(item -> items.getOrDefault(item, item))
                                .collect(Collectors.joining("\n"))),
                line(QuestionGroup.WHAT, "pledge.title", says.title()),
                line(QuestionGroup.WHAT, "pledge.inequality", says.inequality()),
                line(QuestionGroup.WHAT, "pledge.action", says.action()),
                line(QuestionGroup.IMPACT, "pledge.outcome", says.outcome()),
                line(QuestionGroup.IMPACT, "pledge.howWeWillKnow", says.howWeWillKnow()),
                line(
                        QuestionGroup.WHO,
                        "pledge.characteristics",
                        say.listed(says.characteristics().stream()
                                .map(say::characteristic)
                                .toList())),
                line(QuestionGroup.BASIS, "pledge.basis.data", says.basis().data()),
                line(
                        QuestionGroup.BASIS,
                        "pledge.basis.userFeedback",
                        says.basis().userFeedback()),
                line(
                        QuestionGroup.BASIS,
                        "pledge.basis.staffFeedback",
                        says.basis().staffFeedback()),
                line(QuestionGroup.WHERE, "pledge.origin", say.name("origin", says.origin())),
                line(QuestionGroup.WHERE, "pledge.reach", reach(says.teams())),
                line(QuestionGroup.WHERE, "pledge.lead", says.lead()),
                line(
                        QuestionGroup.MEASURES,
                        "pledge.measures",
                        says.measures().stream().map(this::aim).collect(Collectors.joining("\n"))));
    }

    private static Line line(QuestionGroup group, String key, @Nullable String text) {
        return new Line(group, key, Objects.requireNonNullElse(text, ""), null);
    }

    private String reach(List<String> teams) {
        return teams.isEmpty()
                ? say.text("pledge.whole")
                : say.text(
                        "pledge.pilot", say.listed(teams.stream().map(say::team).toList()));
    }

    private String aim(Measure measure) {
        var aim = new StringBuilder(measure.title());
        if (measure.baseline() != null) {
            aim.append(say.text("measure.from", say.amount(measure.baseline(), measure.unit())));
        }
        if (measure.target() != null) {
            aim.append(say.text("measure.to", say.amount(measure.target(), measure.unit())));
        }
        if (measure.targetDate() != null) {
            aim.append(say.text("measure.by", say.day(measure.targetDate())));
        }
        return aim.toString();
    }
}
