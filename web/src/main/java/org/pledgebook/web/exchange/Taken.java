package org.pledgebook.web.exchange;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.pledgebook.shared.exchange.Imported;

/**
 * What an import answers.
 *
 * @param id whose statements they are
 * @param version how many statements of the partner and cycle are in the book now, or would be
 * @param position the head of the book's global order, read after the commit
 * @param statements what came of each, in their order
 */
@Schema(description = "What came of an import.")
record Taken(
        @Schema(description = "Whose statements they are.", example = "healthwatch-islington/2023")
        String id,

        @Schema(description = "How many statements of the partner and cycle are in the book after it.", example = "12")
        long version,

        @Schema(description = "The head of the book's global order, read after the commit.", example = "42")
        long position,

        List<Row> statements) {

    static Taken of(Imported imported, List<Entry> entries, long position) {
        return new Taken(
                imported.id(),
                imported.version(),
                position,
                IntStream.range(0, entries.size())
                        .mapToObj(
                                i -> Row.of(entries.get(i), imported.outcomes().get(i)))
                        .toList());
    }

    /**
     * What came of one statement.
     *
     * @param number its number in the column {@code #}
     * @param id of the thing it is about
     * @param known whether it was in the book already, so that nothing was recorded
     */
    record Row(int number, String sheet, int row, String id, boolean known) {

        static Row of(Entry entry, Imported.Outcome outcome) {
            return new Row(entry.number(), entry.main().kind.title(), entry.main().row, outcome.id(), outcome.known());
        }
    }
}
