package org.pledgebook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgebook.query.audit.MerkleTree.Nodes;

/** Against the published vectors of Certificate Transparency, and against RFC 9162's own definitions. */
class MerkleTreeTest {

    /** The leaves of the published vectors. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String[] ROOTS = {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };

    private static final List<byte[]> PUBLISHED = LEAVES.stream()
            .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf)))
            .toList();

    @Test
    void givenPublishedLeaves_whenTheyAreHashed_thenEveryRootIsThePublishedOne() {
        for (int size = 0; size < ROOTS.length; size++) {
            assertThat(hex(MerkleTree.root(nodes(PUBLISHED), size))).isEqualTo(ROOTS[size]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 2, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "1, 2, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    })
    void givenPublishedLeaves_whenALeafIsProved_thenTheProofIsThePublishedOne(long leaf, long size, String proof) {
        assertThat(hex(MerkleTree.inclusion(nodes(PUBLISHED), leaf, size))).isEqualTo(proof);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    })
    void givenPublishedLeaves_whenConsistencyIsProved_thenTheProofIsThePublishedOne(long from, long to, String proof) {
        assertThat(hex(MerkleTree.consistency(nodes(PUBLISHED), from, to))).isEqualTo(proof);
    }

    /** The proofs lead to the roots by RFC 9162's own words for verifying them, sections 2.1.3.2 and 2.1.4.2. */
    @Property(tries = 300)
    void givenAnySizes_whenProofsAreVerified_thenTheyLeadToTheRoots(
            @ForAll @IntRange(min = 1, max = 700) int to,
            @ForAll @IntRange(max = 1_000_000) int some,
            @ForAll @IntRange(max = 1_000_000) int any) {
        var leaves = leaves(to);
        var nodes = nodes(leaves);
        var from = 1 + some % to;
        var leaf = any % to;

        assertThat(MerkleTree.root(nodes, to)).isEqualTo(definition(leaves));
        var growing = new MerkleTree.Growing();
        leaves.forEach(growing::add);
        assertThat(growing.root()).isEqualTo(definition(leaves));
        assertThat(climb(leaf, to, leaves.get(leaf), MerkleTree.inclusion(nodes, leaf, to)))
                .isEqualTo(MerkleTree.root(nodes, to));
        assertThat(climbs(from, to, MerkleTree.root(nodes, from), MerkleTree.consistency(nodes, from, to)))
                .containsExactly(MerkleTree.root(nodes, from), MerkleTree.root(nodes, to));
    }

    @Test
    void givenWhatIsNotInTheTree_whenAProofIsAskedFor_thenThereIsNone() {
        var nodes = nodes(PUBLISHED);
        assertThatThrownBy(() -> MerkleTree.inclusion(nodes, 8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.inclusion(nodes, -1, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(nodes, 0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(nodes, 8, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] climb(long leaf, long size, byte[] hash, List<byte[]> path) {
        var fn = leaf;
        var sn = size - 1;
        var r = hash;
        for (var p : path) {
            assertThat(sn).isNotZero();
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleTree.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = MerkleTree.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return r;
    }

    private static List<byte[]> climbs(long from, long to, byte[] first, List<byte[]> path) {
        if (from == to) {
            assertThat(path).isEmpty();
            return List.of(first, first);
        }
        var all = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            all.add(0, first);
        }
        var fn = from - 1;
        var sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = all.get(0);
        var sr = all.get(0);
        for (var c : all.subList(1, all.size())) {
            assertThat(sn).isNotZero();
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleTree.node(c, fr);
                sr = MerkleTree.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = MerkleTree.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return List.of(fr, sr);
    }

    private static byte[] definition(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return MerkleTree.node(definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }

    private static Nodes nodes(List<byte[]> leaves) {
        return new Nodes() {
            @Override
            public byte[] hash(int height, long index) {
                return height == 0
                        ? leaves.get((int) index)
                        : MerkleTree.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
            }
        };
    }

    private static List<byte[]> leaves(int size) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leaf(new byte[] {(byte) (i >> 8), (byte) i}));
        }
        return leaves;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String hex(List<byte[]> path) {
        return String.join(" ", path.stream().map(MerkleTreeTest::hex).toList());
    }
}
