package org.pledgebook.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Findings.Deviation;
import org.pledgebook.query.Findings.What;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.StoredEvents.Placed;

/** The differences that a drill comes upon: all are counted, and of the first it is said which field and event. */
final class Found {

    private static final int SHOWN = 20;

    private final Shadow shadow;
    private final List<Deviation> first = new ArrayList<>();
    private long count;

    Found(Shadow shadow) {
        this.shadow = shadow;
    }

    long count() {
        return count;
    }

    /** The first few. */
    List<Deviation> first() {
        return List.copyOf(first);
    }

    private boolean isToBeShown() {
        count++;
        return first.size() < SHOWN;
    }

    void leaf(long index, What what, @Nullable String field, Placed placed) {
        if (isToBeShown()) {
            first.add(new Deviation(
                    "log",
                    Long.toString(index),
                    what,
                    field,
                    placed.position(),
                    placed.event().id(),
                    placed.event().type()));
        }
    }

    void root(long size, long last) {
        if (isToBeShown()) {
            add("log", "root of " + size, What.OTHER, null, last);
        }
    }

    /** @param where the address of an answer, or what else was asked of the past */
    void past(String asOf, String where, What what, @Nullable String field, long position) {
        if (isToBeShown()) {
            add("as of " + asOf, where, what, field, position);
        }
    }

    /** A document that no event makes. */
    void unfounded(String collection, String id, long position) {
        if (isToBeShown()) {
            first.add(new Deviation(collection, id, What.UNFOUNDED, null, position, null, null));
        }
    }

    void missing(String collection, String id, long position) {
        if (isToBeShown()) {
            add(collection, id, What.MISSING, null, position);
        }
    }

    /** A document that says something else than the one that was made again. */
    void other(
            Class<? extends Folded> kind,
            String collection,
            String id,
            BsonDocument kept,
            BsonDocument made,
            long position) {
        if (isToBeShown()) {
            var field = field("", kept, made);
            add(collection, id, What.OTHER, field, said(kind, id, field, position));
        }
    }

    private void add(String where, String document, What what, @Nullable String field, long position) {
        var event = position < 0
                ? null
                : shadow.documents()
                        .find(KeptEvent.class, Entry.padded(position))
                        .orElse(null);
        first.add(new Deviation(
                where,
                document,
                what,
                field,
                position,
                event == null ? null : event.event(),
                event == null ? null : event.type()));
    }

    /** The position of the event that a field of a document has its value from: the last that changed it. */
    private long said(Class<? extends Folded> kind, String id, String field, long position) {
        if (Entry.class.isAssignableFrom(kind) || kind == Register.class) {
            return position;
        }
        var key = new Key(kind, id);
        var owner = shadow.documents().find(kind, id).orElseThrow().owner();
        var last = new Object() {
            long position = Found.this.shadow.position();

            @Nullable BsonValue value;
        };
        new OwnerStates(shadow.copy(), 1)
                .walk(owner, ReadModels.NOTHING, position, shadow.position(), (recorded, changes, documents) -> {
                    if (changes.stream().anyMatch(change -> Key.of(change).equals(key))) {
                        var value = at(
                                field,
                                shadow.documents()
                                        .bson(Objects.requireNonNull(documents.get(key)))
                                        .toBsonDocument());
                        if (!Objects.equals(value, last.value)) {
                            last.value = value;
                            last.position = recorded.position();
                        }
                    }
                    return true;
                });
        return last.position;
    }

    private static @Nullable BsonValue at(String field, BsonDocument document) {
        BsonValue value = document;
        for (var step : field.substring(Math.min(1, field.length())).split("/", -1)) {
            if (value != null && value.isDocument()) {
                value = value.asDocument().get(step);
            } else if (value != null && value.isArray()) {
                var elements = value.asArray();
                var place = Integer.parseInt(step);
                value = place < elements.size() ? elements.get(place) : null;
            } else {
                return null;
            }
        }
        return value;
    }

    /** The way to the first field in which two values differ. */
    static String field(String way, BsonValue one, BsonValue other) {
        if (one.isDocument() && other.isDocument()) {
            return Stream.concat(other.asDocument().keySet().stream(), one.asDocument().keySet().stream())
                    .distinct()
                    .filter(name -> !Objects.equals(
                            one.asDocument().get(name), other.asDocument().get(name)))
                    .findFirst()
                    .map(name -> below(
                            way + "/" + name,
                            one.asDocument().get(name),
                            other.asDocument().get(name)))
                    .orElse(way);
        }
        if (one.isArray() && other.isArray()) {
            for (var i = 0; i < Math.min(one.asArray().size(), other.asArray().size()); i++) {
                if (!one.asArray().get(i).equals(other.asArray().get(i))) {
                    return below(
                            way + "/" + i, one.asArray().get(i), other.asArray().get(i));
                }
            }
        }
        return way;
    }

    private static String below(String way, @Nullable BsonValue one, @Nullable BsonValue other) {
        return one == null || other == null ? way : field(way, one, other);
    }
}
