package org.pledgebook.query;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Drill.Phase;
import org.pledgebook.query.Drill.Watcher;
import org.pledgebook.query.Findings.Made;
import org.pledgebook.query.audit.MerkleTree;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Each document in use beside its twin that was made again, by digest. What is in use moves on meanwhile: a document that
 * reflects a later event than the shadow is put aside, the shadow is folded on to the newest event, and the two are
 * compared again, until each was met at a position that both had reached.
 */
final class Twins {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private static final int CURSOR_BATCH = 500;
    private static final int ROUNDS = 50;

    /** Documents put aside at a time; more can change only in a book that nobody could read meanwhile. */
    private static final int ROOM = 10_000;

    private final MongoOperations mongo;
    private final Shadow shadow;
    private final ReadModels readModels;
    private final Found found;
    private final LongConsumer await;

    private List<Aside> aside = new ArrayList<>();
    private long total;
    private long documents;
    private long copies;
    private long unsettled;

    Twins(MongoOperations mongo, Shadow shadow, ReadModels readModels, Found found, LongConsumer await) {
        this.mongo = mongo;
        this.shadow = shadow;
        this.readModels = readModels;
        this.found = found;
        this.await = await;
    }

    private record Aside(Class<? extends Folded> kind, String id) {}

    /** Compares all documents of all kinds. */
    List<Made> compare(Watcher watcher) {
        total = MongoMapping.FOLDED.stream()
                .mapToLong(kind ->
                        mongo.getCollection(shadow.documents().collection(kind)).estimatedDocumentCount())
                .sum();
        var made =
                MongoMapping.FOLDED.stream().map(kind -> compare(kind, watcher)).toList();
        for (var round = 0; round < ROUNDS && !aside.isEmpty(); round++) {
            shadow.foldUpTo(readModels.head(), Shadow.Look.AT_NOTHING, (phase, done, of) -> tell(watcher));
            await.accept(shadow.position());
            var again = aside;
            aside = new ArrayList<>();
            for (var one : again) {
                compare(
                        one.kind,
                        find(mongo.getCollectionName(one.kind), one.id),
                        find(shadow.documents().collection(one.kind), one.id));
            }
            tell(watcher);
        }
        unsettled += aside.size();
        return made;
    }

    private void tell(Watcher watcher) {
        watcher.at(Phase.COMPARING, documents + copies, Math.max(total, documents + copies));
    }

    private Made compare(Class<? extends Folded> kind, Watcher watcher) {
        var digest = MerkleTree.sha256();
        var count = 0L;
        try (var kept = cursor(mongo.getCollectionName(kind));
                var made = cursor(shadow.documents().collection(kind))) {
            var one = next(kept);
            var other = next(made);
            while (one != null || other != null) {
                var order = one == null ? 1 : other == null ? -1 : id(one).compareTo(id(other));
                if (order >= 0) {
                    digest.update(digest(Objects.requireNonNull(other)));
                    count++;
                }
                compare(kind, order <= 0 ? one : null, order >= 0 ? other : null);
                one = order <= 0 ? next(kept) : one;
                other = order >= 0 ? next(made) : other;
                if ((documents + copies) % CURSOR_BATCH == 0) {
                    tell(watcher);
                }
            }
        }
        tell(watcher);
        return new Made(mongo.getCollectionName(kind), count, HexFormat.of().formatHex(digest.digest()));
    }

    private void compare(Class<? extends Folded> kind, @Nullable RawBsonDocument kept, @Nullable RawBsonDocument made) {
        var collection = mongo.getCollectionName(kind);
        var id = id(Objects.requireNonNull(kept == null ? made : kept));
        if (kept != null && isAhead(kept)) {
            if (aside.size() < ROOM) {
                aside.add(new Aside(kind, id));
            } else {
                unsettled++;
            }
            return;
        }
        documents += kind == KeptEvent.class ? 0 : 1;
        copies += kind == KeptEvent.class ? 1 : 0;
        if (made == null) {
            found.unfounded(collection, id, position(Objects.requireNonNull(kept)));
        } else if (kept == null) {
            found.missing(collection, id, position(made));
        } else if (!Arrays.equals(digest(kept), digest(made))) {
            found.other(kind, collection, id, kept, made, position(made));
        }
    }

    /** Whether it reflects a later event, which there must be: a position beyond all events is a lie. */
    private boolean isAhead(RawBsonDocument kept) {
        var position = position(kept);
        return position > shadow.position() && position <= readModels.head();
    }

    private MongoCursor<RawBsonDocument> cursor(String collection) {
        return mongo.getCollection(collection)
                .withDocumentClass(RawBsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .batchSize(CURSOR_BATCH)
                .iterator();
    }

    private @Nullable RawBsonDocument find(String collection, String id) {
        return mongo.getCollection(collection)
                .withDocumentClass(RawBsonDocument.class)
                .find(new Document("_id", id))
                .first();
    }

    private static @Nullable RawBsonDocument next(MongoCursor<RawBsonDocument> documents) {
        return documents.hasNext() ? documents.next() : null;
    }

    /** Ours are texts; another kind of id sorts apart from them and is no twin of any. */
    private static String id(RawBsonDocument document) {
        var id = document.get("_id");
        return id != null && id.isString() ? id.asString().getValue() : String.valueOf(id);
    }

    /** A document whose position somebody has taken away reflects nothing. */
    private static long position(RawBsonDocument document) {
        return document.isNumber("position") ? document.getNumber("position").longValue() : ReadModels.NOTHING;
    }

    private static byte[] digest(RawBsonDocument document) {
        var digest = MerkleTree.sha256();
        digest.update(
                new RawBsonDocument(ordered(document), CODEC).getByteBuffer().asNIO());
        return digest.digest();
    }

    /** With fields in the order of their names: a store that replaces a document may keep the order of the old one. */
    private static BsonDocument ordered(BsonDocument document) {
        var ordered = new BsonDocument();
        document.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> ordered.put(field.getKey(), ordered(field.getValue())));
        return ordered;
    }

    private static BsonValue ordered(BsonValue value) {
        if (value.isDocument()) {
            return ordered(value.asDocument());
        }
        return value.isArray()
                ? new BsonArray(value.asArray().stream().map(Twins::ordered).toList())
                : value;
    }

    /** How many documents were compared, without the copies of events. */
    long documents() {
        return documents;
    }

    long copies() {
        return copies;
    }

    long unsettled() {
        return unsettled;
    }
}
