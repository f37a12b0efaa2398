package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.BookSerializer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Axon's auto-configuration falls back without a word on this Spring Boot: each bean that matters is named here. */
class WiringTest {

    @TempDir
    static Path data;

    @Test
    void givenTheWholeProgram_whenItIsPutTogether_thenNoBeanIsAFallback() {
        var application = new SpringApplication(Standalone.class);
        try (var context = application.run(
                "--spring.config.name=standalone",
                "--server.port=0",
                "--pledgebook.demo=false",
                "--pledgebook.administrator.password=pledgebook",
                "--pledgebook.data-dir=" + data)) {
            assertThat(context.getBean(EventStore.class)).isExactlyInstanceOf(EmbeddedEventStore.class);
            assertThat(context.getBean(EventStorageEngine.class)).isExactlyInstanceOf(JdbcEventStorageEngine.class);
            assertThat(context.getBean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
            assertThat(context.getBean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
            assertThat(context.getBeansOfType(TransactionManager.class).values())
                    .noneMatch(NoTransactionManager.class::isInstance);
            assertThat(context.getBean(TokenStore.class)).isExactlyInstanceOf(MongoTokenStore.class);
            assertThat(context.getBean(Cabinet.class)).isExactlyInstanceOf(SqliteCabinet.class);
            assertThat(context.getBeansOfType(Serializer.class).values())
                    .isNotEmpty()
                    .allMatch(BookSerializer.class::isInstance);
            assertThat(context.getBean(java.time.Clock.class)).isExactlyInstanceOf(BookClock.class);
            assertThat(context.getBeansOfType(CorrelationDataProvider.class)).containsOnlyKeys("provenanceOfEvents");
            assertThat(context.getBeansOfType(MeterRegistry.class).values())
                    .hasSize(1)
                    .allMatch(SimpleMeterRegistry.class::isInstance);
            assertOneProcessor(context);
        }
    }

    private static void assertOneProcessor(ConfigurableApplicationContext context) {
        var processing = context.getBean(EventProcessingConfiguration.class);
        assertThat(processing.eventProcessors()).containsOnlyKeys("book");
        assertThat(processing.eventProcessors().get("book")).isExactlyInstanceOf(PooledStreamingEventProcessor.class);
        assertThat(processing.tokenStore("book")).isExactlyInstanceOf(MongoTokenStore.class);
        assertThat(processing.deadLetterQueue("book")).isPresent();
    }
}
