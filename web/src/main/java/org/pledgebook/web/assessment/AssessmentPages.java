package org.pledgebook.web.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.query.assessment.AssessmentView.ItemChange;
import org.pledgebook.query.assessment.AssessmentView.Move;
import org.pledgebook.query.assessment.AssessmentView.SectionChange;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.page.Say;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** A self-assessment as it was submitted, beside the one before. */
@Controller
final class AssessmentPages {

    private final AnswerWords words;

    AssessmentPages(Say say) {
        this.words = new AnswerWords(say);
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/partners/{partner}/assessments/{cycle}")
    String show(
            @PathVariable String partner,
            @PathVariable String cycle,
            Reader reader,
            Queries at,
            @RequestAttribute(name = "asOf", required = false) @Nullable Moment moment,
            Model model) {
        var found = at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = at.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var span = board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("cycle", cycle));
        var assessment = at.assessments().find(partner, cycle).orElse(null);
        var framework = assessment == null
                ? null
                : at.frameworks()
                        .find(assessment.framework(), assessment.frameworkVersion())
                        .orElseThrow(() -> Refused.unknown("framework", assessment.framework()));
        var open = moment == null && span.closedAt() == null;
        model.addAttribute("partner", found);
        model.addAttribute("board", board);
        model.addAttribute("cycle", span);
        model.addAttribute("assessment", assessment);
        model.addAttribute("framework", framework);
        model.addAttribute(
                "parts", framework == null ? List.of() : parts(framework, Objects.requireNonNull(assessment)));
        model.addAttribute("maySubmit", open && reader.maySend(SubmitAssessment.class, found.board(), partner));
        model.addAttribute("mayPledge", open && reader.maySend(MakePledge.class, found.board(), partner));
        return "assessment";
    }

    /**
     * A section with what it came to.
     *
     * @param score null where nothing in it has a mark
     * @param change how its score moved; null where there is no earlier assessment
     */
    record Part(
            Section section,
            @Nullable SectionScore score,
            @Nullable SectionChange change,
            List<Said> answers) {}

    /**
     * An answer in words.
     *
     * @param text empty where it was not answered
     * @param before what the figure was, where it is another now; empty where there is none to show
     * @param changed whether it says something else than the last time
     */
    record Said(Item item, String text, @Nullable String evidence, String before, boolean changed) {}

    private List<Part> parts(Framework framework, AssessmentView assessment) {
        Map<String, Answer> answers =
                assessment.answers().stream().collect(Collectors.toMap(Answer::item, answer -> answer));
        Map<String, Indicator> indicators = assessment.score().indicators().stream()
                .collect(Collectors.toMap(Indicator::item, indicator -> indicator));
        Map<String, SectionScore> scores =
                assessment.score().sections().stream().collect(Collectors.toMap(SectionScore::section, score -> score));
        var change = assessment.change();
        Map<String, ItemChange> items = change == null
                ? Map.of()
                : change.items().stream().collect(Collectors.toMap(ItemChange::item, one -> one));
        Map<String, SectionChange> sections = change == null
                ? Map.of()
                : change.sections().stream().collect(Collectors.toMap(SectionChange::section, one -> one));
        return framework.sections().stream()
                .map(section -> new Part(
                        section,
                        scores.get(section.id()),
                        sections.get(section.id()),
                        section.items().stream()
                                .map(item -> said(
                                        item, answers.get(item.id()), indicators.get(item.id()), items.get(item.id())))
                                .toList()))
                .toList();
    }

    private Said said(Item item, @Nullable Answer answer, @Nullable Indicator indicator, @Nullable ItemChange change) {
        var text = indicator == null ? words.of(item, answer) : words.figure(item, indicator.value());
        var evidence = answer == null ? null : answer.evidence();
        return change == null || change.move() == Move.SAME
                ? new Said(item, text, evidence, "", false)
                : new Said(item, text, evidence, words.figure(item, change.from()), true);
    }
}
