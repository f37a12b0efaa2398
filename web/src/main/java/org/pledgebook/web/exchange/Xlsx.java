package org.pledgebook.web.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figures;
import org.pledgebook.web.Refused;
import org.pledgebook.web.exchange.Grid.Cell;
import org.pledgebook.web.exchange.Grid.Line;

/** Tables as the sheets of an Excel workbook: text is text, numbers are numbers, dates are dates, and no formula. */
final class Xlsx {

    /** What a spreadsheet keeps of a number; one with more is written as text. */
    private static final int DIGITS = 15;

    /** Before this day spreadsheets count wrongly. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final int NARROWEST = 12;
    private static final int WIDE = 40;

    /** Spreadsheets spell characters that XML cannot hold like this, so text that looks so is spelled like this too. */
    private static final Pattern SPELLED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern LOOKS_SPELLED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern TIME_OF_WRITING = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/]+[!?]?");

    private Xlsx() {}

    static byte[] write(List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Pledgebook", null)) {
            for (var sheet : sheets) {
                write(sheet, workbook.newWorksheet(sheet.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return timeless(bytes.toByteArray());
    }

    private static void write(Sheet sheet, Worksheet into) {
        for (int c = 0; c < sheet.columns().size(); c++) {
            into.value(0, c, sheet.columns().get(c));
            into.style(0, c).bold().set();
            into.width(c, Math.max(NARROWEST, width(sheet, c)));
        }
        into.freezePane(0, 1);
        for (int r = 0; r < sheet.rows().size(); r++) {
            var row = sheet.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                write(row.get(c), r + 1, c, into);
            }
        }
    }

    private static int width(Sheet sheet, int column) {
        return sheet.rows().stream()
                .map(row -> row.get(column))
                .mapToInt(value ->
                        value == null ? 0 : Math.min(WIDE, value.toString().length()))
                .max()
                .orElse(0);
    }

    private static void write(@Nullable Object value, int row, int column, Worksheet into) {
        if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            into.value(row, column, day);
            into.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof BigDecimal number && number.precision() > DIGITS) {
            into.value(row, column, number.toPlainString());
        } else if (value instanceof Number number) {
            into.value(row, column, number);
        } else if (value != null) {
            var text = Protection.onTyped(value.toString());
            into.value(row, column, LOOKS_SPELLED.matcher(text).replaceAll("_x005F_"));
            into.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    /** The same sheets give the same bytes, whenever they are written. */
    private static byte[] timeless(byte[] workbook) {
        var parts = new LinkedHashMap<>(Zipped.read(workbook));
        parts.computeIfPresent(
                "docProps/core.xml",
                (name, part) -> TIME_OF_WRITING
                        .matcher(new String(part, StandardCharsets.UTF_8))
                        .replaceAll("$11980-01-01T00:00:00Z")
                        .getBytes(StandardCharsets.UTF_8));
        return Zipped.write(parts);
    }

    static List<Grid> read(byte[] bytes) {
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(XlsxGuard.checked(bytes)), new ReadingOptions(true, true))) {
            var grids = new ArrayList<Grid>();
            for (var sheet : workbook.getSheets().toList()) {
                try (var rows = sheet.openStream()) {
                    grids.add(new Grid(
                            sheet.getName(),
                            rows.map(Xlsx::line)
                                    .filter(line -> line.cells().stream().anyMatch(cell -> cell != null))
                                    .toList()));
                }
            }
            return grids;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // The library throws whatever its parser meets.
            throw Unread.because("This is no workbook that can be read. Save it as .xlsx again, and send that.");
        }
    }

    private static Line line(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<@Nullable Cell>();
        for (int c = 0; c < row.getCellCount(); c++) {
            cells.add(cell(row.getCell(c)));
        }
        return new Line(row.getRowNum(), cells);
    }

    private static @Nullable Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        var value = cell.getValue();
        if (cell.getType() == CellType.FORMULA && value == null) {
            return Cell.unreadable("This formula has no result yet. Open the file, save it, and send it again.");
        }
        if (cell.getType() == CellType.ERROR
                || cell.getType() == CellType.FORMULA
                        && value instanceof String error
                        && ERROR.matcher(error).matches()) {
            return Cell.unreadable("The spreadsheet shows an error here. Mend it, or write what is meant.");
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean truth) {
            return Cell.of(truth ? "TRUE" : "FALSE");
        }
        var text = value == null ? "" : Protection.off(unspelled(value.toString()));
        return text.isBlank() ? null : Cell.of(text);
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
        var format = cell.getDataFormatString();
        if (format != null && format.contains("%")) {
            return Cell.unreadable(
                    "This is shown as a percentage. Format the cell as a plain number, so that what is seen is what is read.");
        }
        // More digits are of the machine, not of the person: 0.1 + 0.2.
        var seen = Figures.plain(number.precision() > DIGITS ? number.round(new MathContext(DIGITS)) : number);
        return new Cell(seen.toPlainString(), seen, day(cell), null);
    }

    private static @Nullable LocalDate day(org.dhatim.fastexcel.reader.Cell cell) {
        try {
            var moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate() : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static String unspelled(String text) {
        return SPELLED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }
}
