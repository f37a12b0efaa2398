package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.partner.TeamAdded;

class ProofLogTest {

    private final List<Recorded> longer = History.of(new Random(11), 8, 900);
    private final List<Recorded> history = longer.subList(0, 600);

    @Test
    void givenEvents_whenTheLogFollows_thenEachIsTheLeafOfItsRank_alsoWhenItIsMadeAgain() {
        try (var book = new TestBook(history).settled()) {
            var log = book.bean(ProofLog.class);
            assertThat(log.catchUp()).isEqualTo(history.size());
            isTheLogOf(book);
            var before = MerkleTree.root(log.nodes(), history.size());

            book.append(longer.subList(history.size(), longer.size()));
            assertThat(log.catchUp()).isEqualTo(longer.size());
            isTheLogOf(book);
            assertThat(MerkleTree.root(log.nodes(), history.size())).isEqualTo(before);

            book.stop();
            book.drop("log");
            book.start();
            assertThat(book.bean(ProofLog.class).catchUp()).isEqualTo(longer.size());
            isTheLogOf(book);
        }
    }

    private static void isTheLogOf(TestBook book) {
        var log = book.bean(ProofLog.class);
        var leaves = leaves(book);
        var nodes = nodes(leaves);
        var size = leaves.size();
        assertThat(MerkleTree.root(log.nodes(), size)).isEqualTo(MerkleTree.root(nodes, size));
        for (long leaf : List.of(0L, 255L, 256L, size - 1L)) {
            assertThat(log.nodes().hash(0, leaf)).isEqualTo(leaves.get((int) leaf));
            assertThat(MerkleTree.inclusion(log.nodes(), leaf, size))
                    .containsExactlyElementsOf(MerkleTree.inclusion(nodes, leaf, size));
        }
        assertThat(MerkleTree.consistency(log.nodes(), 300, size))
                .containsExactlyElementsOf(MerkleTree.consistency(nodes, 300, size));
        assertThat(log.leaves(List.of(511L, 0L)))
                .hasEntrySatisfying(511L, leaf -> assertThat(leaf).returns(511L, ProofLog.Leaf::index))
                .hasEntrySatisfying(0L, leaf -> assertThat(leaf.hash()).isEqualTo(leaves.get(0)));
        assertThat(log.sizeAt(-1)).isZero();
        assertThat(log.sizeAt(256)).isEqualTo(257);
    }

    @Test
    void givenTwoProcesses_whenBothFollow_thenTheyWriteOneLog() throws Exception {
        try (var book = new TestBook(List.of())) {
            var logs = List.of(
                    book.bean(ProofLog.class),
                    new ProofLog(
                            book.bean(MongoDocuments.class),
                            book.bean(StoredEvents.class),
                            book.bean(ReadModels.class),
                            BookSerializer.create()));
            var threads = Executors.newFixedThreadPool(2);
            for (int part = 0; part < 9; part++) {
                book.append(longer.subList(part * 100, part * 100 + 100));
                for (var size : threads.invokeAll(
                        logs.stream().<Callable<Long>>map(log -> log::catchUp).toList())) {
                    assertThat(size.get()).isEqualTo(part * 100L + 100);
                }
            }
            threads.shutdown();
            isTheLogOf(book);
        }
    }

    @Test
    void givenAnEventOfALaterVersion_whenTheLogFollows_thenItIsALeafAsItIsStored() {
        try (var book = new TestBook(history.subList(0, 3))) {
            book.events.appendStored("pledge-sung", "7", "{\"tune\": 1.50}".getBytes(StandardCharsets.UTF_8));

            assertThat(book.bean(ProofLog.class).catchUp()).isEqualTo(4);
            try (var all = book.bean(StoredEvents.class).all()) {
                var last = all.skip(3).findFirst().orElseThrow();
                assertThat(last.type()).isEqualTo("pledge-sung");
                assertThat(last.revision()).isEqualTo("7");
                assertThat(last.line(3)).contains("\"payload\":{\"tune\":1.5}");
            }
        }
    }

    /** More than a tile of full tiles. */
    @Test
    void givenSeventyThousandEvents_whenTheLogFollows_thenItsRootIsThatOfAllLeaves() {
        var size = 70_000;
        try (var book = new TestBook(List.of())) {
            var serializer = BookSerializer.create();
            var many = new StoredEvents(
                    token -> many(token == null ? 0 : token.position().orElseThrow() + 1, size), serializer);
            var readModels = Mockito.mock(ReadModels.class);
            Mockito.when(readModels.head()).thenReturn(size - 1L);
            var log = new ProofLog(book.bean(MongoDocuments.class), many, readModels, serializer);

            assertThat(log.catchUp()).isEqualTo(size);

            try (var all = many.all()) {
                var nodes = nodes(all.map(event -> event.leafHash()).toList());
                assertThat(MerkleTree.root(log.nodes(), size)).isEqualTo(MerkleTree.root(nodes, size));
                assertThat(MerkleTree.inclusion(log.nodes(), 65_535, size))
                        .containsExactlyElementsOf(MerkleTree.inclusion(nodes, 65_535, size));
            }
            assertThat(book.bean(MongoDocuments.class).find(Tile.class, Tile.id(2, 0)))
                    .hasValueSatisfying(tile -> assertThat(tile.count()).isEqualTo(1));
        }
    }

    private static Stream<TrackedEventMessage<?>> many(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(i -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(i),
                        "Partner",
                        "partner:p",
                        i,
                        new GenericMessage<>(
                                "e" + i, new TeamAdded("b", "p", "t" + i), MetaData.from(Map.of("salt", "s"))),
                        () -> Instant.EPOCH));
    }

    private static List<byte[]> leaves(TestBook book) {
        try (var all = book.bean(StoredEvents.class).all()) {
            return all.map(event -> event.leafHash()).toList();
        }
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
}
