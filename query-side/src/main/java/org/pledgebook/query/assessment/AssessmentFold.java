package org.pledgebook.query.assessment;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.UsageTable;

/** Makes {@link AssessmentDocument}s. */
public final class AssessmentFold implements Fold<AssessmentDocument> {

    @Override
    public Class<AssessmentDocument> kind() {
        return AssessmentDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof AssessmentEvent assessment
                ? AssessmentDocument.id(assessment.partner(), assessment.cycle())
                : null;
    }

    @Override
    public AssessmentDocument fold(@Nullable AssessmentDocument before, Recorded recorded) {
        var event = (AssessmentEvent) recorded.event();
        return new AssessmentDocument(
                AssessmentDocument.id(event.partner(), event.cycle()),
                recorded.position(),
                event.board(),
                event.partner(),
                event.cycle(),
                event.submission(),
                event.score(),
                before == null
                        ? List.of(recorded.position())
                        : Stream.concat(before.submitted().stream(), Stream.of(recorded.position()))
                                .toList());
    }

    @Override
    public List<Entry> entries(Recorded recorded) {
        var event = (AssessmentEvent) recorded.event();
        return List.of(new Submitted(
                Submitted.id(AssessmentDocument.id(event.partner(), event.cycle()), recorded.position()),
                recorded.position(),
                event.partner(),
                event.submission(),
                event.score(),
                recorded.recordedAt(),
                saidOn(event),
                recorded.actor(),
                event instanceof AssessmentResubmitted again ? again.reason() : null));
    }

    @Override
    public Told tell(@Nullable AssessmentDocument before, Event event) {
        var assessment = (AssessmentEvent) event;
        var by = framework(assessment.submission());
        var about = About.partner(assessment.board(), assessment.partner(), assessment.cycle(), null);
        if (assessment instanceof AssessmentResubmitted again) {
            var earlier = Fold.known(before, event);
            var scores = scores(earlier, assessment);
            var statements = statements(earlier.submission(), assessment.submission());
            return new Told(
                    about,
                    again.saidOn(),
                    "Submitted the self-assessment for %s again, by %s: %s. Changed: %s%s."
                            .formatted(
                                    again.cycle(),
                                    by,
                                    overall(again),
                                    scores.isEmpty() ? "" : Words.changed(scores) + "; ",
                                    statements.isEmpty()
                                            ? "no statement"
                                            : Words.counted(statements.size(), "statement")),
                    Stream.concat(scores.stream(), statements.stream()).toList(),
                    again.reason());
        }
        return new Told(
                about,
                saidOn(assessment),
                "Submitted the self-assessment for %s, by %s: %s."
                        .formatted(assessment.cycle(), by, overall(assessment)),
                List.of(),
                null);
    }

    private static @Nullable LocalDate saidOn(AssessmentEvent event) {
        if (event instanceof AssessmentSubmitted first) {
            return first.saidOn();
        }
        return event instanceof AssessmentResubmitted again ? again.saidOn() : null;
    }

    private static List<Change> scores(AssessmentDocument before, AssessmentEvent after) {
        var changes = new ArrayList<Change>();
        Words.compare(changes, "framework", framework(before.submission()), framework(after.submission()));
        Words.compare(changes, "overall score", overall(before.score()), overall(after.score()));
        var earlier = before.score().sections().stream().collect(toMap(SectionScore::section, Function.identity()));
        for (var section : after.score().sections()) {
            var was = earlier.get(section.section());
            Words.compare(
                    changes, "score of section " + section.section(), was == null ? null : score(was), score(section));
        }
        var indicators = new LinkedHashMap<String, Indicator>();
        before.score().indicators().forEach(indicator -> indicators.put(indicator.item(), indicator));
        for (var indicator : after.score().indicators()) {
            var was = indicators.remove(indicator.item());
            Words.compare(changes, "indicator " + indicator.item(), was == null ? null : worth(was), worth(indicator));
        }
        indicators.forEach((item, was) -> changes.add(new Change("indicator " + item, worth(was), null)));
        return changes;
    }

    private static List<Change> statements(Submission before, Submission after) {
        var changes = new ArrayList<Change>();
        var earlier = new LinkedHashMap<String, Answer>();
        before.answers().forEach(answer -> earlier.put(answer.item(), answer));
        for (var answer : after.answers()) {
            var was = earlier.remove(answer.item());
            Words.compare(changes, "answer to " + answer.item(), was == null ? null : given(was), given(answer));
        }
        earlier.forEach((item, was) -> changes.add(new Change("answer to " + item, given(was), null)));
        Words.compare(changes, "data", before.data(), after.data());
        tables(changes, before.tables(), after.tables());
        Words.compare(changes, "user feedback", before.userFeedback(), after.userFeedback());
        Words.compare(changes, "staff feedback", before.staffFeedback(), after.staffFeedback());
        Words.compare(changes, "stated total", total(before), total(after));
        return changes;
    }

    private static void tables(List<Change> changes, List<UsageTable> before, List<UsageTable> after) {
        var earlier = new LinkedHashMap<String, UsageTable>();
        before.forEach(table -> earlier.put(table.id(), table));
        for (var table : after) {
            var was = earlier.remove(table.id());
            Words.compare(changes, "table " + table.id(), was == null ? null : counts(was), counts(table));
        }
        earlier.forEach((id, was) -> changes.add(new Change("table " + id, counts(was), null)));
    }

    /** All that a table says, so that no change of it goes unsaid. */
    private static String counts(UsageTable table) {
        var counts = new ArrayList<String>();
        table.groups().forEach(group -> counts.add(group.label() + " " + group.count()));
        count(counts, "not stated", table.notStated());
        count(counts, "prefer not to say", table.preferNotToSay());
        count(counts, "not asked", table.notAsked());
        return "%s%s, %s to %s: %s; total %d%s"
                .formatted(
                        Words.quoted(table.title()),
                        table.characteristic() == null ? "" : " by " + table.characteristic(),
                        Words.day(table.startsOn()),
                        Words.day(table.endsOn()),
                        String.join(", ", counts),
                        table.total(),
                        table.reference() == null
                                ? ""
                                : "; beside " + table.reference().id() + " version "
                                        + table.reference().version());
    }

    private static void count(List<String> counts, String place, @Nullable Integer count) {
        if (count != null) {
            counts.add(place + " " + count);
        }
    }

    private static String framework(Submission submission) {
        return submission.framework() + " version " + submission.version();
    }

    private static String worth(Indicator indicator) {
        return indicator.value() == null ? "not workable" : indicator.value().toPlainString();
    }

    private static @Nullable String total(Submission submission) {
        return submission.statedTotal() == null
                ? null
                : submission.statedTotal().toPlainString();
    }

    /** The overall score; the total that the partner states beside it, where it is another. */
    private static String overall(AssessmentEvent event) {
        var score = event.score();
        var stated = event.submission().statedTotal();
        if (stated == null || score.overall() != null && stated.compareTo(score.overall()) == 0) {
            return overall(score);
        }
        return overall(score) + "; the partner itself states a total of " + stated.toPlainString()
                + ", which its answers do not come to";
    }

    private static String overall(Score score) {
        if (score.overall() == null) {
            return "no overall score";
        }
        return score.overall().toPlainString()
                + (score.maximum() == null ? "" : " of " + score.maximum().toPlainString())
                + (score.label() == null ? "" : ", " + Words.quoted(score.label()));
    }

    private static String score(SectionScore section) {
        return section.score() == null ? "none" : section.score().toPlainString();
    }

    /** What an answer says, with what it rests on. */
    private static String given(Answer answer) {
        var said = Stream.of(answer.rating(), answer.value())
                .filter(Objects::nonNull)
                .map(BigDecimal::toPlainString)
                .findFirst()
                .orElseGet(() -> answer.choices() != null
                        ? Words.listed(answer.choices().stream()
                                .map(BigDecimal::toPlainString)
                                .toList())
                        : answer.text() != null
                                ? Words.quoted(answer.text())
                                : "not applicable, because " + Words.quoted(String.valueOf(answer.notApplicable())));
        return answer.evidence() == null ? said : said + ", on the evidence " + Words.quoted(answer.evidence());
    }
}
