package org.pledgebook.web.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.exchange.Csv;
import org.pledgebook.web.exchange.Sheet;
import org.pledgebook.web.page.Say;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Boards, and the dashboard of a cycle. */
@Controller
final class BoardPages {

    /** As many partners as one page of the matrix shows. */
    private static final int ROWS = 50;

    private final ExportLog exports;
    private final Say say;

    BoardPages(ExportLog exports, Say say) {
        this.exports = exports;
        this.say = say;
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping("/boards")
    String list(Reader reader, Paging paging, Queries at, Model model) {
        var page = paging.of((cursor, limit) -> at.boards().all(cursor, limit, reader.grants()::mayRead));
        model.addAttribute("boards", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute(
                "desks",
                reader.partners().stream()
                        .flatMap(partner -> at.partners().find(partner).stream())
                        .toList());
        return "boards";
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/boards/{board}")
    String board(@PathVariable String board, Paging paging, Queries at, Model model) {
        var page = paging.of((cursor, limit) -> at.partners().ofBoard(board, cursor, limit));
        model.addAttribute("board", find(board, at));
        model.addAttribute("partners", page.items());
        model.addAttribute("next", page.next());
        return "board";
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/boards/{board}/{cycle}")
    String dashboard(
            @PathVariable String board,
            @PathVariable String cycle,
            @RequestParam(defaultValue = "") String characteristic,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "1") int page,
            Queries at,
            Model model) {
        var found = find(board, at);
        var view = at.boards().dashboard(board, cycle, null).orElseThrow(() -> Refused.unknown("cycle", cycle));
        var filter = new Filter(characteristic, status, kind, name);
        var rows = filter.of(view);
        var pages = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
        if (page < 1 || page > pages) {
            throw Refused.parameter("page", "Give a number from 1 to " + pages + ".");
        }
        model.addAttribute("board", found);
        model.addAttribute("cycle", cycle(found, cycle));
        model.addAttribute("view", view);
        model.addAttribute("glance", Glance.of(view));
        model.addAttribute("names", names(view));
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", CellStatus.values());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("matching", rows.size());
        model.addAttribute("rows", rows.subList((page - 1) * ROWS, Math.min(rows.size(), page * ROWS)));
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        return "dashboard";
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/boards/{board}/{cycle}/figures.csv")
    ResponseEntity<byte[]> figures(
            @PathVariable String board,
            @PathVariable String cycle,
            Queries at,
            Sender sender,
            HttpServletRequest request) {
        var view = at.boards().dashboard(board, cycle, null).orElseThrow(() -> Refused.unknown("cycle", cycle));
        var glance = Glance.of(view);
        var rows = new ArrayList<List<@Nullable Object>>();
        add(rows, "how the pledges stand", glance.standing(), bar -> say.name("status", bar.key()));
        add(rows, "how far the measures have come", glance.measures(), bar -> say.text("measures." + bar.key()));
        add(rows, "whom the pledges concern", glance.characteristics(), bar -> say.characteristic(bar.key()));
        exports.write(sender, request);
        return Csv.answer(new Sheet("figures-" + board + "-" + cycle, List.of("figure", "what", "how many"), rows));
    }

    private static void add(
            List<List<@Nullable Object>> rows,
            String figure,
            List<Glance.Bar> bars,
            Function<Glance.Bar, String> name) {
        bars.forEach(bar -> rows.add(Arrays.asList(figure, name.apply(bar), bar.count())));
    }

    private static Map<String, String> names(DashboardView view) {
        return view.partners().stream().collect(Collectors.toMap(PartnerRow::partner, PartnerRow::name));
    }

    private static BoardView find(String board, Queries at) {
        return at.boards().find(board).orElseThrow(() -> Refused.unknown("board", board));
    }

    private static CycleView cycle(BoardView board, String cycle) {
        return board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("cycle", cycle));
    }

    /** A partner in the matrix, with those of its pledges that are asked for. */
    record Row(PartnerRow partner, List<PledgeRow> pledges) {}

    /**
     * Which rows of the matrix are asked for; what is empty lets everything through.
     *
     * @param status a {@link CellStatus} that any cell of a pledge says
     * @param name part of the partner's name
     */
    record Filter(String characteristic, String status, String kind, String name) {

        public boolean isEmpty() {
            return characteristic.isEmpty() && status.isEmpty() && kind.isEmpty() && name.isEmpty();
        }

        /** The rest of an address that asks for the same. */
        public Map<String, String> parameters() {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("characteristic", characteristic);
            parameters.put("status", status);
            parameters.put("kind", kind);
            parameters.put("name", name);
            parameters.values().removeIf(String::isEmpty);
            return parameters;
        }

        List<Row> of(DashboardView view) {
            return view.partners().stream()
                    .filter(row -> kind.isEmpty() || row.kind().name().equals(kind))
                    .filter(row -> row.name()
                            .toLowerCase(Locale.UK)
                            .contains(name.strip().toLowerCase(Locale.UK)))
                    .map(row -> new Row(
                            row, row.pledges().stream().filter(this::lets).toList()))
                    .filter(row -> !row.pledges().isEmpty() || characteristic.isEmpty() && status.isEmpty())
                    .toList();
        }

        private boolean lets(PledgeRow pledge) {
            return (characteristic.isEmpty() || pledge.characteristics().contains(characteristic))
                    && (status.isEmpty()
                            || pledge.cells().stream()
                                    .anyMatch(cell -> cell.status().name().equals(status)));
        }
    }
}
