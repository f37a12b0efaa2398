package org.pledgebook.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.shared.BookSerializer;

/** The copy of the events in maps. */
class MemoryCopy implements Documents {

    private final Map<Key, Folded> kept = new HashMap<>();

    /** A copy of all these. */
    static MemoryCopy of(List<Recorded> history) {
        var copy = new MemoryCopy();
        history.forEach(copy::add);
        return copy;
    }

    void add(Recorded recorded) {
        var event = History.copy(recorded);
        kept.put(Key.of(event), event);
        var register = Register.after(find(Register.class, event.owner()).orElse(null), recorded);
        kept.put(Key.of(register), register);
    }

    /** Its states, folded when they are asked for; so many are remembered. */
    OwnerStates states(int remembered) {
        return new OwnerStates(new KeptEvents(this, BookSerializer.create(), NoOpEventUpcaster.INSTANCE), remembered);
    }

    @Override
    public <D extends Folded> Optional<D> find(Class<D> kind, String id) {
        return Optional.ofNullable(kept.get(new Key(kind, id))).map(kind::cast);
    }

    @Override
    public <D extends Folded> List<D> find(Class<D> kind, Collection<String> ids) {
        return ids.stream().flatMap(id -> find(kind, id).stream()).toList();
    }

    @Override
    public <D extends Folded> List<D> list(Class<D> kind, Selection selection, int limit) {
        if (kind != Register.class) {
            throw new UnsupportedOperationException(kind.getName());
        }
        return new ArrayList<>(kept.values())
                .stream()
                        .flatMap(one -> one instanceof Register register ? Stream.of(register) : Stream.of())
                        .filter(one -> selection.equals(Selection.ALL.with("kind", one.kind()))
                                || selection.equals(Selection.ALL.with("board", one.board())))
                        .sorted(Comparator.comparing(Register::id))
                        .map(kind::cast)
                        .toList();
    }

    @Override
    public <E extends Entry> List<E> entries(Class<E> kind, String partner, Selection selection, int limit) {
        throw new UnsupportedOperationException(kind.getName());
    }
}
