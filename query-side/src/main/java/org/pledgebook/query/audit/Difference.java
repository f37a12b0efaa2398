package org.pledgebook.query.audit;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param field the way to it in the thing's own answer, {@code /measures/seats/target}; an element of a list is named by
 *     its id, item, period, measure, cycle, section or number
 * @param then what it held: text, a number, a truth value, or a list of these; null where there was nothing
 * @param now what it holds; null where there is nothing any more
 * @param trend which way it went, where it is a status
 */
public record Difference(
        String field,
        @Nullable Object then,
        @Nullable Object now,
        @Nullable Trend trend) {}
