package org.pledgebook.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.audit.MerkleTree;
import org.pledgebook.query.audit.MerkleTree.Nodes;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.audit.SigningKeyIntroduced;
import org.pledgebook.web.Refused;
import org.slf4j.LoggerFactory;

class CheckpointsTest {

    @TempDir
    Path folder;

    private SqliteCabinet cabinet;
    private final SigningKey key = new SigningKey(SigningKey.fresh());
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Streams streams = new Streams(store);
    private final ProofLog log = mock(ProofLog.class);
    private final ProofLog altered = mock(ProofLog.class);

    /** What it says to whoever runs it; on no console, since these tests alter records on purpose. */
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    private final Logger logger = (Logger) LoggerFactory.getLogger(Checkpoints.class);

    CheckpointsTest(@TempDir Path folder) {
        said.start();
        logger.addAppender(said);
        logger.setAdditive(false);
        cabinet = new SqliteCabinet(folder.resolve("cabinet.db"));
        is(log, leaves(10, -1));
    }

    @AfterEach
    void close() {
        logger.setAdditive(true);
        logger.detachAppender(said);
        store.shutDown();
        cabinet.close();
    }

    @Test
    void givenALog_whenCheckpointsAreSigned_thenEachIsKeptOnce_alsoAnEarlierOne() {
        var checkpoints = new Checkpoints(log, cabinet, key, streams);

        var made = checkpoints.of(10);
        assertThat(checkpoints.of(10)).isEqualTo(made);
        assertThat(checkpoints.of(4).size()).isEqualTo(4);

        assertThat(cabinet.stream(Checkpoints.KIND)).hasSize(2);
        assertThat(made.note())
                .startsWith(made.origin() + "\n10\n" + made.root() + "\n\n\u2014 " + made.origin() + " ");
    }

    @Test
    void givenARecordThatWasAltered_whenACheckpointIsAskedFor_thenNothingIsSigned() {
        new Checkpoints(log, cabinet, key, streams).of(8);

        for (var leaves : List.of(leaves(12, 3), leaves(7, -1))) {
            is(altered, leaves);
            var later = new Checkpoints(altered, cabinet, key, streams);
            for (var size : List.of(leaves.size(), 5)) {
                assertThatThrownBy(() -> later.of(size))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("record-altered");
            }
        }
        assertThat(cabinet.stream(Checkpoints.KIND)).hasSize(1);
        assertThat(said.list)
                .as("once for each service, however often it is asked")
                .hasSize(2);
    }

    /** Somebody with a hand on the data folder takes away what says how far it was signed, and with what. */
    @Test
    void givenThePaperOfTheNewestIsGone_whenItSigns_thenOnlyWhereItGoesOnFromTheOthers_andWithTheirKey() {
        new Checkpoints(log, cabinet, key, streams).of(8);
        cabinet.remove(Checkpoints.NEWEST, "of-the-book");
        is(altered, leaves(12, 3));

        assertThatThrownBy(() -> new Checkpoints(altered, cabinet, key, streams).of(12))
                .hasMessageContaining("record-altered");
        assertThatThrownBy(() -> new Checkpoints(log, cabinet, new SigningKey(SigningKey.fresh()), streams).of(10))
                .hasMessageContaining("signing-key-not-introduced");
        assertThat(new Checkpoints(log, cabinet, key, streams).of(10).size()).isEqualTo(10);
    }

    @Test
    void givenAKeyThatSignedBeforeAnother_whenItIsToBePutOnRecordAgain_thenItDoesNotComeBack() {
        var first = new Checkpoints(log, cabinet, key, streams);
        var origin = first.of(8).origin();
        first.checkComesNew();
        var next = new SigningKey(SigningKey.fresh());
        var introduced = new SigningKeyIntroduced(origin, next.verifierKey(origin), "It was time");
        store.publish(new GenericDomainEventMessage<>("log", introduced.stream(), 0, introduced));

        assertThatThrownBy(first::checkComesNew).hasMessageContaining("signing-key-known");
        new Checkpoints(log, cabinet, next, streams).checkComesNew();
        new Checkpoints(log, cabinet, new SigningKey(SigningKey.fresh()), streams).checkComesNew();
    }

    /** Two logs that differ in their last leaf: one of the two gets a checkpoint over it, never both. */
    @Test
    void givenTwoProcessesWhoseLogsFork_whenBothSign_thenOneIsRefused() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        for (int size = 2; size < 40; size++) {
            is(log, leaves(size, -1));
            is(altered, leaves(size, size - 1));
            cabinet.remove(Checkpoints.NEWEST, "of-the-book");
            cabinet.stream(Checkpoints.KIND).toList().forEach(paper -> cabinet.remove(Checkpoints.KIND, paper.id()));
            var to = size;
            new Checkpoints(log, cabinet, key, streams).of(1);
            var signed = new ArrayList<String>();
            for (var one : threads.invokeAll(List.<Callable<String>>of(signing(log, to), signing(altered, to)))) {
                signed.add(one.get());
            }
            assertThat(signed).as("size %d", size).containsOnlyOnce("refused");
        }
        threads.shutdown();
    }

    private Callable<String> signing(ProofLog log, long size) {
        return () -> {
            try {
                return new Checkpoints(log, cabinet, key, streams).of(size).root();
            } catch (Refused refused) {
                return "refused";
            }
        };
    }

    @Test
    void givenAnotherKey_whenACheckpointIsAskedFor_thenItSignsOnceItIsOnRecord() {
        var first = new Checkpoints(log, cabinet, key, streams).of(8);
        var next = new SigningKey(SigningKey.fresh());
        var later = new Checkpoints(log, cabinet, next, streams);

        assertThatThrownBy(() -> later.of(9)).hasMessageContaining("signing-key-not-introduced");

        var introduced = new SigningKeyIntroduced(first.origin(), next.verifierKey(first.origin()), "It was time");
        store.publish(new GenericDomainEventMessage<>("log", introduced.stream(), 0, introduced));
        assertThat(later.of(9).signer()).isNotEqualTo(first.signer());
        assertThat(later.of(8).root()).isEqualTo(first.root());
        assertThat(cabinet.stream(Checkpoints.KIND)).hasSize(3);
        assertThatThrownBy(() -> new Checkpoints(log, cabinet, key, streams).of(10))
                .hasMessageContaining("signing-key-not-introduced");
    }

    @Test
    void givenNoKeyFile_whenTheServiceStarts_thenOneIsMade_andFoundAgain() throws Exception {
        var file = folder.resolve("data/signing.key");
        var made = new SigningKey("", file.toString());

        assertThat(new SigningKey("", file.toString()).verifierKey("n")).isEqualTo(made.verifierKey("n"));
        assertThat(new SigningKey(Files.readString(file), "").verifierKey("n")).isEqualTo(made.verifierKey("n"));
        assertThat(new SigningKey("", "").isThere()).isFalse();
        var another = new SigningKey("", folder.resolve("another").toString());
        var mixed = Files.readString(file).split("(?=-----BEGIN PUBLIC)", -1)[0]
                + Files.readString(folder.resolve("another")).split("(?=-----BEGIN PUBLIC)", -1)[1];
        assertThat(another.verifierKey("n")).isNotEqualTo(made.verifierKey("n"));
        for (var unusable : List.of("x", mixed, Files.readString(file).replace("PRIVATE", "PUBLIC"))) {
            assertThatThrownBy(() -> new SigningKey(unusable, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("openssl");
        }
    }

    private static void is(ProofLog log, List<byte[]> leaves) {
        when(log.catchUp()).thenReturn((long) leaves.size());
        when(log.nodes()).thenReturn(new Nodes() {
            @Override
            public byte[] hash(int height, long index) {
                return height == 0
                        ? leaves.get((int) index)
                        : MerkleTree.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
            }
        });
    }

    private static List<byte[]> leaves(int size, int altered) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leaf(new byte[] {(byte) i, (byte) (i == altered ? 1 : 0)}));
        }
        return leaves;
    }
}
