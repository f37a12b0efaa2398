package org.pledgebook.web.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Page;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.framework.FrameworkQueries;
import org.pledgebook.query.framework.FrameworkSummary;
import org.pledgebook.shared.board.Characteristics;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.exchange.Said;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.web.Refused;

/** The sheets that a partner fills in for a cycle: a row for everything that can still be said in it. */
final class Template {

    private static final int MEASURES = 2;

    private final CycleView cycle;
    private final List<Said> said;
    private final List<Framework> frameworks;

    Template(CycleView cycle, List<Said> said, List<Framework> frameworks) {
        this.cycle = cycle;
        this.said = said;
        this.frameworks = frameworks;
    }

    /** The newest version of every framework, or of the one that is named. */
    static List<Framework> newest(FrameworkQueries frameworks, @Nullable String only) {
        var newest = new LinkedHashMap<String, FrameworkSummary>();
        @Nullable String next = null;
        do {
            Page<FrameworkSummary> page = frameworks.all(next, 500);
            page.items().stream()
                    .filter(one -> only == null || one.id().equals(only))
                    .forEach(one -> newest.merge(
                            one.id(), one, (known, other) -> other.version() > known.version() ? other : known));
            next = page.next();
        } while (next != null);
        if (only != null && newest.isEmpty()) {
            throw Refused.unknown("framework", only);
        }
        return newest.values().stream()
                .flatMap(one -> frameworks.find(one.id(), one.version()).stream())
                .toList();
    }

    List<Sheet> sheets(BoardView board) {
        var sheets = new StatementSheets();
        frameworks.forEach(framework -> assess(framework, sheets));
        var made = made();
        var live = (int) made.values().stream().filter(Objects::nonNull).count();
        var numbers = new ArrayList<Integer>();
        made.forEach((number, measures) -> {
            if (measures != null) {
                numbers.add(number);
            }
        });
        for (int more = 1; more <= cycle.pledgesPerPartner() - live; more++) {
            var pledge = made.size() + more;
            numbers.add(pledge);
            var n = sheets.next();
            sheets.row(SheetKind.PLEDGES, n, null, pledge);
            for (int m = 0; m < MEASURES; m++) {
                sheets.row(SheetKind.MEASURES, n);
            }
        }
        if (cycle.periods().isEmpty()) {
            report(null, numbers, made, sheets);
        }
        cycle.periods().forEach(period -> report(period, numbers, made, sheets));
        return Stream.concat(Stream.of(readMe(board)), sheets.sheets().stream()).toList();
    }

    private static void assess(Framework framework, StatementSheets sheets) {
        var n = sheets.next();
        sheets.row(SheetKind.ASSESSMENTS, n, null, framework.id(), framework.version());
        framework
                .items()
                .forEach(item -> sheets.row(SheetKind.ANSWERS, n, item.id(), item.text(), Hints.howToAnswer(item)));
    }

    private void report(
            @Nullable Period period,
            List<Integer> numbers,
            Map<Integer, @Nullable List<Measure>> made,
            StatementSheets sheets) {
        var reported = reported();
        for (var pledge : numbers) {
            if (period != null && reported.contains(pledge + " " + period.id())) {
                continue;
            }
            var n = sheets.next();
            sheets.row(SheetKind.PROGRESS, n, null, pledge, period == null ? null : period.id());
            var measures = Objects.requireNonNullElse(made.get(pledge), List.<Measure>of());
            measures.forEach(measure -> sheets.row(SheetKind.READINGS, n, measure.id()));
        }
    }

    /** The measures of each pledge by its number; null where it was withdrawn. */
    private Map<Integer, @Nullable List<Measure>> made() {
        var made = new TreeMap<Integer, @Nullable List<Measure>>();
        for (var one : said) {
            var pledge = one.statement().pledge();
            if (one.says() != null) {
                made.put(pledge, one.says().measures());
            } else if (one.statement().command() instanceof WithdrawPledge) {
                made.put(pledge, null);
            }
        }
        return made;
    }

    private Set<String> reported() {
        var reported = new HashSet<String>();
        for (var one : said) {
            if (one.statement().command() instanceof RecordProgress report) {
                reported.add(report.number() + " " + Objects.requireNonNullElse(report.period(), ""));
            }
        }
        return reported;
    }

    private Sheet readMe(BoardView board) {
        var lines = new ArrayList<String>();
        lines.add(
                "Fill in the rows you need on the other sheets, and send the file back. A row in which you write nothing is passed over.");
        lines.add(
                "Each statement has a number of its own in the column #, in the order they were made. What a statement has several of (answers, measures, readings, evidence, tables) are rows of another sheet with the same number.");
        lines.add(
                "'said on' is the day it was said, where that is not the day you send this. Days are spelled like 2023-04-01.");
        lines.add("Sheets and columns with a name in brackets are for you: nothing is read from them.");
        lines.add("Several characteristics, teams or choices stand in one cell, with commas between them.");
        lines.add("characteristics: "
                + Stream.concat(Characteristics.OF_THE_ACT.stream(), board.characteristics().stream())
                        .collect(Collectors.joining(", ")));
        lines.add("origin: " + words(Commitment.Origin.values()));
        lines.add("status: " + words(Status.values()));
        cycle.periods()
                .forEach(period -> lines.add("period %s: %s to %s, report by %s"
                        .formatted(period.id(), period.startsOn(), period.endsOn(), period.dueOn())));
        return new Sheet(
                "(read me)",
                List.of("(how to fill this in)"),
                lines.stream().map(line -> List.<@Nullable Object>of(line)).toList());
    }

    private static String words(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).collect(Collectors.joining(", "));
    }
}
