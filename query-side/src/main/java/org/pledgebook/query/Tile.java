package org.pledgebook.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * Up to {@value #WIDTH} neighbouring hashes of the log's tree: leaves on level 0, and on each level above the roots of
 * the full tiles below. What stands in a tile never changes; a tile that is not full grows at its end.
 *
 * @param id level and index
 * @param position of the newest leaf's event; above level 0 the number of hashes
 * @param hashes one after the other
 * @param positions of the leaves' events; above level 0 none
 * @param token with which reading goes on after the newest leaf, as the serializer writes it
 * @param tokenType the type it is read back as
 */
@Document("log")
record Tile(
        @MongoId String id,
        long position,
        Binary hashes,
        List<Long> positions,
        @Nullable String token,
        @Nullable String tokenType)
        implements Folded {

    static final int WIDTH = 256;

    /** How many levels of the tree one tile spans: 256 is two to the eighth. */
    static final int HEIGHT = 8;

    private static final int HASH = 32;

    static String id(int level, long index) {
        return level + "/" + Entry.padded(index);
    }

    static Tile empty(int level, long index) {
        return new Tile(id(level, index), ReadModels.NOTHING, new Binary(new byte[0]), List.of(), null, null);
    }

    @Override
    public String owner() {
        return "log";
    }

    long index() {
        return Long.parseLong(id.substring(id.indexOf('/') + 1));
    }

    int count() {
        return hashes.length() / HASH;
    }

    /** The position it is kept with; null where it is not kept yet. */
    @Nullable Long madeFrom() {
        return count() == 0 ? null : (Long) position;
    }

    boolean isFull() {
        return count() == WIDTH;
    }

    byte[] hash(int place) {
        return Arrays.copyOfRange(hashes.getData(), place * HASH, (place + 1) * HASH);
    }

    /** The root of a full tile. */
    byte[] root() {
        Nodes within = new Nodes() {
            @Override
            public byte[] hash(int height, long index) {
                return height == 0
                        ? Tile.this.hash((int) index)
                        : MerkleTree.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
            }
        };
        return MerkleTree.root(within, WIDTH);
    }

    /** With more hashes at its end, on a level above the leaves. */
    Tile with(List<byte[]> more) {
        return new Tile(id, (long) count() + more.size(), longer(more), positions, null, null);
    }

    /** With more leaves at its end. */
    Tile with(List<byte[]> leaves, List<Long> theirPositions, String token, String tokenType) {
        var all = new ArrayList<>(positions);
        all.addAll(theirPositions);
        return new Tile(id, all.get(all.size() - 1), longer(leaves), List.copyOf(all), token, tokenType);
    }

    private Binary longer(List<byte[]> more) {
        var all = Arrays.copyOf(hashes.getData(), hashes.length() + more.size() * HASH);
        for (int i = 0; i < more.size(); i++) {
            System.arraycopy(more.get(i), 0, all, hashes.length() + i * HASH, HASH);
        }
        return new Binary(all);
    }
}
