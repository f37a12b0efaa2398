package org.pledgebook.web.pledge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.QuestionView;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.exchange.Csv;
import org.pledgebook.web.exchange.Sheet;
import org.pledgebook.web.page.Changed;
import org.pledgebook.web.page.Difference;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** One pledge: what it commits to, how it is going, and everything that was ever said of it. */
@Controller
final class PledgePages {

    private final ExportLog exports;
    private final Clock clock;

    PledgePages(ExportLog exports, Clock clock) {
        this.exports = exports;
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
        var pledge = find(partner, cycle, number, at);
        var board = at.boards().find(pledge.board()).orElseThrow(() -> Refused.unknown("board", pledge.board()));
        var span = cycle(board, cycle);
        var zone = ZoneId.of(board.timeZone());
        var now = moment == null ? clock.instant() : moment.instant();
        var today = LocalDate.ofInstant(now, zone);
        model.addAttribute("pledge", pledge);
        model.addAttribute(
                "partner", at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner)));
        model.addAttribute("board", board);
        model.addAttribute("cycle", span);
        model.addAttribute(
                "measures",
                pledge.measures().stream()
                        .map(measure -> new Drawn(
                                measure,
                                first(measure, pledge),
                                MeasureChart.of(measure, pledge, columns(span, pledge))))
                        .toList());
        model.addAttribute("items", items(pledge, at));
        model.addAttribute("versions", changes(pledge));
        model.addAttribute("reports", reports(pledge, span, today, zone));
        model.addAttribute("questions", questions(pledge, now, zone));
        model.addAttribute("support", at.support().about(partner, pledge.id()));
        model.addAttribute("mayReport", reader.maySend(RecordProgress.class, pledge.board(), partner));
        model.addAttribute("mayCorrect", reader.maySend(CorrectProgress.class, pledge.board(), partner));
        model.addAttribute("may", moment == null ? May.of(pledge, board, span, reader) : May.NOTHING);
        model.addAttribute("mayAsk", moment == null && reader.maySend(AskQuestion.class, pledge.board(), partner));
        model.addAttribute("open", span.closedAt() == null && moment == null);
        return "pledge";
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/partners/{partner}/pledges/{cycle}/{number}/readings.csv")
    ResponseEntity<byte[]> readings(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Queries at,
            Sender sender,
            HttpServletRequest request) {
        var pledge = find(partner, cycle, number, at);
        var rows = new ArrayList<List<@Nullable Object>>();
        pledge.measures()
                .forEach(measure -> pledge.reports()
                        .forEach(report -> report.readings().stream()
                                .filter(reading -> reading.measure().equals(measure.id()))
                                .forEach(reading -> rows.add(Arrays.asList(
                                        measure.id(),
                                        measure.title(),
                                        measure.unit(),
                                        measure.baseline(),
                                        measure.target(),
                                        measure.targetDate(),
                                        report.period(),
                                        reading.value())))));
        exports.write(sender, request);
        return Csv.answer(new Sheet(
                "readings-%s-%s-%d".formatted(partner, cycle, number),
                List.of("measure", "title", "unit", "baseline", "target", "target date", "period", "reading"),
                rows));
    }

    private static PledgeView find(String partner, String cycle, int number, Queries at) {
        return at.pledges()
                .find(partner, cycle, number)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number)));
    }

    /** What the pledge answers, in the words of the framework its partner assessed itself by; else by their ids. */
    private static List<String> items(PledgeView pledge, Queries at) {
        if (pledge.items().isEmpty()) {
            return List.of();
        }
        var framework = at.assessments()
                .find(pledge.partner(), pledge.cycle())
                .flatMap(assessment -> at.frameworks().find(assessment.framework(), assessment.frameworkVersion()));
        return pledge.items().stream()
                .map(answered -> framework
                        .filter(found -> found.id().equals(answered.framework()))
                        .flatMap(found -> found.items()
                                .filter(item -> item.id().equals(answered.item()))
                                .findFirst())
                        .map(item -> item.id() + ": " + item.text())
                        .orElse(answered.item() + " (" + answered.framework() + ")"))
                .toList();
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

    /**
     * A measure with its drawing.
     *
     * @param first as it was first said, where its baseline, target or date is another by now; else null
     */
    record Drawn(MeasureView measure, @Nullable MeasureVersion first, MeasureChart chart) {}

    private static @Nullable MeasureVersion first(MeasureView measure, PledgeView pledge) {
        var now = pledge.versions().get(pledge.versions().size() - 1).measures().stream()
                .filter(one -> one.id().equals(measure.id()))
                .findFirst();
        return pledge.versions().stream()
                .flatMap(version -> version.measures().stream())
                .filter(one -> one.id().equals(measure.id()))
                .findFirst()
                .filter(said -> now.stream().noneMatch(one -> aimsAlike(one, said)))
                .orElse(null);
    }

    private static boolean aimsAlike(MeasureVersion one, MeasureVersion other) {
        return Stream.<Function<MeasureVersion, @Nullable Object>>of(
                        MeasureVersion::baseline, MeasureVersion::target, MeasureVersion::targetDate)
                .allMatch(part -> Objects.equals(part.apply(one), part.apply(other)));
    }

    /** A question, and for how many days it has been open; null where it is answered. */
    record Asked(QuestionView question, @Nullable Long days) {}

    private static List<Asked> questions(PledgeView pledge, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return pledge.questions().stream()
                .map(question -> new Asked(
                        question,
                        question.answer() != null
                                ? null
                                : (Long) ChronoUnit.DAYS.between(
                                        LocalDate.ofInstant(question.recordedAt(), zone), today)))
                .toList();
    }

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

    /** A version of a pledge beside the one before it. */
    record Amended(PledgeVersion version, List<Changed> fields) {}

    /** Newest first. */
    private static List<Amended> changes(PledgeView pledge) {
        return pledge.versions().stream()
                .filter(version -> version.number() > 1)
                .sorted(Comparator.comparingInt(PledgeVersion::number).reversed())
                .map(version -> new Amended(version, Changed.of(version.changes())))
                .toList();
    }
}
