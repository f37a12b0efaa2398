package org.pledgebook.web.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.web.Open;
import org.pledgebook.web.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Where somebody begins: whoever has one place to go to is taken there. */
@Controller
final class StartPage {

    private static final int TWO = 2;

    private final BoardQueries boards;
    private final PartnerQueries partners;
    private final Clock clock;

    StartPage(BoardQueries boards, PartnerQueries partners, Clock clock) {
        this.boards = boards;
        this.partners = partners;
        this.clock = clock;
    }

    @Open
    @GetMapping("/")
    String start(@RequestAttribute(name = Reader.ATTRIBUTE, required = false) @Nullable Reader reader) {
        if (reader == null) {
            return "welcome";
        }
        var desks = reader.partners().stream()
                .map(partners::find)
                .flatMap(Optional::stream)
                .toList();
        var readable = boards.all(null, TWO, reader.grants()::mayRead).items();
        if (desks.size() == 1 && reader.grants().live().size() == 1) {
            return "redirect:/partners/" + desks.get(0).id() + "/desk";
        }
        if (desks.isEmpty() && readable.size() == 1 && !reader.administers() && !reader.audits()) {
            var board = readable.get(0);
            var cycle = current(board, LocalDate.now(clock.withZone(ZoneId.of(board.timeZone()))));
            if (cycle != null) {
                return "redirect:/boards/" + board.id() + "/" + cycle.id();
            }
        }
        return "redirect:/boards";
    }

    /** The cycle that began last by this day; where none has begun, the one that begins next. */
    static @Nullable CycleView current(BoardView board, LocalDate today) {
        var byStart = board.cycles().stream()
                .sorted(Comparator.comparing(CycleView::startsOn))
                .toList();
        return byStart.stream()
                .filter(cycle -> !cycle.startsOn().isAfter(today))
                .reduce((first, second) -> second)
                .or(() -> byStart.stream().findFirst())
                .orElse(null);
    }
}
