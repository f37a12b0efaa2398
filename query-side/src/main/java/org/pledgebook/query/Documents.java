package org.pledgebook.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The documents of the book at one point of its record, which queries read from: as they are kept now, or as the events
 * up to a position make them.
 */
public interface Documents {

    /** As many as there are. */
    int UNLIMITED = 0;

    /** One document. */
    <D extends Folded> Optional<D> find(Class<D> kind, String id);

    /** Those of the named documents that there are, in no order; one query, whatever their number. */
    <D extends Folded> List<D> find(Class<D> kind, Collection<String> ids);

    /** Those of a selection, at most {@code limit} of them; of a kind that folds make, so no entries. */
    <D extends Folded> List<D> list(Class<D> kind, Selection selection, int limit);

    /** The entries that one partner's events added, of a selection, at most {@code limit} of them. */
    <E extends Entry> List<E> entries(Class<E> kind, String partner, Selection selection, int limit);
}
