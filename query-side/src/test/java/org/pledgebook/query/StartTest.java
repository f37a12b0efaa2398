package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** What is there when it has started, and what keeps it from starting. */
class StartTest {

    @Test
    void givenNoSettings_whenStarted_thenNoPartIsOneThatForgetsOrSkips() {
        try (var book = new TestBook(List.of())) {
            var processing = book.bean(EventProcessingConfiguration.class);

            assertThat(book.bean(TokenStore.class)).isInstanceOf(MongoTokenStore.class);
            assertThat(processing.tokenStore("book")).isSameAs(book.bean(TokenStore.class));
            assertThat(processing.deadLetterQueue("book")).containsSame(book.bean(SequencedDeadLetterQueue.class));
            assertThat(processing.eventProcessors()).hasSize(1);
            assertThat(processing.eventProcessor("book", PooledStreamingEventProcessor.class))
                    .isPresent();
            assertThat(book.bean(ReadModels.class).head()).isEqualTo(-1);
            assertThat(book.bean(ReadModels.class).position()).isEqualTo(-1);
            assertThat(book.context().getBeansOfType(HealthIndicator.class))
                    .containsKeys("bookHealthIndicator", "mongoHealthIndicator");
            assertThat(book.bean(HealthEndpoint.class).health().getStatus()).isEqualTo(Status.UP);
            assertThat(book.bean(MeterRegistry.class)
                            .get("pledgebook.book.lag")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    @Test
    void givenATokenStoreInMemory_whenStarted_thenItRefusesInClearWords() {
        var processing = mock(EventProcessingConfiguration.class);
        when(processing.tokenStore("book")).thenReturn(new InMemoryTokenStore());
        var check = new BookProcessing().tokensAreKept(processing);

        assertThatThrownBy(check::afterSingletonsInstantiated)
                .isInstanceOf(AxonConfigurationException.class)
                .hasMessageContaining("keep its tokens in memory");
    }
}
