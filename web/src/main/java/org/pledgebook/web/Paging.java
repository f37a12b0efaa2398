package org.pledgebook.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param cursor the {@code next} of the page before; null for the first page
 * @param limit 1 to 500, 100 where nothing is said
 */
public record Paging(@Nullable String cursor, int limit) {

    static final int USUAL = 100;
    static final int MOST = 500;
}
