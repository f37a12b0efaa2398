package org.pledgebook.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;

/**
 * What events make of one kind of document. A fold is pure: it looks at the document and the event, and at nothing
 * else, so the same events give the same documents whenever and wherever they are folded.
 */
public interface Fold<D extends Folded> {

    /** The kind of document it makes. */
    Class<D> kind();

    /**
     * What the owners of its documents are, {@code partner:}. The id of a document begins with its owner's, up to the
     * first slash if there is one.
     */
    String owners();

    /** The owner of the document of that id, whether there is one or not. */
    default String owner(String id) {
        var slash = id.indexOf('/');
        return owners() + (slash < 0 ? id : id.substring(0, slash));
    }

    /** Which document an event changes; null for none. Many events change one document, one event never two of a kind. */
    @Nullable String id(Event event);

    /**
     * The document after one more event.
     *
     * @param before null for the first event of this document
     * @param recorded an event that {@link #id} names the document of, newer than what {@code before} reflects
     */
    D fold(@Nullable D before, Recorded recorded);

    /** What the event adds beside the document, for ever as it is; nothing where it adds nothing. */
    default List<Entry> entries(Recorded recorded) {
        return List.of();
    }

    /**
     * The event in words. Exactly one fold tells an event: the one whose document is the thing the event is about.
     *
     * @param before how the thing stood; null for its first event
     * @return null where this fold does not tell this event
     */
    default @Nullable Told tell(@Nullable D before, Event event) {
        return null;
    }

    /** What stands before an event that cannot be the first of its document. */
    static <T> T known(@Nullable T before, Event event) {
        if (before == null) {
            throw new IllegalStateException("The book says " + event + ", but nothing of what came before it.");
        }
        return before;
    }
}
