package org.pledgebook.web.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;
import org.pledgebook.web.Refused;

/** Everything that is wrong with a file, each thing where a person finds it: by sheet, row and column. */
final class FileFaults {

    private static final Comparator<Place> IN_THE_FILE = Comparator.<Place>comparingInt(place -> sheet(place.sheet()))
            .thenComparingInt(Place::row)
            .thenComparingInt(FileFaults::column);

    /** For one place the first that is said of it counts. */
    private final Map<Place, String> found = new LinkedHashMap<>();

    /**
     * A place in a file.
     *
     * @param row as a spreadsheet counts, from 1; 0 for the whole sheet
     * @param column its name; null for the whole row
     */
    record Place(String sheet, int row, @Nullable String column) {

        String words() {
            return sheet + (row == 0 ? "" : ", row " + row) + (column == null ? "" : ", column '" + column + "'");
        }
    }

    void add(String sheet, int row, @Nullable String column, String message) {
        add(new Place(sheet, row, column), message);
    }

    void add(Place place, String message) {
        found.putIfAbsent(place, message);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The problem that names them all. */
    Refused refused() {
        var faults = new ArrayList<Fault>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, IN_THE_FILE))
                .forEach(fault -> faults.add(new Fault(fault.getKey().words(), fault.getValue())));
        return new Refused(new Refusal(
                "statements-refused",
                422,
                "Some statements cannot be taken",
                "Nothing was recorded. What is wrong stands below, each by sheet, row and column: mend it and send the file again. What is in the book already does no harm.",
                faults));
    }

    private static int column(Place place) {
        return SheetKind.titled(place.sheet())
                .map(kind -> kind.columns.indexOf(place.column()))
                .orElse(-1);
    }

    private static int sheet(String title) {
        return SheetKind.titled(title).map(Enum::ordinal).orElse(-1);
    }
}
