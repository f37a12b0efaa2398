package org.pledgebook.query;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.shared.StreamId;

/** The documents as the events up to a position make them. */
final class FoldedDocuments implements Documents {

    private final OwnerStates states;
    private final long position;
    private final long reached;
    private final Map<String, Map<Key, Folded>> given;

    /** @param reached what the copy of the events reflects, at least {@code position} */
    FoldedDocuments(OwnerStates states, long position, long reached) {
        this(states, position, reached, Map.of());
    }

    /** @param documents the owner's, which are folded up to the position already */
    FoldedDocuments(OwnerStates states, long position, long reached, String owner, Map<Key, Folded> documents) {
        this(states, position, reached, Map.of(owner, documents));
    }

    private FoldedDocuments(OwnerStates states, long position, long reached, Map<String, Map<Key, Folded>> given) {
        this.states = states;
        this.position = position;
        this.reached = reached;
        this.given = given;
    }

    private Map<String, Map<Key, Folded>> of(Collection<String> owners) {
        if (given.isEmpty()) {
            return states.at(owners, position, reached);
        }
        var documents = new HashMap<>(given);
        documents.keySet().retainAll(owners);
        documents.putAll(states.at(
                owners.stream().filter(owner -> !given.containsKey(owner)).toList(), position, reached));
        return documents;
    }

    @Override
    public <D extends Folded> Optional<D> find(Class<D> kind, String id) {
        return find(kind, List.of(id)).stream().findFirst();
    }

    @Override
    public <D extends Folded> List<D> find(Class<D> kind, Collection<String> ids) {
        if (Entry.class.isAssignableFrom(kind)) {
            return entries(kind.asSubclass(Entry.class), ids).stream()
                    .map(kind::cast)
                    .toList();
        }
        var fold = Folds.of(kind);
        var owners = ids.stream().map(fold::owner).collect(toSet());
        var documents = of(owners);
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(documents.get(fold.owner(id)))
                        .flatMap(owned -> Stream.ofNullable(owned.get(new Key(kind, id)))))
                .map(kind::cast)
                .toList();
    }

    /** What one event adds has the event's position at the end of its id. */
    private <E extends Entry> List<E> entries(Class<E> kind, Collection<String> ids) {
        var positions = ids.stream()
                .map(id -> Long.parseLong(id.substring(id.length() - Entry.DIGITS)))
                .filter(one -> one <= position)
                .distinct()
                .toList();
        return states.entries(kind, positions).stream()
                .filter(entry -> ids.contains(entry.id()))
                .toList();
    }

    @Override
    public <E extends Entry> List<E> entries(Class<E> kind, String partner, Selection selection, int limit) {
        var after = selection.after();
        return states.entries(
                kind,
                StreamId.partner(partner),
                position,
                reached,
                after == null ? null : position(after),
                selection.falling(),
                entry -> matches(entry, selection),
                limit);
    }

    @Override
    public <D extends Folded> List<D> list(Class<D> kind, Selection selection, int limit) {
        Comparator<D> byId = comparing(Folded::id);
        var found = of(owners(kind, selection)).values().stream()
                .flatMap(documents -> documents.values().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(document -> matches(document, selection) && follows(document.id(), selection))
                .sorted(selection.falling() ? byId.reversed() : byId)
                .toList();
        return limit == UNLIMITED ? found : found.subList(0, Math.min(limit, found.size()));
    }

    /** All who can own what is looked for. */
    private List<String> owners(Class<? extends Folded> kind, Selection selection) {
        var owners = Folds.of(kind).owners();
        if (owners.equals(StreamId.partner(""))) {
            if (selection.fields().get("partner") instanceof String partner) {
                return List.of(StreamId.partner(partner));
            }
            if (selection.fields().get("partner") instanceof Collection<?> partners) {
                return partners.stream()
                        .map(partner -> StreamId.partner((String) partner))
                        .toList();
            }
        }
        return selection.fields().get("board") instanceof String board
                ? states.owners("board", board, position, reached).stream()
                        .filter(owner -> owner.startsWith(owners))
                        .toList()
                : states.owners("kind", owners, position, reached);
    }

    /** A cursor that is no position is some other list's; no entry has such an id, so it is as if nothing came after. */
    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The cursor is not one of ours: ask with the 'next' of the page before.");
        }
    }

    private static boolean follows(String id, Selection selection) {
        var after = selection.after();
        return after == null || (selection.falling() ? id.compareTo(after) < 0 : id.compareTo(after) > 0);
    }

    private static boolean matches(Folded document, Selection selection) {
        for (Map.Entry<String, Object> field : selection.fields().entrySet()) {
            if (!matches(value(document, field.getKey()), field.getValue())) {
                return false;
            }
        }
        if (selection.from() == null && selection.to() == null) {
            return true;
        }
        var recordedAt = (Instant) value(document, "recordedAt");
        return recordedAt != null
                && (selection.from() == null || !recordedAt.isBefore(selection.from()))
                && (selection.to() == null || recordedAt.isBefore(selection.to()));
    }

    private static boolean matches(@Nullable Object value, Object wanted) {
        if (value instanceof Collection<?> values) {
            return values.stream().anyMatch(one -> matches(one, wanted));
        }
        return value != null && (wanted instanceof Collection<?> many ? many.contains(value) : wanted.equals(value));
    }

    /** What a field of a document holds; documents are records, and kept under the names of their components. */
    private static @Nullable Object value(Folded document, String field) {
        try {
            return document.getClass().getMethod(field).invoke(document);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(document.getClass().getSimpleName() + " has no field " + field, e);
        }
    }
}
