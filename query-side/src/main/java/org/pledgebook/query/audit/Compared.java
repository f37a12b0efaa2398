package org.pledgebook.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is other than it was.
 *
 * @param id its public id
 * @param change whether it is new, over, or other
 * @param trend which way its status went, where it has one
 * @param fields every field that differs; of a new thing all it holds
 */
public record Compared(
        ThingKind kind, String id, Change change, @Nullable Trend trend, List<FieldChange> fields) {

    /** How a thing is other than it was. */
    public enum Change {
        /** It was not there. */
        NEW,
        /** It is over: a partner has left or merged, a pledge was withdrawn. Nothing is ever removed. */
        GONE,
        /** It was there, and says something else. */
        CHANGED
    }

    /**
     * A field that differs, and the event that made it what it is.
     *
     * @param by the last event that changed it; null where what changed is said of another thing
     */
    public record FieldChange(
            String field,
            @Nullable Object then,
            @Nullable Object now,
            @Nullable Trend trend,
            @Nullable Doing by) {}
}
