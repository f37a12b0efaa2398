package org.pledgebook.query;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The documents as they are kept now, and the one class that asks MongoDB for them. */
@Component
public class MongoDocuments implements Documents {

    private static final String ID = "_id";
    private static final String POSITION = "position";
    /** An embedded server answers with as many as it has, and the driver refuses an answer over 48 MB. */
    private static final int CURSOR_BATCH = 1_000;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;

    /** What the names of its collections begin with; nothing for the documents that are in use. */
    private final String prefix;

    /** Keeps them in the database that {@code mongo} works on. */
    @Autowired
    public MongoDocuments(MongoOperations mongo) {
        this(mongo, "");
    }

    /** Keeps them beside those that are in use, in collections of the same names with a prefix. */
    MongoDocuments(MongoOperations mongo, String prefix) {
        this.mongo = mongo;
        this.prefix = prefix;
    }

    /** What the documents of a kind are kept in. */
    String collection(Class<?> kind) {
        return prefix + mongo.getCollectionName(kind);
    }

    @Override
    public <D extends Folded> Optional<D> find(Class<D> kind, String id) {
        return Optional.ofNullable(mongo.findById(id, kind, collection(kind)));
    }

    @Override
    public <D extends Folded> List<D> find(Class<D> kind, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : mongo.find(Query.query(where(ID).in(ids)).cursorBatchSize(CURSOR_BATCH), kind, collection(kind));
    }

    @Override
    public <D extends Folded> List<D> list(Class<D> kind, Selection selection, int limit) {
        return mongo.find(query(selection).limit(limit), kind, collection(kind));
    }

    @Override
    public <E extends Entry> List<E> entries(Class<E> kind, String partner, Selection selection, int limit) {
        return list(kind, selection.with("partner", partner), limit);
    }

    /** All of a selection, fetched as they are taken; to be closed. */
    public <D extends Folded> Stream<D> stream(Class<D> kind, Selection selection) {
        return mongo.stream(query(selection), kind, collection(kind));
    }

    /** How many there are of a selection. */
    public long count(Class<? extends Folded> kind, Selection selection) {
        return mongo.count(query(selection), kind);
    }

    private static Query query(Selection selection) {
        var query = new Query();
        if (selection.after() != null) {
            query.addCriteria(
                    selection.falling()
                            ? where(ID).lt(selection.after())
                            : where(ID).gt(selection.after()));
        }
        selection
                .fields()
                .forEach((field, value) -> query.addCriteria(
                        value instanceof Collection<?> values
                                ? where(field).in(values)
                                : where(field).is(value)));
        if (selection.from() != null || selection.to() != null) {
            var recordedAt = where("recordedAt");
            if (selection.from() != null) {
                recordedAt.gte(selection.from());
            }
            if (selection.to() != null) {
                recordedAt.lt(selection.to());
            }
            query.addCriteria(recordedAt);
        }
        query.with(Sort.by(selection.falling() ? Direction.DESC : Direction.ASC, ID));
        return query.cursorBatchSize(CURSOR_BATCH);
    }

    /**
     * Adds entries; those that are there already are the same and stay.
     *
     * @param entries of one kind, not empty
     */
    void add(Class<? extends Folded> kind, Collection<? extends Folded> entries) {
        try {
            write(
                    kind,
                    entries.stream()
                            .<WriteModel<Document>>map(entry -> new InsertOneModel<>(bson(entry)))
                            .toList());
        } catch (MongoBulkWriteException e) {
            if (!isOfTakenIdsAlone(e)) {
                throw e;
            }
        }
    }

    /**
     * Writes documents over the state they were made from, each only if that is still what is kept: another process may
     * have taken over meanwhile and be further already.
     *
     * @param changed of one kind, not empty
     * @throws OptimisticLockingFailureException if any was not as expected; the others are written, and folding the same
     *     events again on what is kept now gives what it should
     */
    void replace(Class<? extends Folded> kind, List<Write> changed) {
        try {
            var written = write(kind, changed.stream().map(this::model).toList());
            if (written.getInsertedCount() + written.getMatchedCount() < changed.size()) {
                throw overtaken(kind, null);
            }
        } catch (MongoBulkWriteException e) {
            throw isOfTakenIdsAlone(e) ? overtaken(kind, e) : e;
        }
    }

    private OptimisticLockingFailureException overtaken(Class<?> kind, @Nullable Exception cause) {
        return new OptimisticLockingFailureException(
                "Documents in '%s' were changed by another process: the batch is folded again."
                        .formatted(collection(kind)),
                cause);
    }

    /** Compares for equality, which an index answers in every store; {@code $lt} makes mongo-java-server scan all. */
    private WriteModel<Document> model(Write write) {
        var bson = bson(write.document());
        return write.madeFrom() == null
                ? new InsertOneModel<>(bson)
                : new ReplaceOneModel<>(
                        new Document(ID, write.document().id()).append(POSITION, write.madeFrom()), bson);
    }

    private BulkWriteResult write(Class<? extends Folded> kind, List<WriteModel<Document>> writes) {
        return mongo.getCollection(collection(kind)).bulkWrite(writes, UNORDERED);
    }

    private static boolean isOfTakenIdsAlone(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** A document as it is written. */
    Document bson(Folded document) {
        var bson = new Document();
        mongo.getConverter().write(document, bson);
        return bson;
    }

    /**
     * A document to be written.
     *
     * @param madeFrom the position of the state it was made from; null where it is new
     */
    record Write(Folded document, @Nullable Long madeFrom) {}
}
