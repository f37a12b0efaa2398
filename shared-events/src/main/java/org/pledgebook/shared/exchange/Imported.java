package org.pledgebook.shared.exchange;

import java.util.List;

/**
 * What came of an import, or would come of it.
 *
 * @param id whose statements they are, {@code healthwatch-islington/2023}
 * @param version how many statements of that partner and cycle are in the book after it
 * @param outcomes one for each statement, in their order
 */
public record Imported(String id, long version, List<Outcome> outcomes) {

    /** Copies the list. */
    public Imported {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of one statement.
     *
     * @param id of the thing it is about
     * @param known whether it was in the book already, so that nothing was recorded for it
     */
    public record Outcome(String id, boolean known) {}
}
