package org.pledgebook.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Told.Change;

/**
 * A field that became another, to be shown side by side or in one.
 *
 * @param what its name, as the record calls it
 * @param from how it stood; null where it is new
 * @param to how it stands; null where it is gone
 * @param difference word by word
 */
public record Changed(
        String what, @Nullable String from, @Nullable String to, Difference difference) {

    /** Every field of one change. */
    public static List<Changed> of(List<Change> changes) {
        return changes.stream()
                .map(change -> new Changed(
                        change.what(), change.from(), change.to(), Difference.between(change.from(), change.to())))
                .toList();
    }
}
