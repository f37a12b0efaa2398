package org.pledgebook.web.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was read, blank rows left out.
 *
 * @param name the sheet's, or the file's without its ending
 */
record Grid(String name, List<Line> lines) {

    /**
     * A row.
     *
     * @param number as a spreadsheet counts, from 1
     * @param cells null where there is nothing
     */
    record Line(int number, List<@Nullable Cell> cells) {

        /** What stands in a column, counted from 0; null where there is nothing. */
        @Nullable Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    /**
     * What stands in one place.
     *
     * @param text as it is written; of a number its digits
     * @param number where the spreadsheet knows it as a number
     * @param day what the number means where a date is expected; null where it means none
     * @param fault why it cannot be read, in words for the person who typed it
     */
    record Cell(
            String text,
            @Nullable BigDecimal number,
            @Nullable LocalDate day,
            @Nullable String fault) {

        static Cell of(String text) {
            return new Cell(text, null, null, null);
        }

        static Cell unreadable(String fault) {
            return new Cell("?", null, null, fault);
        }

        boolean isBlank() {
            return fault == null && text.isBlank();
        }
    }
}
