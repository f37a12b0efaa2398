package org.pledgebook.standalone;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Page;
import org.pledgebook.query.Queries;
import org.pledgebook.query.audit.HistoryEntry;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.support.SupportView;
import org.pledgebook.shared.pledge.Reading;

/** The facts of one board as the queries answer them, by the names that the {@link Oracle} gives them. */
final class Answered {

    private static final int PAGE = 12;

    private final Queries at;
    private final SortedMap<String, String> facts = new TreeMap<>();

    private Answered(Queries at) {
        this.at = at;
    }

    static SortedMap<String, String> facts(Queries at, String board) {
        var answered = new Answered(at);
        at.boards().find(board).ifPresent(answered::board);
        return answered.facts;
    }

    private void board(BoardView board) {
        facts.put("board", board.name());
        facts.put(
                "cycles",
                board.cycles().stream()
                        .map(cycle -> cycle.id() + " " + cycle.closedAt())
                        .collect(joining(", ")));
        var partners = pages(cursor -> at.partners().ofBoard(board.id(), cursor, PAGE));
        facts.put("partners", partners.stream().map(PartnerView::id).collect(joining(", ")));
        for (var partner : partners) {
            partner(at.partners().find(partner.id()).orElseThrow());
            board.cycles().forEach(cycle -> cycle(partner.id(), cycle.id()));
        }
        board.cycles().forEach(cycle -> dashboard(board.id(), cycle.id()));
    }

    private void partner(PartnerView partner) {
        var id = partner.id();
        facts.put(id + " name", partner.name());
        facts.put(id + " teams", String.join(", ", partner.teams()));
        facts.put(id + " left", String.valueOf(partner.leftAt()));
        facts.put(id + " merged into", String.valueOf(partner.mergedInto()));
        facts.put(
                id + " predecessors",
                String.join(
                        ", ",
                        new TreeSet<>(partner.predecessors().stream()
                                .map(PartnerView.Predecessor::id)
                                .toList())));
        facts.put(id + " version", String.valueOf(partner.version()));
        List<TimelineEntry> timeline = pages(cursor -> at.partners().timeline(id, null, cursor, PAGE));
        facts.put(
                id + " timeline",
                timeline.stream()
                        .map(entry -> entry.position() + " " + entry.type())
                        .collect(joining(", ")));
        List<SupportView> support = pages(cursor -> at.support().of(id, cursor, PAGE));
        support.forEach(one -> facts.put(
                id + " support " + one.number(),
                one.kind() + " “" + one.text() + "” "
                        + one.answers().stream()
                                .map(answer -> answer.from() + ": " + answer.text())
                                .collect(joining("; "))));
    }

    private void cycle(String partner, String cycle) {
        at.assessments().find(partner, cycle).ifPresent(assessment -> {
            var name = "assessment " + partner + "/" + cycle;
            facts.put(name + " version", String.valueOf(assessment.version()));
            facts.put(
                    name + " said",
                    said(assessment.recordedAt(), assessment.actor(), assessment.saidOn(), assessment.reason()));
            facts.put(
                    name + " answers",
                    assessment.answers().stream()
                            .map(answer -> answer.item() + "=" + number(answer.rating()))
                            .collect(joining(", ")));
            facts.put(name + " overall", number(assessment.score().overall()));
        });
        at.pledges().of(partner, cycle).forEach(this::pledge);
    }

    private void pledge(PledgeView pledge) {
        var id = pledge.id();
        facts.put(id + " title", pledge.title());
        facts.put(
                id + " said",
                said(
                        pledge.recordedAt(),
                        pledge.actor(),
                        pledge.saidOn(),
                        pledge.versions().get(0).reason()));
        facts.put(id + " version", String.valueOf(pledge.version()));
        facts.put(
                id + " versions",
                pledge.versions().stream()
                        .map(one -> said(one.recordedAt(), one.actor(), one.saidOn(), one.reason()))
                        .collect(joining("; ")));
        facts.put(id + " standing", pledge.standing().name());
        facts.put(
                id + " questions",
                pledge.questions().stream()
                        .map(asked -> {
                            var answer = asked.answer();
                            return asked.text() + " " + (answer == null ? null : answer.text());
                        })
                        .collect(joining("; ")));
        facts.put(id + " goes on as", String.valueOf(pledge.continuedAs()));
        facts.put(id + " status", String.valueOf(pledge.status()));
        pledge.reports().forEach(report -> {
            var name = id + " " + report.period();
            facts.put(name + " now", report.status() + " “" + report.narrative() + "” " + listed(report.readings()));
            facts.put(name + " late", String.valueOf(report.late()));
            facts.put(
                    name + " statements",
                    report.statements().stream()
                            .map(one -> said(one.recordedAt(), one.actor(), one.saidOn(), one.reason()))
                            .collect(joining("; ")));
        });
        pledge.measures()
                .forEach(measure -> facts.put(
                        id + " " + measure.id(), number(measure.reading()) + ", " + number(measure.attainment())));
        List<HistoryEntry> story = pages(cursor -> at.histories()
                .pledge(pledge.partner(), pledge.cycle(), pledge.number(), cursor, PAGE)
                .orElseThrow());
        facts.put(
                id + " story",
                story.stream().map(step -> String.valueOf(step.position())).collect(joining(", ")));
    }

    private void dashboard(String board, String cycle) {
        var dashboard = at.boards().dashboard(board, cycle, null).orElseThrow();
        var counts = new TreeMap<String, Integer>();
        for (var row : dashboard.partners()) {
            for (var pledge : row.pledges()) {
                facts.put(
                        "dashboard %s: %s %s".formatted(cycle, row.partner(), pledge.number()),
                        pledge.cells().stream()
                                .map(cell -> cell.status()
                                        + (cell.late() ? " late" : "")
                                        + (cell.corrected() ? " corrected" : ""))
                                .collect(joining(", ")));
            }
        }
        for (var status : CellStatus.values()) {
            var count = dashboard.statusCounts().getOrDefault(status, 0);
            if (count > 0) {
                counts.put(status.name(), count);
            }
        }
        facts.put("dashboard " + cycle, counts.toString());
    }

    private static String listed(List<Reading> readings) {
        return readings.stream()
                .map(reading -> reading.measure() + "=" + number(reading.value()))
                .collect(joining(", "));
    }

    private static String said(Object at, String actor, @Nullable Object saidOn, @Nullable String reason) {
        return "%s by %s on %s because %s".formatted(at, actor, saidOn, reason);
    }

    private static String number(@Nullable BigDecimal number) {
        return Oracle.number(number == null ? null : number.toPlainString());
    }

    private static <T> List<T> pages(Function<@Nullable String, Page<T>> ask) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var page = ask.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
