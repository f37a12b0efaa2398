package org.pledgebook.standalone;

import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.query.StoredEvents;
import org.pledgebook.shared.BookSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The event store of the standalone mode, in one SQLite file in the folder {@code pledgebook.data-dir} (default
 * {@code data}). Needs {@code axon.axonserver.enabled=false}.
 *
 * <p>Everything that Axon would otherwise choose by itself is declared here, because on this version of Spring Boot it
 * chooses a transaction manager that does nothing, and says nothing.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedBook {

    /** The folder comes as text: Spring would look up a {@link Path} of this name on the class path first. */
    @Bean
    BookFile bookFile(@Value("${pledgebook.data-dir:data}") String folder) {
        return BookFile.open(Path.of(folder));
    }

    /** Beside the events, and after the lock on them is had. */
    @Bean
    SqliteCabinet cabinet(BookFile book, @Value("${pledgebook.data-dir:data}") String folder) {
        return new SqliteCabinet(Path.of(folder, "cabinet.db"));
    }

    /** What Axon's command bus takes. */
    @Bean
    @Primary
    SpringTransactionManager commandTransactions(BookFile book) {
        return book.commandTransactions();
    }

    /** For event processors and queries, which must never hold the write connection. */
    @Bean
    SpringTransactionManager readTransactions(BookFile book) {
        return book.readTransactions();
    }

    @Bean
    JdbcEventStorageEngine eventStorageEngine(
            BookFile book,
            @Qualifier("eventSerializer") Serializer serializer,
            org.axonframework.config.Configuration axon) {
        return SqliteEventTable.engine(book, serializer, axon.upcasterChain());
    }

    /** Through an engine without upcasters; it only ever reads. */
    @Bean
    StoredEvents storedEvents(BookFile book) {
        var serializer = BookSerializer.asStored();
        var asStored = SqliteEventTable.engine(book, serializer, NoOpEventUpcaster.INSTANCE);
        return new StoredEvents(token -> asStored.readEvents(token, false), serializer);
    }

    @Bean
    @Qualifier("eventStore") EmbeddedEventStore eventStore(JdbcEventStorageEngine engine, org.axonframework.config.Configuration axon) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .build();
    }

    /** Axon's own query bus would run each query in the command bus's transactions. */
    @Bean
    @Qualifier("localSegment") SimpleQueryBus queryBus(
            org.axonframework.config.Configuration axon,
            @Qualifier("readTransactions") TransactionManager readTransactions) {
        return SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .transactionManager(readTransactions)
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .build();
    }

    @Bean
    ConfigurerModule processorsOnlyRead(@Qualifier("readTransactions") TransactionManager readTransactions) {
        return configurer -> configurer.eventProcessing(
                processing -> processing.registerDefaultTransactionManager(axon -> readTransactions));
    }
}
