package org.pledgebook.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Drill.Phase;
import org.pledgebook.query.Drill.Watcher;
import org.pledgebook.query.Findings.What;
import org.pledgebook.query.StoredEvents.Placed;
import org.pledgebook.query.audit.MerkleTree;

/** The log beside the events in the store, leaf by leaf, and its root beside theirs. */
final class Leaves {

    private static final int BETWEEN_WORDS = 1_000;

    private final MongoDocuments kept;
    private final ProofLog log;
    private final StoredEvents stored;
    private final Found found;

    /** The roots of the full trees that the leaves so far are made of, the smallest on top. */
    private final Deque<byte[]> trees = new ArrayDeque<>();

    private @Nullable Tile tile;
    private long count;
    private @Nullable String root;

    Leaves(MongoDocuments kept, ProofLog log, StoredEvents stored, Found found) {
        this.kept = kept;
        this.log = log;
        this.stored = stored;
        this.found = found;
    }

    /**
     * Compares the leaves up to a position.
     *
     * @param total how many there should be
     */
    void compare(long total, long last, Watcher watcher) {
        log.catchUp();
        try (var all = stored.after(null)) {
            var events = all.iterator();
            while (count < total && events.hasNext()) {
                compare(events.next());
                if (count % BETWEEN_WORDS == 0) {
                    watcher.at(Phase.PROVING, count, total);
                }
            }
        }
        if (count > 0) {
            compareRoots(last);
        }
        watcher.at(Phase.PROVING, count, total);
    }

    private void compare(Placed placed) {
        var place = (int) (count % Tile.WIDTH);
        if (place == 0) {
            tile = kept.find(Tile.class, Tile.id(0, count / Tile.WIDTH)).orElse(null);
        }
        var hash = placed.event().leafHash();
        if (tile == null || place >= tile.count()) {
            found.leaf(count, What.MISSING, null, placed);
        } else if (!Arrays.equals(tile.hash(place), hash)) {
            found.leaf(count, What.OTHER, "/hash", placed);
        } else if (tile.positions().get(place) != placed.position()) {
            found.leaf(count, What.OTHER, "/position", placed);
        }
        for (var full = count; (full & 1) == 1; full >>= 1) {
            hash = MerkleTree.node(trees.pop(), hash);
        }
        trees.push(hash);
        count++;
    }

    private void compareRoots(long last) {
        var made = trees.pop();
        while (!trees.isEmpty()) {
            made = MerkleTree.node(trees.pop(), made);
        }
        root = Base64.getEncoder().encodeToString(made);
        if (!Arrays.equals(MerkleTree.root(log.nodes(), count), made)) {
            found.root(count, last);
        }
    }

    long count() {
        return count;
    }

    /** In Base64; null where there is no leaf. */
    @Nullable String root() {
        return root;
    }
}
