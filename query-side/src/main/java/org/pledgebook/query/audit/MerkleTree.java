package org.pledgebook.query.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over SHA-256: hashes, roots, and the proofs that a leaf is in a tree and that
 * one tree goes on from another.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** Where the hashes of complete subtrees come from. */
    @FunctionalInterface
    public interface Nodes {

        /**
         * The hash of the complete subtree over the leaves from {@code index << height}.
         *
         * @param height 0 for a leaf; the subtree has {@code 1 << height} leaves
         * @param index its place among those of its height, from 0
         */
        byte[] hash(int height, long index);
    }

    /** The hash of a leaf's content. */
    public static byte[] leaf(byte[] content) {
        var sha = sha256();
        sha.update(LEAF);
        return sha.digest(content);
    }

    /** The hash of a node with two children. */
    public static byte[] node(byte[] left, byte[] right) {
        var sha = sha256();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    /**
     * The hash of the tree over the first leaves.
     *
     * @param size how many, from 0
     */
    public static byte[] root(Nodes nodes, long size) {
        return size == 0 ? sha256().digest() : hash(nodes, 0, size);
    }

    /**
     * The hashes that lead from a leaf to the root, the lowest first.
     *
     * @param leaf its index, below {@code size}
     */
    public static List<byte[]> inclusion(Nodes nodes, long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("There is no leaf " + leaf + " in a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        include(nodes, leaf, 0, size, path);
        return path;
    }

    private static void include(Nodes nodes, long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        var middle = from + split(to - from);
        if (leaf < middle) {
            include(nodes, leaf, from, middle, path);
            path.add(hash(nodes, middle, to));
        } else {
            include(nodes, leaf, middle, to, path);
            path.add(hash(nodes, from, middle));
        }
    }

    /**
     * The hashes that show that the tree of {@code to} leaves begins with the tree of {@code from}, the lowest first.
     *
     * @param from from 1 to {@code to}
     */
    public static List<byte[]> consistency(Nodes nodes, long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("A tree of " + to + " does not go on from one of " + from);
        }
        var path = new ArrayList<byte[]>();
        goOn(nodes, from, 0, to, true, path);
        return path;
    }

    /** @param known whether the smaller tree's own root is the hash of this part */
    private static void goOn(Nodes nodes, long size, long from, long to, boolean known, List<byte[]> path) {
        if (size == to) {
            if (!known) {
                path.add(hash(nodes, from, to));
            }
            return;
        }
        var middle = from + split(to - from);
        if (size <= middle) {
            goOn(nodes, size, from, middle, known, path);
            path.add(hash(nodes, middle, to));
        } else {
            goOn(nodes, size, middle, to, false, path);
            path.add(hash(nodes, from, middle));
        }
    }

    /** Makes a root out of leaves that come one after the other, and holds one hash for each level only. */
    public static final class Growing {

        private final List<byte[]> complete = new ArrayList<>();
        private long size;

        /** One more leaf, by its hash. */
        public void add(byte[] leaf) {
            var hash = leaf;
            for (var even = size; (even & 1) == 1; even >>= 1) {
                hash = node(complete.remove(complete.size() - 1), hash);
            }
            complete.add(hash);
            size++;
        }

        /** How many leaves there are. */
        public long size() {
            return size;
        }

        /** The root over the leaves so far. */
        public byte[] root() {
            if (size == 0) {
                return sha256().digest();
            }
            var hash = complete.get(complete.size() - 1);
            for (int i = complete.size() - 2; i >= 0; i--) {
                hash = node(complete.get(i), hash);
            }
            return hash;
        }
    }

    /** The hash over the leaves of a part that a tree is divided into. */
    private static byte[] hash(Nodes nodes, long from, long to) {
        var leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            var height = Long.numberOfTrailingZeros(leaves);
            return nodes.hash(height, from >> height);
        }
        var middle = from + split(leaves);
        return node(hash(nodes, from, middle), hash(nodes, middle, to));
    }

    /** The largest power of two below a number of leaves, of which there are at least two. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** Begins a SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
