package org.pledgebook.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pledgebook.query.Folds.Key;

/** All documents in a map: what folding comes to without any store. */
public final class MemoryDocuments {

    private final Map<Key, Folded> documents = new HashMap<>();

    /** Folds one event and answers what it changed. */
    public List<Folded> fold(Recorded recorded) {
        var after = Folds.after(recorded, documents::get);
        after.forEach(document -> documents.put(Key.of(document), document));
        return after;
    }

    /** One document, which must be there. */
    public <D extends Folded> D get(Class<D> kind, String id) {
        return kind.cast(Objects.requireNonNull(documents.get(new Key(kind, id)), id));
    }

    /** Everything. */
    public Map<Key, Folded> all() {
        return Map.copyOf(documents);
    }

    /** All of one kind. */
    public <D extends Folded> List<D> all(Class<D> kind) {
        return documents.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
