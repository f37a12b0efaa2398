package org.pledgebook.web.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.exchange.FileFaults.Place;
import org.pledgebook.web.exchange.Grid.Cell;

/** One row of a sheet, and how its cells become values. What cannot be read is a fault, and reads as nothing. */
final class StatementRow {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d{1,40},\\d{1,40}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,10}");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;\\n]\\s*");

    final SheetKind kind;
    final int row;
    private final Map<String, Cell> cells;
    private final FileFaults faults;

    StatementRow(SheetKind kind, int row, Map<String, Cell> cells, FileFaults faults) {
        this.kind = kind;
        this.row = row;
        this.cells = cells;
        this.faults = faults;
    }

    /** Whether anything stands in it that a template does not fill in. */
    boolean isFilledIn() {
        return cells.keySet().stream().anyMatch(column -> !kind.given.contains(column));
    }

    Place place(@Nullable String column) {
        return new Place(kind.title(), row, column);
    }

    void fault(@Nullable String column, String message) {
        faults.add(place(column), message);
    }

    /** Exactly as it was written. */
    @Nullable String text(String column) {
        var cell = cell(column);
        return cell == null ? null : cell.text();
    }

    /** An id or another word, without the spaces around it. */
    @Nullable String word(String column) {
        var cell = cell(column);
        return cell == null ? null : cell.text().strip();
    }

    @Nullable BigDecimal number(String column) {
        var cell = cell(column);
        if (cell == null || cell.number() != null) {
            return cell == null ? null : cell.number();
        }
        return number(cell.text().strip(), column);
    }

    private @Nullable BigDecimal number(String text, String column) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        fault(
                column,
                WITH_COMMA.matcher(text).matches()
                        ? "Write the number with a decimal point, such as 1.5: with a comma it could be read in two ways."
                        : "Give a number, such as 12 or 1.5.");
        return null;
    }

    /** A whole number from 0; where there is none or it cannot be read, 0. */
    int whole(String column) {
        var word = word(column);
        if (word != null && WHOLE.matcher(word).matches()) {
            var number = Long.parseLong(word);
            if (number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        fault(column, word == null ? "Give a number: it is missing." : "Give a whole number.");
        return 0;
    }

    /** As {@link #whole}; null where there is none. */
    @Nullable Integer wholeOrNull(String column) {
        return word(column) == null ? null : Integer.valueOf(whole(column));
    }

    @Nullable LocalDate day(String column) {
        var cell = cell(column);
        if (cell == null) {
            return null;
        }
        if (cell.number() != null && cell.day() != null) {
            return cell.day();
        }
        if (cell.number() == null && DAY.matcher(cell.text().strip()).matches()) {
            try {
                return LocalDate.parse(cell.text().strip());
            } catch (DateTimeException e) {
                // Such as 2023-02-30: said below.
            }
        }
        fault(column, "Give a date that exists, spelled like 2023-04-01.");
        return null;
    }

    <E extends Enum<E>> @Nullable E choice(String column, Class<E> of) {
        var word = word(column);
        if (word == null) {
            return null;
        }
        var spelled = word.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        for (var constant : of.getEnumConstants()) {
            if (constant.name().equals(spelled)) {
                return constant;
            }
        }
        fault(
                column,
                "Give one of "
                        + Arrays.stream(of.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + ".");
        return null;
    }

    /** Words between commas, semicolons or line breaks. */
    List<String> list(String column) {
        var word = word(column);
        return word == null
                ? List.of()
                : Arrays.stream(BETWEEN.split(word))
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** As {@link #list}; null where there is nothing, and empty where none is said. */
    @Nullable List<String> listOrNull(String column) {
        var word = word(column);
        return word == null ? null : word.equalsIgnoreCase(StatementSheets.NONE) ? List.of() : list(column);
    }

    /** Numbers between commas; null where there is nothing, and none where that is said. */
    @Nullable List<BigDecimal> numbers(String column) {
        var word = word(column);
        if (word == null) {
            return null;
        }
        var numbers = new ArrayList<BigDecimal>();
        if (!word.equalsIgnoreCase(StatementSheets.NONE)) {
            for (var one : list(column)) {
                var number = number(one, column);
                if (number != null) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private @Nullable Cell cell(String column) {
        var cell = cells.get(column);
        if (cell != null && cell.fault() != null) {
            fault(column, cell.fault());
            return null;
        }
        return cell;
    }
}
