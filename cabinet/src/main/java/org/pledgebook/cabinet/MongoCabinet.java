package org.pledgebook.cabinet;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.MaxKey;

/**
 * A cabinet in a MongoDB collection: one document for each paper, {@code {_id: {kind, id}, version, json}}, the JSON
 * kept as a string. Changes are acknowledged by a majority of the replica set within ten seconds or fail; reads go to
 * the primary and see only what a majority holds. Needs no index but that of {@code _id}, and no transactions.
 *
 * <p>A removed paper is gone for every reader, but the server keeps its bytes in its oplog and data files until it
 * writes over them; what is to be said about that belongs to the server's own retention and encryption.
 */
public final class MongoCabinet implements Cabinet {

    private static final String VERSION = "version";
    private static final String JSON = "json";

    private final MongoCollection<Document> papers;

    /**
     * Keeps its papers in this collection, which should hold nothing else. The client stays the caller's to close, and
     * its own concerns and preferences do not matter here.
     */
    public MongoCabinet(MongoCollection<Document> papers) {
        this.papers = papers.withWriteConcern(WriteConcern.MAJORITY.withWTimeout(10, TimeUnit.SECONDS))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Optional<Paper> get(String kind, String id) {
        Refusals.checkName(kind, id);
        return asking(
                "read",
                () -> Optional.ofNullable(papers.find(eq(key(kind, id))).first())
                        .map(MongoCabinet::paper));
    }

    @Override
    public List<Paper> list(String kind, String afterId, int limit) {
        Refusals.checkList(kind, afterId, limit);
        // Compared as whole keys, so that the server walks the index of _id; MaxKey comes after every id of the kind.
        var afterIdWithinKind = and(gt("_id", key(kind, afterId)), lt("_id", key(kind, new MaxKey())));
        return asking(
                "read",
                () -> List.copyOf(papers.find(afterIdWithinKind)
                        .sort(ascending("_id"))
                        .limit(limit)
                        .map(MongoCabinet::paper)
                        .into(new ArrayList<>())));
    }

    @Override
    public long put(String kind, String id, String json, long versionSeen) {
        Refusals.checkName(kind, id);
        Refusals.checkContent(json, versionSeen);
        boolean isNew = versionSeen == 0;
        long version = isNew ? Paper.firstVersion() : versionSeen + 1;
        boolean written = asking(
                "written",
                () -> isNew ? insert(kind, id, version, json) : replace(kind, id, version, json, versionSeen));
        if (!written) {
            throw new StalePaper(kind, id, versionSeen);
        }
        return version;
    }

    @Override
    public boolean remove(String kind, String id) {
        Refusals.checkName(kind, id);
        return asking("written", () -> papers.deleteOne(eq(key(kind, id))).getDeletedCount() > 0);
    }

    private boolean insert(String kind, String id, long version, String json) {
        try {
            papers.insertOne(
                    new Document("_id", key(kind, id)).append(VERSION, version).append(JSON, json));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean replace(String kind, String id, long version, String json, long versionSeen) {
        var asSeen = and(eq(key(kind, id)), eq(VERSION, versionSeen));
        return papers.updateOne(asSeen, combine(set(VERSION, version), set(JSON, json)))
                        .getMatchedCount()
                > 0;
    }

    private static Document key(String kind, Object id) {
        return new Document("kind", kind).append("id", id);
    }

    private static Paper paper(Document document) {
        Document key = document.get("_id", Document.class);
        return new Paper(
                key.getString("kind"), key.getString("id"), document.getLong(VERSION), document.getString(JSON));
    }

    private <T> T asking(String done, Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new CabinetFailed(
                    "The cabinet %s could not be %s: %s".formatted(papers.getNamespace(), done, e.getMessage()), e);
        }
    }
}
