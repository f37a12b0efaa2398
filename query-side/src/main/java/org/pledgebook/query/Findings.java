package org.pledgebook.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Drill} found.
 *
 * @param position of the last event that it folded before it compared
 * @param comparedUpTo the position at which it compared last: documents that changed meanwhile were folded on and compared
 *     again. Equal to {@code position} where none did
 * @param events how many it folded
 * @param documents how many documents it compared with their twins, entries among them
 * @param copies how many copies of events it compared with the store
 * @param leaves how many leaves of the log it compared with the store
 * @param root of the log over so many leaves, in Base64 as in a checkpoint; null for an empty book
 * @param moments the instants at which it compared answers of the past with the plain replay
 * @param collections what it made, by name
 * @param unsettled documents that changed too fast to be compared at one position, and so were not
 * @param differing how many differences there are
 * @param differences the first of them, by what was compared: answers of the past, leaves, then documents by collection
 *     and id
 */
public record Findings(
        long position,
        long comparedUpTo,
        long events,
        long documents,
        long copies,
        long leaves,
        @Nullable String root,
        List<Sampled> moments,
        List<Made> collections,
        long unsettled,
        long differing,
        List<Deviation> differences) {

    /**
     * An instant that was stood on.
     *
     * @param position what it stands for by the plain replay
     * @param answers how many answers as of then were compared
     */
    public record Sampled(Instant instant, long position, int answers) {}

    /**
     * What one collection came to. The same events give the same digest wherever they are folded by the same version.
     *
     * @param documents how many
     * @param digest SHA-256 over the SHA-256 of each document, in the order of their ids, each as BSON with its fields in
     *     the order of their names; in hexadecimal
     */
    public record Made(String collection, long documents, String digest) {}

    /**
     * Something that is not what the events make it.
     *
     * @param where the collection, {@code log}, or {@code as of} and the instant
     * @param document its id, a leaf's index, or the address of an answer
     * @param what how it is wrong
     * @param field the way to the first field that is other, {@code /reports/0/status}; null where all of it is missing
     *     or unfounded
     * @param position of the event that the field has its right value from
     * @param event that event's id; null where the store has none there
     * @param type that event's stored name
     */
    public record Deviation(
            String where,
            String document,
            What what,
            @Nullable String field,
            long position,
            @Nullable String event,
            @Nullable String type) {}

    /** How something is wrong. */
    public enum What {
        /** The events make it, and it is not there. */
        MISSING,
        /** It is there, and no event makes it. */
        UNFOUNDED,
        /** It says something else than the events make it say. */
        OTHER,
        /** It could not be read. */
        UNREADABLE
    }
}
