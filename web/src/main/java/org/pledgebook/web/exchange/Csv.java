package org.pledgebook.web.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.exchange.Grid.Cell;
import org.pledgebook.web.exchange.Grid.Line;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tables as CSV: UTF-8 with a byte order mark, without which spreadsheets take it for something else, and RFC 4180.
 * Also read with semicolons or tabs, as spreadsheets write it in many countries.
 */
public final class Csv {

    /** What it is called over HTTP. */
    public static final String TYPE = "text/csv";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private Csv() {}

    /** One sheet as a file to be kept, called as the sheet is. */
    public static ResponseEntity<byte[]> answer(Sheet sheet) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE + ";charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sheet.name() + ".csv\"")
                .body(write(sheet));
    }

    static byte[] write(Sheet sheet) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = CSVFormat.RFC4180.print(text)) {
            csv.printRecord(sheet.columns().stream().map(Protection::on));
            for (var row : sheet.rows()) {
                csv.printRecord(row.stream().map(Csv::spelled));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A number is no formula, also where it is negative. */
    private static @Nullable Object spelled(@Nullable Object value) {
        if (value instanceof String text) {
            return Protection.on(text);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }

    static Grid read(String name, byte[] bytes) {
        var text = text(bytes);
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator(text)).get();
        var lines = new ArrayList<Line>();
        try (var csv = format.parse(new StringReader(text))) {
            for (var row : csv) {
                var cells = cells(row);
                if (cells.stream().anyMatch(cell -> cell != null)) {
                    lines.add(new Line(Math.toIntExact(row.getRecordNumber()), cells));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw Unread.because("This is no well-formed CSV: look for a quotation mark that is missing or too many.");
        }
        return new Grid(name, lines);
    }

    private static List<@Nullable Cell> cells(CSVRecord row) {
        var cells = new ArrayList<@Nullable Cell>();
        for (var value : row) {
            cells.add(value.isBlank() ? null : Cell.of(Protection.off(value)));
        }
        return cells;
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Unread.because(
                    "This is not UTF-8 text. Save it as 'CSV UTF-8', or as an Excel workbook (.xlsx), and send that.");
        }
    }

    /** The one that occurs most in the first line. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        var best = SEPARATORS[0];
        for (var candidate : SEPARATORS) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }
}
