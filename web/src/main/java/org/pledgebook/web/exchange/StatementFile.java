package org.pledgebook.web.exchange;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.exchange.Statement;
import org.pledgebook.web.exchange.Grid.Cell;
import org.pledgebook.web.exchange.Grid.Line;

/** A file of statements as it was read: what {@link StatementSheets} writes, and what a person makes of it. */
final class StatementFile {

    private final Map<SheetKind, List<StatementRow>> rows = new EnumMap<>(SheetKind.class);
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private final FileFaults faults = new FileFaults();

    private StatementFile() {}

    /** Reads the sheets of a file. The statements are the partner's, in the cycle. */
    static StatementFile of(List<Grid> grids, String partner, String cycle) {
        var file = new StatementFile();
        grids.forEach(file::read);
        if (!file.faults.isEmpty()) {
            // Where a column is not known, the rows would seem to lack what stands in it.
            throw file.faults.refused();
        }
        file.number();
        file.entries.values().forEach(entry -> entry.say(partner, cycle));
        return file;
    }

    /** A single sheet, known by its columns. */
    static Grid named(Grid grid) {
        var header =
                grid.lines().isEmpty() ? Set.<String>of() : columns(grid.lines().get(0));
        var kind = header.isEmpty() ? null : SheetKind.withColumns(header).orElse(null);
        if (kind == null) {
            throw Unread.because(
                    "The first row does not tell which sheet this is. Keep the column names of the template, or send all sheets as a workbook or a zip.");
        }
        return new Grid(kind.title(), grid.lines());
    }

    FileFaults faults() {
        return faults;
    }

    /** In the order of their numbers. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    List<Statement> statements() {
        return entries.values().stream().map(Entry::statement).toList();
    }

    private void read(Grid grid) {
        var title = grid.name().strip().toLowerCase(Locale.ROOT);
        if (SheetKind.isForTheReader(title)) {
            return;
        }
        var kind = SheetKind.titled(title).orElse(null);
        if (kind == null) {
            faults.add(
                    grid.name(),
                    0,
                    null,
                    "There is no such sheet. Call it one of %s, or put its name in brackets to keep notes on it."
                            .formatted(Stream.of(SheetKind.values())
                                    .map(SheetKind::title)
                                    .collect(Collectors.joining(", "))));
        } else if (rows.containsKey(kind)) {
            faults.add(title, 0, null, "This sheet is in the file twice. Put its rows together.");
        } else {
            rows.put(kind, read(kind, grid.lines()));
        }
    }

    private List<StatementRow> read(SheetKind kind, List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var header = header(kind, lines.get(0));
        var read = new ArrayList<StatementRow>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = new HashMap<String, Cell>();
            for (int c = 0; c < line.cells().size(); c++) {
                var cell = line.cell(c);
                var column = c < header.size() ? header.get(c) : null;
                if (cell == null || cell.isBlank()) {
                    continue;
                }
                if (column == null) {
                    faults.add(
                            kind.title(),
                            line.number(),
                            null,
                            "'%s' stands under no column name. Give its column a name in brackets, or take it out."
                                    .formatted(shortened(cell.text())));
                } else if (!SheetKind.isForTheReader(column)) {
                    cells.put(column, cell);
                }
            }
            if (!cells.isEmpty()) {
                read.add(new StatementRow(kind, line.number(), cells, faults));
            }
        }
        return read;
    }

    private List<@Nullable String> header(SheetKind kind, Line line) {
        var header = new ArrayList<@Nullable String>();
        for (int c = 0; c < line.cells().size(); c++) {
            var cell = line.cell(c);
            header.add(cell == null || cell.isBlank() ? null : columnName(cell));
        }
        var seen = new LinkedHashSet<String>();
        for (var column : header) {
            if (column == null || SheetKind.isForTheReader(column)) {
                continue;
            }
            if (!kind.columns.contains(column)) {
                faults.add(
                        kind.title(),
                        line.number(),
                        shortened(column),
                        "There is no such column. Known are %s; put another's name in brackets to keep notes in it."
                                .formatted(kind.columns.stream()
                                        .filter(one -> !SheetKind.isForTheReader(one))
                                        .collect(Collectors.joining(", "))));
            } else if (!seen.add(column)) {
                faults.add(kind.title(), line.number(), column, "This column is there twice. Keep one of them.");
            }
        }
        if (!seen.contains("#")) {
            faults.add(
                    kind.title(),
                    line.number(),
                    "#",
                    "This column is missing. It holds a number for each statement, in the order they were made.");
        }
        return header;
    }

    private static Set<String> columns(Line header) {
        var columns = new LinkedHashSet<String>();
        for (var cell : header.cells()) {
            if (cell != null && !cell.isBlank() && !SheetKind.isForTheReader(columnName(cell))) {
                columns.add(columnName(cell));
            }
        }
        return columns;
    }

    private static String columnName(Cell cell) {
        return cell.text().strip().toLowerCase(Locale.ROOT);
    }

    /** Puts the rows of each statement together. */
    private void number() {
        var parts = parts();
        for (var main : EnumSet.allOf(SheetKind.class)) {
            if (!main.isMain()) {
                continue;
            }
            for (var row : rows.getOrDefault(main, List.of())) {
                if (!row.isFilledIn() && !parts.containsKey(numberOf(row))) {
                    continue;
                }
                var number = row.whole("#");
                if (number > 0 && entries.containsKey(number)) {
                    row.fault(
                            "#", "%d is the number of another statement. Give each one of its own.".formatted(number));
                } else if (number > 0) {
                    entries.put(number, new Entry(number, row, parts.getOrDefault(number, List.of())));
                }
            }
        }
        parts.forEach((number, belonging) -> belonging.forEach(part -> checkBelongs(number, part)));
    }

    private Map<Integer, List<StatementRow>> parts() {
        return rows.entrySet().stream()
                .filter(kind -> !kind.getKey().isMain())
                .flatMap(kind -> kind.getValue().stream())
                .filter(StatementRow::isFilledIn)
                .collect(groupingBy(row -> row.whole("#"), LinkedHashMap::new, Collectors.toList()));
    }

    private void checkBelongs(int number, StatementRow part) {
        var entry = entries.get(number);
        if (number == 0) {
            return;
        }
        if (entry == null) {
            part.fault("#", "There is no statement %d. Give the number of the one this belongs to.".formatted(number));
        } else if (!part.kind.isPartOf(entry.main().kind)) {
            part.fault(
                    "#",
                    "Statement %d stands on the sheet '%s' and has no %s."
                            .formatted(number, entry.main().kind.title(), part.kind.title()));
        }
    }

    private static int numberOf(StatementRow row) {
        var word = row.word("#");
        return word != null && word.matches("\\d{1,9}") ? Integer.parseInt(word) : 0;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}
