package org.pledgebook.web.partner;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.query.assessment.AssessmentView.SectionChange;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.PartnerView.CycleScore;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.page.Changed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One partner: who it is, what it gave itself, what it has pledged, and its whole story. */
@Controller
final class PartnerPages {

    /** As many entries of the story as one page shows. */
    private static final int ENTRIES = 30;

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/partners/{partner}")
    String show(
            @PathVariable String partner,
            @RequestParam(defaultValue = "") String cycle,
            @RequestParam(defaultValue = "") String about,
            Paging paging,
            Reader reader,
            Queries at,
            Model model) {
        var found = at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = at.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var chosen = cycle.isEmpty() ? null : cycle;
        if (chosen != null && board.cycles().stream().noneMatch(one -> one.id().equals(chosen))) {
            throw Refused.unknown("cycle", chosen);
        }
        var subject = subject(about);
        var story = new Paging(paging.cursor(), ENTRIES)
                .of((cursor, limit) -> at.partners()
                        .timeline(partner, chosen, subject.map(Subject::types).orElse(null), cursor, limit));
        var first = paging.cursor() == null;
        model.addAttribute("partner", found);
        model.addAttribute("board", board);
        model.addAttribute("chosen", chosen);
        model.addAttribute("subjects", Subject.values());
        model.addAttribute("about", subject.orElse(null));
        model.addAttribute("story", story.items().stream().map(Told::of).toList());
        model.addAttribute("next", story.next());
        model.addAttribute("first", first);
        model.addAttribute("edits", reader.grants().edits(partner));
        if (first) {
            model.addAttribute("made", made(partner, board.cycles(), chosen, at));
            model.addAttribute("scores", scores(found, chosen, at));
        }
        return "partner";
    }

    private static Optional<Subject> subject(String about) {
        return about.isEmpty()
                ? Optional.empty()
                : Optional.of(Arrays.stream(Subject.values())
                        .filter(one -> one.name().equals(about))
                        .findFirst()
                        .orElseThrow(() -> Refused.parameter("about", "Choose one of the list.")));
    }

    /** An entry of the story, with how each field became what it is. */
    record Told(TimelineEntry entry, List<Changed> fields) {

        static Told of(TimelineEntry entry) {
            return new Told(entry, Changed.of(entry.changes()));
        }
    }

    /** A cycle, and the pledges made in it; the newest cycle first. */
    record Made(CycleView cycle, List<PledgeView> pledges) {}

    private static List<Made> made(String partner, List<CycleView> all, @Nullable String chosen, Queries at) {
        var cycles = all.stream()
                .filter(cycle -> chosen == null || cycle.id().equals(chosen))
                .sorted(Comparator.comparing(CycleView::startsOn).reversed())
                .toList();
        var pledges = at
                .pledges()
                .of(partner, cycles.stream().map(CycleView::id).toList())
                .stream()
                .collect(Collectors.groupingBy(PledgeView::cycle));
        return cycles.stream()
                .map(cycle -> new Made(cycle, pledges.getOrDefault(cycle.id(), List.of())))
                .filter(made -> !made.pledges().isEmpty())
                .toList();
    }

    /**
     * One self-assessment by section.
     *
     * @param comparedWith the cycle of the one before it; null for the first
     */
    record Scores(
            CycleScore overall, String framework, @Nullable String comparedWith, List<Section> sections) {}

    /** @param by how it moved since the last one; null where there is nothing to compare */
    record Section(
            String title,
            @Nullable BigDecimal score,
            @Nullable BigDecimal maximum,
            @Nullable BigDecimal by) {

        /** How much of the most it could be, from 0 to 100. */
        public int share() {
            return score == null || maximum == null || score.signum() <= 0 || maximum.signum() <= 0
                    ? 0
                    : score.movePointRight(2)
                            .divide(maximum, 0, RoundingMode.HALF_UP)
                            .intValue();
        }
    }

    /** The latest self-assessment, or that of the cycle which was chosen; null where there is none. */
    private static @Nullable Scores scores(PartnerView partner, @Nullable String chosen, Queries at) {
        return partner.scores().stream()
                .filter(score -> chosen == null || score.cycle().equals(chosen))
                .reduce((one, other) -> other)
                .flatMap(overall -> at.assessments()
                        .find(partner.id(), overall.cycle())
                        .map(assessment -> scores(
                                overall,
                                assessment,
                                at.frameworks().find(assessment.framework(), assessment.frameworkVersion()))))
                .orElse(null);
    }

    private static Scores scores(CycleScore overall, AssessmentView assessment, Optional<Framework> framework) {
        var titles = framework
                .map(found -> found.sections().stream()
                        .collect(Collectors.toMap(Framework.Section::id, Framework.Section::title)))
                .orElse(Map.of());
        var change = assessment.change();
        var moved = change == null
                ? Map.<String, SectionChange>of()
                : change.sections().stream().collect(Collectors.toMap(SectionChange::section, Function.identity()));
        return new Scores(
                overall,
                framework.map(Framework::title).orElse(assessment.framework()),
                change == null ? null : change.cycle(),
                assessment.score().sections().stream()
                        .map(section -> new Section(
                                titles.getOrDefault(section.section(), section.section()),
                                section.score(),
                                section.maximum(),
                                Optional.ofNullable(moved.get(section.section()))
                                        .map(SectionChange::by)
                                        .orElse(null)))
                        .toList());
    }
}
