package org.pledgebook.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.MongoDocuments.Write;
import org.pledgebook.query.StoredEvents.Placed;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The append-only Merkle log over all events in their global order. It follows the store by itself, outside of every
 * command, and can be made again from the events at any time; its tiles are kept beside the documents. Any number of
 * processes may follow: they write the same, and whoever comes second reads what the first has written.
 */
@Component
public class ProofLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProofLog.class);

    private static final int ATTEMPTS = 10;

    private final MongoDocuments documents;
    private final StoredEvents events;
    private final ReadModels readModels;
    private final Serializer serializer;

    /** Follows {@code events}, and keeps its tiles in {@code documents}. */
    public ProofLog(MongoDocuments documents, StoredEvents events, ReadModels readModels, Serializer serializer) {
        this.documents = documents;
        this.events = events;
        this.readModels = readModels;
        this.serializer = serializer;
    }

    /**
     * A leaf of the log.
     *
     * @param index its place, from 0: the event's rank in the global order
     * @param hash its hash
     */
    public record Leaf(long index, byte[] hash) {}

    @Scheduled(initialDelay = 0, fixedDelayString = "${pledgebook.audit.follow:1s}")
    void follow() {
        catchUp();
    }

    /**
     * Takes in everything that is in the store.
     *
     * @return how many leaves there are now
     */
    public synchronized long catchUp() {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOn();
            } catch (OptimisticLockingFailureException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
                LOG.debug("Another process was faster in writing the log", overtaken);
            }
        }
    }

    private long readOn() {
        var tail = tail();
        if (readModels.head() <= tail.position()) {
            return size(tail);
        }
        var writer = new Writer(tail);
        try (var more = events.after(token(tail))) {
            more.forEach(writer::add);
        }
        writer.write();
        return size(writer.tile);
    }

    /** The tile with the newest leaf, or where the first will be. */
    private Tile tail() {
        var last = Selection.ALL.after(Tile.id(1, 0)).newestFirst();
        return documents.list(Tile.class, last, 1).stream().findFirst().orElseGet(() -> Tile.empty(0, 0));
    }

    private static long size(Tile tail) {
        return tail.index() * Tile.WIDTH + tail.count();
    }

    private @Nullable TrackingToken token(Tile tail) {
        return tail.token() == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(tail.token(), String.class, tail.tokenType(), null));
    }

    /**
     * The hashes of the tree as far as {@link #catchUp()} answered, to make roots and proofs from. Reads each tile once,
     * and keeps it: for one answer, not for longer.
     */
    public Nodes nodes() {
        return new Kept();
    }

    /** Where events stand in the log, by position; all of them are known to the store. */
    public Map<Long, Leaf> leaves(Collection<Long> positions) {
        var tiles = (catchUp() + Tile.WIDTH - 1) / Tile.WIDTH;
        var kept = new Kept();
        var found = new LinkedHashMap<Long, Leaf>();
        for (var position : positions) {
            var tile = kept.tileOf(position, tiles);
            var place = tile.positions().indexOf(position);
            found.put(position, new Leaf(tile.index() * Tile.WIDTH + place, tile.hash(place)));
        }
        return found;
    }

    /** The position of a leaf's event. */
    public long positionOf(long leaf) {
        var tile = documents.find(Tile.class, Tile.id(0, leaf / Tile.WIDTH)).orElseThrow();
        return tile.positions().get((int) (leaf % Tile.WIDTH));
    }

    /** How many leaves come before what is recorded after a position. */
    public long sizeAt(long position) {
        var size = catchUp();
        if (size == 0) {
            return 0;
        }
        var tile = new Kept().tileOf(position, (size + Tile.WIDTH - 1) / Tile.WIDTH);
        return tile.index() * Tile.WIDTH
                + tile.positions().stream().filter(one -> one <= position).count();
    }

    /** Adds leaves at the end, and writes each tile when it is full. */
    private final class Writer {

        private final List<byte[]> leaves = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private Tile tile;
        private @Nullable TrackingToken token;

        Writer(Tile tail) {
            tile = tail;
        }

        void add(Placed placed) {
            if (tile.isFull()) {
                tile = Tile.empty(0, tile.index() + 1);
            }
            leaves.add(placed.event().leafHash());
            positions.add(placed.position());
            token = placed.token();
            if (tile.count() + leaves.size() == Tile.WIDTH) {
                write();
            }
        }

        void write() {
            if (token == null || leaves.isEmpty()) {
                return;
            }
            var goOn = serializer.serialize(token, String.class);
            var longer =
                    tile.with(leaves, positions, goOn.getData(), goOn.getType().getName());
            documents.replace(Tile.class, List.of(new Write(longer, tile.madeFrom())));
            tile = longer;
            leaves.clear();
            positions.clear();
            if (tile.isFull()) {
                raise(0, tile.index());
            }
        }
    }

    /** Puts the root of a tile that has become full on the level above, and of those before it that are missing there. */
    private void raise(int level, long index) {
        var above = Tile.id(level + 1, index / Tile.WIDTH);
        var tile = documents.find(Tile.class, above).orElseGet(() -> Tile.empty(level + 1, index / Tile.WIDTH));
        var missing = new ArrayList<byte[]>();
        for (var below = tile.index() * Tile.WIDTH + tile.count(); below <= index; below++) {
            missing.add(documents
                    .find(Tile.class, Tile.id(level, below))
                    .orElseThrow()
                    .root());
        }
        if (!missing.isEmpty()) {
            var longer = tile.with(missing);
            documents.replace(Tile.class, List.of(new Write(longer, tile.madeFrom())));
            tile = longer;
        }
        if (tile.isFull()) {
            raise(level + 1, tile.index());
        }
    }

    /** The tree in its tiles, each of which is read once. */
    private final class Kept implements Nodes {

        private final Map<String, Tile> tiles = new HashMap<>();

        @Override
        public byte[] hash(int height, long index) {
            if (height % Tile.HEIGHT == 0) {
                var tile = tile(height / Tile.HEIGHT, index / Tile.WIDTH);
                var place = (int) (index % Tile.WIDTH);
                if (place < tile.count()) {
                    return tile.hash(place);
                }
                if (height == 0) {
                    throw new IllegalArgumentException("The log has no leaf " + index);
                }
            }
            return MerkleTree.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
        }

        private Tile tile(int level, long index) {
            return tiles.computeIfAbsent(
                    Tile.id(level, index),
                    id -> documents.find(Tile.class, id).orElseGet(() -> Tile.empty(level, index)));
        }

        /** The last tile that begins at or before a position, or the first. */
        Tile tileOf(long position, long tiles) {
            var from = 0L;
            var to = tiles;
            while (to - from > 1) {
                var middle = (from + to) >>> 1;
                if (tile(0, middle).positions().get(0) <= position) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            return tile(0, from);
        }
    }
}
