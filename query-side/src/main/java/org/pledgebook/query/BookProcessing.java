package org.pledgebook.query;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How the processor {@code book} runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BookSettings.class)
@EnableScheduling
class BookProcessing {

    @Bean
    ConfigurerModule bookProcessor(
            BookSettings settings,
            BookProjection projection,
            TokenStore tokens,
            SequencedDeadLetterQueue<EventMessage<?>> letters) {
        var name = BookProjection.NAME;
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerPooledStreamingEventProcessor(
                        name,
                        configuration -> new PromptSource(configuration.eventStore()),
                        (configuration, builder) -> {
                            var workers = Executors.newScheduledThreadPool(
                                    settings.segments(), new AxonThreadFactory("book"));
                            configuration.onShutdown(workers::shutdown);
                            return builder.batchSize(settings.batch())
                                    .initialSegmentCount(settings.segments())
                                    .initialToken(StreamableMessageSource::createTailToken)
                                    .claimExtensionThreshold(settings.claim().toMillis())
                                    .workerExecutor(workers)
                                    // By default it is the clock that stamps events, which may walk through the past.
                                    .clock(Clock.systemUTC());
                        })
                .registerTokenStore(name, configuration -> tokens)
                // Documents are right without transactions, and must never hold the one that writes events.
                .registerTransactionManager(name, configuration -> NoTransactionManager.instance())
                .registerSequencingPolicy(name, configuration -> new Owner())
                .registerHandlerInterceptor(name, configuration -> projection::writeAfterTheLast)
                .registerErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(name, configuration -> PropagatingErrorHandler.instance())
                .registerDeadLetterQueue(name, configuration -> letters)
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        name, (configuration, builder) -> builder.enableSequenceIdentifierCache()));
    }

    /** Axon falls back to tokens in memory without a word; then every start would fold the whole book again. */
    @Bean
    SmartInitializingSingleton tokensAreKept(EventProcessingConfiguration processing) {
        return () -> {
            if (processing.tokenStore(BookProjection.NAME) instanceof InMemoryTokenStore) {
                throw new AxonConfigurationException("The processor 'book' would keep its tokens in memory and forget"
                        + " how far it is at every stop. Give it a token store that lasts: query-side's own is used"
                        + " where no other bean takes its place.");
            }
        };
    }
}
