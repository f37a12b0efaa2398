package org.pledgebook.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.mockito.Mockito;
import org.pledgebook.query.Drill;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Moments;
import org.pledgebook.query.MongoDocuments;
import org.pledgebook.query.Page;
import org.pledgebook.query.Past;
import org.pledgebook.query.ProofLog;
import org.pledgebook.query.Queries;
import org.pledgebook.query.ReadModels;
import org.pledgebook.query.StoredEvents;
import org.pledgebook.query.access.PersonQueries;
import org.pledgebook.query.assessment.AssessmentQueries;
import org.pledgebook.query.assessment.ReferenceQueries;
import org.pledgebook.query.assessment.ReleaseQueries;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.query.audit.CompareQueries;
import org.pledgebook.query.audit.HistoryQueries;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.framework.FrameworkQueries;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.query.support.SupportQueries;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The edge on the real command side, with the events and the cabinet in memory. Queries are mocks: what they answer is
 * theirs to test, how it is asked for and written out is tested here.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"org.pledgebook.shared", "org.pledgebook.command", "org.pledgebook.web"},
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.pledgebook\\.web\\.Web",
                            "org\\.pledgebook\\.command\\.CommandSide",
                            ".*Test.*"
                        }))
class TestBook {

    @Bean(destroyMethod = "shutdown")
    MongoServer mongoServer() {
        var server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        return server;
    }

    @Bean
    MongoConnectionDetails mongoConnection(MongoServer mongoServer) {
        var uri = new ConnectionString("mongodb://127.0.0.1:%d/test"
                .formatted(mongoServer.getLocalAddress().getPort()));
        return () -> uri;
    }

    /** Sign-in's time, which stands still until a test moves it. */
    @Bean
    AtomicLong signInTime() {
        return new AtomicLong(1);
    }

    @Bean
    @Primary
    Ticker standingTicker(AtomicLong signInTime) {
        return signInTime::get;
    }

    @Bean
    EventStorageEngine storage() {
        return new InMemoryEventStorageEngine();
    }

    @Bean
    ReadModels readModels(EventStorageEngine storage) {
        var readModels = mock(ReadModels.class);
        when(readModels.head()).thenAnswer(asked -> headOf(storage));
        when(readModels.position()).thenAnswer(asked -> headOf(storage));
        when(readModels.await(anyLong(), any())).thenReturn(true);
        return readModels;
    }

    @Bean
    StoredEvents storedEvents(EventStorageEngine storage, Serializer serializer) {
        return new StoredEvents(token -> storage.readEvents(token, false), serializer);
    }

    @Bean
    ProofLog proofLog(MongoOperations mongo, StoredEvents events, ReadModels readModels, Serializer serializer) {
        return new ProofLog(new MongoDocuments(mongo), events, readModels, serializer);
    }

    private static long headOf(EventStorageEngine storage) {
        return Optional.ofNullable(storage.createHeadToken())
                .map(token -> token.position())
                .orElse(OptionalLong.empty())
                .orElse(-1);
    }

    @Bean
    BoardQueries boards() {
        return query(BoardQueries.class);
    }

    @Bean
    PartnerQueries partners() {
        return query(PartnerQueries.class);
    }

    @Bean
    PledgeQueries pledges() {
        return query(PledgeQueries.class);
    }

    @Bean
    AssessmentQueries assessments() {
        return query(AssessmentQueries.class);
    }

    @Bean
    ReferenceQueries referenceQueries() {
        return query(ReferenceQueries.class);
    }

    @Bean
    ReleaseQueries releaseQueries() {
        return query(ReleaseQueries.class);
    }

    @Bean
    FrameworkQueries frameworks() {
        return query(FrameworkQueries.class);
    }

    @Bean
    SupportQueries support() {
        return query(SupportQueries.class);
    }

    @Bean
    PersonQueries persons() {
        return query(PersonQueries.class);
    }

    @Bean
    AuditQueries audit() {
        return query(AuditQueries.class);
    }

    @Bean
    Queries queries(
            AssessmentQueries assessments,
            BoardQueries boards,
            FrameworkQueries frameworks,
            PartnerQueries partners,
            PledgeQueries pledges,
            ReferenceQueries references,
            ReleaseQueries releases,
            SupportQueries support) {
        return new Queries(
                assessments,
                boards,
                frameworks,
                query(HistoryQueries.class),
                partners,
                pledges,
                references,
                releases,
                support);
    }

    @Bean
    CompareQueries compare() {
        return query(CompareQueries.class);
    }

    /** Finds that every instant stands for position 7. */
    @Bean
    Moments moments() {
        var moments = mock(Moments.class);
        when(moments.at(any())).thenAnswer(asked -> new Moment(7, asked.getArgument(0)));
        return moments;
    }

    /** Answers as of any moment what is answered of now. */
    @Bean
    Past past(Queries queries) {
        var past = mock(Past.class);
        when(past.at(any())).thenReturn(queries);
        return past;
    }

    /** A mock whose lists are empty, where nothing else is said. */
    @Bean
    Drill drill() {
        return mock(Drill.class);
    }

    private static <T> T query(Class<T> type) {
        return mock(
                type,
                asked -> asked.getMethod().getReturnType() == Page.class
                        ? new Page<>(List.of(), null)
                        : Mockito.RETURNS_DEFAULTS.answer(asked));
    }
}
