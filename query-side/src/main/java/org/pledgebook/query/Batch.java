package org.pledgebook.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.MongoDocuments.Write;
import org.pledgebook.shared.Event;

/**
 * The documents that one batch of events touches: each is read at most once, folded in memory event by event, and
 * written once at the end.
 */
final class Batch {

    private final MongoDocuments documents;
    private final Map<Key, Held> held = new HashMap<>();
    private final List<Folded> entries = new ArrayList<>();

    Batch(MongoDocuments documents) {
        this.documents = documents;
    }

    /** Reads what these events touch and is not held yet: one query for each kind of document. */
    void read(Stream<Event> events) {
        var missing = events.flatMap(Batch::touched)
                .filter(key -> !held.containsKey(key))
                .collect(toSet());
        missing.forEach(key -> held.put(key, new Held(null)));
        missing.stream()
                .collect(groupingBy(Key::kind, mapping(Key::id, toList())))
                .forEach((kind, ids) ->
                        documents.find(kind, ids).forEach(document -> held.put(Key.of(document), new Held(document))));
    }

    /**
     * Folds one event, into all its documents or, when a fold fails, into none.
     *
     * @param copy of the event, which is kept beside the documents
     */
    void fold(Recorded recorded, KeptEvent copy) {
        read(Stream.of(recorded.event()));
        for (var after : Folds.after(recorded, key -> held(key).document)) {
            if (after instanceof Entry) {
                entries.add(after);
            } else {
                held(Key.of(after)).document = after;
            }
        }
        keep(recorded, copy);
    }

    private void keep(Recorded recorded, KeptEvent copy) {
        var register = held(new Key(Register.class, copy.owner()));
        var before = (Register) register.document;
        if (before == null || before.position() < recorded.position()) {
            entries.add(copy);
            register.document = Register.after(before, recorded);
        }
    }

    private static Stream<Key> touched(Event event) {
        return Stream.concat(
                Folds.touched(event).stream(), Stream.of(new Key(Register.class, Owner.of(event.stream()))));
    }

    private Held held(Key key) {
        return Optional.ofNullable(held.get(key)).orElseThrow();
    }

    /**
     * Writes what has changed, one bulk write for each kind. Entries go first: once the document that tells of an event
     * reflects it, they are not made again.
     */
    void flush() {
        entries.stream().collect(groupingBy(Folded::getClass)).forEach(documents::add);
        entries.clear();
        held.entrySet().stream()
                .filter(one -> one.getValue().changed())
                .collect(groupingBy(one -> one.getKey().kind(), mapping(Map.Entry::getValue, toList())))
                .forEach(this::replace);
    }

    private void replace(Class<? extends Folded> kind, List<Held> changed) {
        documents.replace(kind, changed.stream().map(Held::write).toList());
        changed.forEach(Held::written);
    }

    /** Forgets what may be an owner's documents, because somebody else may have changed them. They are all written. */
    void forget(Object owner) {
        held.values()
                .removeIf(one -> one.document == null || one.document.owner().equals(owner));
    }

    private static final class Held {

        private @Nullable Folded document;
        private @Nullable Long kept;

        Held(@Nullable Folded document) {
            this.document = document;
            written();
        }

        boolean changed() {
            return document != null && !Long.valueOf(document.position()).equals(kept);
        }

        Write write() {
            return new Write(Objects.requireNonNull(document), kept);
        }

        void written() {
            kept = document == null ? null : (Long) document.position();
        }
    }
}
