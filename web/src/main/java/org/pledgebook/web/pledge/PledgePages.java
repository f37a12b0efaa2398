package org.pledgebook.web.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.page.Difference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** One pledge: what it commits to, how it is going, and everything that was ever said of it. */
@Controller
final class PledgePages {

    private final Clock clock;

    PledgePages(Clock clock) {
        this.clock = clock;
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/partners/{partner}/pledges/{cycle}/{number}")
    String show(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Reader reader,
            Queries at,
            @RequestAttribute(name = "asOf", required = false) @Nullable Moment moment,
            Model model) {
        var pledge = at.pledges()
                .find(partner, cycle, number)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number)));
        var board = at.boards().find(pledge.board()).orElseThrow(() -> Refused.unknown("board", pledge.board()));
        var span = cycle(board, cycle);
        var now = moment == null ? clock.instant() : moment.instant();
        var today = LocalDate.ofInstant(now, ZoneId.of(board.timeZone()));
        model.addAttribute("pledge", pledge);
        model.addAttribute(
                "partner", at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner)));
        model.addAttribute("board", board);
        model.addAttribute("cycle", span);
        model.addAttribute(
                "measures",
                pledge.measures().stream()
                        .map(measure -> new Drawn(measure, MeasureChart.of(measure, pledge, columns(span, pledge))))
                        .toList());
        model.addAttribute("versions", changes(pledge));
        model.addAttribute("reports", reports(pledge, span, today, ZoneId.of(board.timeZone())));
        model.addAttribute("mayReport", reader.maySend(RecordProgress.class, pledge.board(), partner));
        model.addAttribute("mayCorrect", reader.maySend(CorrectProgress.class, pledge.board(), partner));
        model.addAttribute("may", moment == null ? May.of(pledge, board, span, reader) : May.NOTHING);
        model.addAttribute("open", span.closedAt() == null && moment == null);
        return "pledge";
    }

    private static CycleView cycle(BoardView board, String cycle) {
        return board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("cycle", cycle));
    }

    /** The cycle's periods; where it has none, the days that were reported for. */
    private static List<String> columns(CycleView cycle, PledgeView pledge) {
        return cycle.periods().isEmpty()
                ? pledge.reports().stream().map(ReportView::period).toList()
                : cycle.periods().stream().map(Period::id).toList();
    }

    /** A measure with its drawing. */
    record Drawn(MeasureView measure, MeasureChart chart) {}

    /**
     * What stands for a period, or that nothing does.
     *
     * @param report null where there is none yet
     * @param earlier what was said before, newest first, each with how it became the next
     */
    record Quarter(
            String period,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable ReportView report,
            List<Correction> earlier) {}

    /** A report that was replaced. */
    record Correction(
            PledgeView.StatementView before,
            PledgeView.StatementView after,
            Difference narrative,
            Difference nextSteps) {}

    private static List<Quarter> reports(PledgeView pledge, CycleView cycle, LocalDate today, ZoneId zone) {
        var silent = cycle.periods().stream()
                .filter(period -> !period.startsOn().isAfter(today))
                .filter(period ->
                        !LocalDate.ofInstant(pledge.recordedAt(), zone).isAfter(period.endsOn()))
                .filter(period -> pledge.reports().stream()
                        .noneMatch(report -> report.period().equals(period.id())))
                .map(period ->
                        new Quarter(period.id(), period.dueOn(), today.isAfter(period.dueOn()), null, List.of()));
        var said = pledge.reports().stream()
                .map(report -> new Quarter(report.period(), report.dueOn(), false, report, corrections(report)));
        return Stream.concat(silent, said)
                .sorted(Comparator.comparing(Quarter::period).reversed())
                .toList();
    }

    private static List<Correction> corrections(ReportView report) {
        var corrections = new ArrayList<Correction>();
        for (var i = report.statements().size() - 1; i > 0; i--) {
            var before = report.statements().get(i - 1);
            var after = report.statements().get(i);
            corrections.add(new Correction(
                    before,
                    after,
                    Difference.between(before.narrative(), after.narrative()),
                    Difference.between(before.nextSteps(), after.nextSteps())));
        }
        return corrections;
    }

    /** One version of a pledge, with how each of its texts came from the version before; newest first. */
    record Amended(PledgeVersion version, Map<String, Difference> texts) {}

    private static List<Amended> changes(PledgeView pledge) {
        var amended = new ArrayList<Amended>();
        for (var i = pledge.versions().size() - 1; i > 0; i--) {
            amended.add(Amendments.between(
                    pledge.versions().get(i - 1), pledge.versions().get(i)));
        }
        return amended;
    }
}
