package org.pledgebook.web;

import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Page;

/**
 * Which part of a list is asked for.
 *
 * @param cursor the {@code next} of the page before; null for the first page
 * @param limit 1 to 500, 100 where nothing is said
 */
public record Paging(@Nullable String cursor, int limit) {

    static final int USUAL = 100;
    static final int MOST = 500;

    /** Asks a query for that part, and refuses with 400 a cursor that the query does not know. */
    public <T> Page<T> of(Query<T> query) {
        try {
            return query.page(cursor, limit);
        } catch (IllegalArgumentException notOurs) {
            if (cursor == null) {
                throw notOurs;
            }
            throw Refused.parameter("cursor", "Give the next of the page before, or leave it out for the first page.");
        }
    }

    /** A query that answers in parts. */
    @FunctionalInterface
    public interface Query<T> {

        /** The part after the cursor; an {@link IllegalArgumentException} says that it is none of the query's. */
        Page<T> page(@Nullable String cursor, int limit);
    }
}
