package org.pledgebook.web.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
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
            @RequestParam(required = false) @Nullable String cycle,
            Paging paging,
            Reader reader,
            Queries at,
            Model model) {
        var found = at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = at.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var chosen = cycle == null || cycle.isEmpty() ? null : cycle;
        if (chosen != null && board.cycles().stream().noneMatch(one -> one.id().equals(chosen))) {
            throw Refused.unknown("cycle", chosen);
        }
        var story = new Paging(paging.cursor(), ENTRIES)
                .of((cursor, limit) -> at.partners().timeline(partner, chosen, cursor, limit));
        model.addAttribute("partner", found);
        model.addAttribute("board", board);
        model.addAttribute("chosen", chosen);
        model.addAttribute("made", made(partner, board.cycles(), chosen, at));
        model.addAttribute("story", story.items());
        model.addAttribute("next", story.next());
        model.addAttribute("first", paging.cursor() == null);
        model.addAttribute("edits", reader.grants().edits(partner));
        return "partner";
    }

    /** A cycle, and the pledges made in it; the newest cycle first. */
    record Made(CycleView cycle, List<PledgeView> pledges) {}

    private static List<Made> made(String partner, List<CycleView> cycles, @Nullable String chosen, Queries at) {
        return cycles.stream()
                .filter(cycle -> chosen == null || cycle.id().equals(chosen))
                .sorted((one, other) -> other.startsOn().compareTo(one.startsOn()))
                .map(cycle -> new Made(cycle, at.pledges().of(partner, cycle.id())))
                .filter(made -> !made.pledges().isEmpty())
                .toList();
    }
}
