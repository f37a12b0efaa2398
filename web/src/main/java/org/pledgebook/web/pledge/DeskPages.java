package org.pledgebook.web.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.PartnerView.CycleScore;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.QuestionView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.page.Drafts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A partner's desk: what is due, what is late, and what can be done besides. */
@Controller
final class DeskPages {

    private final PartnerQueries partners;
    private final PledgeQueries pledges;
    private final BoardQueries boards;
    private final Drafts drafts;
    private final Clock clock;

    DeskPages(PartnerQueries partners, PledgeQueries pledges, BoardQueries boards, Drafts drafts, Clock clock) {
        this.partners = partners;
        this.pledges = pledges;
        this.boards = boards;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Sends(RecordProgress.class)
    @GetMapping("/partners/{partner}/desk")
    String desk(@PathVariable String partner, Sender sender, Model model) {
        var found = partners.find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = boards.find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var today = LocalDate.now(clock.withZone(ZoneId.of(board.timeZone())));
        var cycles = board.cycles().stream()
                .filter(cycle -> cycle.closedAt() == null)
                .sorted(Comparator.comparing(CycleView::startsOn).reversed())
                .map(cycle -> new Cycle(partner, cycle, pledges.of(partner, cycle.id()), assessed(found, cycle)))
                .toList();
        var asked = new ArrayList<Asked>();
        cycles.forEach(cycle -> cycle.pledges()
                .forEach(pledge -> asked.addAll(asked(cycle.cycle(), pledge, today, ZoneId.of(board.timeZone())))));
        asked.sort(Comparator.comparing(Asked::dueOn));
        var begun = drafts.of(sender.person()).stream()
                .filter(draft -> draft.path().startsWith("/partners/" + partner + "/"))
                .toList();
        model.addAttribute("partner", found);
        model.addAttribute("board", board);
        model.addAttribute("cycles", cycles);
        model.addAttribute("late", asked.stream().filter(Asked::overdue).toList());
        model.addAttribute("due", asked.stream().filter(one -> !one.overdue()).toList());
        model.addAttribute("questions", questions(cycles));
        model.addAttribute("begun", begun.stream().map(Drafts.Draft::path).toList());
        return "desk";
    }

    private static @Nullable Instant assessed(PartnerView partner, CycleView cycle) {
        return partner.scores().stream()
                .filter(score -> score.cycle().equals(cycle.id()))
                .map(CycleScore::recordedAt)
                .findFirst()
                .orElse(null);
    }

    /**
     * A cycle that takes statements, and the partner's pledges in it.
     *
     * @param assessed when its self-assessment was recorded; null while there is none
     */
    record Cycle(
            String partner,
            CycleView cycle,
            List<PledgeView> pledges,
            @Nullable Instant assessed) {

        /** How many more pledges there is room for; one that is withdrawn leaves its place to another. */
        public int room() {
            var live = pledges.stream()
                    .filter(pledge -> pledge.standing() != Standing.WITHDRAWN)
                    .count();
            return Math.max(0, cycle.pledgesPerPartner() - (int) live);
        }

        /** The address of the form in which another is made. */
        public String path() {
            return "/partners/%s/pledges/%s/new".formatted(partner, cycle.id());
        }
    }

    /**
     * A report that is asked for.
     *
     * @param path of its form
     */
    record Asked(PledgeView pledge, String period, LocalDate dueOn, boolean overdue, String path) {}

    /**
     * A question of the board's that has no answer yet.
     *
     * @param path of the form in which it is answered
     */
    record Open(PledgeView pledge, QuestionView question, String path) {}

    private static List<Open> questions(List<Cycle> cycles) {
        return cycles.stream()
                .flatMap(cycle -> cycle.pledges().stream())
                .flatMap(pledge -> pledge.questions().stream()
                        .filter(question -> question.answer() == null)
                        .map(question -> new Open(
                                pledge,
                                question,
                                "/partners/%s/pledges/%s/%d/questions/%d/answer"
                                        .formatted(
                                                pledge.partner(), pledge.cycle(), pledge.number(), question.number()))))
                .toList();
    }

    private static List<Asked> asked(CycleView cycle, PledgeView pledge, LocalDate today, ZoneId zone) {
        if (pledge.standing() == Standing.WITHDRAWN) {
            return List.of();
        }
        var fulfilment = pledge.fulfilment();
        var until = fulfilment == null ? today : LocalDate.ofInstant(fulfilment.recordedAt(), zone);
        return cycle.periods().stream()
                .filter(period -> !period.startsOn().isAfter(until))
                .filter(period ->
                        !LocalDate.ofInstant(pledge.recordedAt(), zone).isAfter(period.endsOn()))
                .filter(period -> reportFor(pledge, period) == null)
                .map(period -> new Asked(
                        pledge,
                        period.id(),
                        period.dueOn(),
                        today.isAfter(period.dueOn()),
                        "/partners/%s/pledges/%s/%d/progress/%s"
                                .formatted(pledge.partner(), pledge.cycle(), pledge.number(), period.id())))
                .toList();
    }

    private static PledgeView.@Nullable ReportView reportFor(PledgeView pledge, Period period) {
        return pledge.reports().stream()
                .filter(report -> report.period().equals(period.id()))
                .findFirst()
                .orElse(null);
    }
}
