package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.Status;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Batches of one owner's events, where something comes between reading and writing. */
class BatchTest {

    private static final List<Recorded> EVENTS = Given.board()
            .partner("a")
            .said(new TeamAdded(Given.BOARD, "a", "youth"))
            .said(new TeamAdded(Given.BOARD, "a", "elders"))
            .events();

    private static final Recorded JOINED = EVENTS.get(3);
    private static final Recorded YOUTH = EVENTS.get(4);
    private static final Recorded ELDERS = EVENTS.get(5);

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static MongoClient client;
    private static MongoDocuments documents;

    @BeforeAll
    static void connect() {
        client = MongoClients.create("mongodb://localhost:" + SERVER.bind().getPort());
        var mapping = new MongoMapping();
        var conversions = mapping.conversions();
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = mapping.mappingMongoConverter(context, conversions);
        converter.afterPropertiesSet();
        documents =
                new MongoDocuments(new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "book"), converter));
    }

    @AfterAll
    static void disconnect() {
        client.close();
        SERVER.shutdownNow();
    }

    @BeforeEach
    void empty() {
        client.getDatabase("book").drop();
        fold(JOINED);
    }

    @Test
    void givenABatchThatWasOvertaken_whenItIsWritten_thenTheNewerDocumentStaysAndTheBatchIsToldToRepeat() {
        var slow = reading(YOUTH);
        slow.fold(YOUTH, History.copy(YOUTH));
        fold(YOUTH, ELDERS);

        assertThatThrownBy(slow::flush)
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("changed by another process");

        assertThat(partner().teams()).containsExactly("outreach", "youth", "elders");
        assertThat(entries()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void givenTwoThatMakeTheSameNewDocument_whenBothWrite_thenTheSecondIsToldToRepeat() {
        client.getDatabase("book").drop();
        var first = reading(JOINED);
        var second = reading(JOINED);
        first.fold(JOINED, History.copy(JOINED));
        second.fold(JOINED, History.copy(JOINED));

        first.flush();

        assertThatThrownBy(second::flush).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void givenAStaleReading_whenTheOwnerIsForgotten_thenFoldingGoesOnFromWhatIsKept() {
        var batch = reading(ELDERS);
        // Somebody else folds the letter that this owner waited for.
        fold(YOUTH);

        batch.forget(StreamId.partner("a"));
        batch.fold(ELDERS, History.copy(ELDERS));
        batch.flush();

        assertThat(partner().teams()).containsExactly("outreach", "youth", "elders");
    }

    @Test
    void givenAFoldThatFails_whenTheBatchIsWritten_thenNothingOfThatEventIs() {
        var broken = Given.board()
                .correction("b", 1, 1, Given.report(Status.AT_RISK, "No."))
                .events()
                .get(3);
        var batch = reading(YOUTH);
        batch.fold(YOUTH, History.copy(YOUTH));

        assertThatThrownBy(() -> batch.fold(broken, History.copy(broken))).isInstanceOf(IllegalStateException.class);
        batch.flush();

        assertThat(partner().teams()).containsExactly("outreach", "youth");
        assertThat(entries()).extracting(AuditEntry::position).containsExactly(3L, 4L);
    }

    private static Batch reading(Recorded... events) {
        var batch = new Batch(documents);
        batch.read(Stream.of(events).map(Recorded::event));
        return batch;
    }

    private static void fold(Recorded... events) {
        var batch = reading(events);
        Stream.of(events).forEach(event -> batch.fold(event, History.copy(event)));
        batch.flush();
    }

    private static PartnerDocument partner() {
        return documents.find(PartnerDocument.class, "a").orElseThrow();
    }

    private static List<AuditEntry> entries() {
        return documents.list(AuditEntry.class, Selection.ALL, Documents.UNLIMITED);
    }
}
