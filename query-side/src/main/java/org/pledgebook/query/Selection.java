package org.pledgebook.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a kind are asked for; they come in the order of their ids.
 *
 * @param fields what top-level fields hold: exactly this, or one of a collection of these; where the field is a list, in
 *     one of its elements
 * @param from the earliest {@code recordedAt}, included
 * @param to the latest {@code recordedAt}, excluded
 * @param after the id after which to begin; null to begin at the start
 * @param falling whether ids fall instead of rise, so that the newest entries come first
 */
public record Selection(
        Map<String, Object> fields,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String after,
        boolean falling) {

    /** Everything, by rising id. */
    public static final Selection ALL = new Selection(Map.of(), null, null, null, false);

    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

    /** Only those whose field holds this, or one of these where it is a collection; null does not limit. */
    public Selection with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Selection(more, from, to, after, falling);
    }

    /** Only those recorded in this span; null does not limit. */
    public Selection recorded(@Nullable Instant from, @Nullable Instant to) {
        return new Selection(fields, from, to, after, falling);
    }

    /** By falling id. */
    public Selection newestFirst() {
        return new Selection(fields, from, to, after, true);
    }

    /**
     * Begins after what the page before ended with.
     *
     * @param cursor an id; null to begin at the start
     * @throws IllegalArgumentException where it cannot be a cursor of ours
     */
    public Selection after(@Nullable String cursor) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new IllegalArgumentException(
                    "The cursor is not one of ours: ask with the 'next' of the page before.");
        }
        return new Selection(fields, from, to, cursor, falling);
    }
}
