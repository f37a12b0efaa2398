package org.pledgebook.query;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.pledgebook.shared.BookSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The events of an Axon Server as they are stored: through an event store of its own, which knows no upcasters. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "axon.axonserver.enabled", matchIfMissing = true)
class AxonServerEvents {

    @Bean
    StoredEvents storedEvents(AxonServerConfiguration configuration, AxonServerConnectionManager connections) {
        var serializer = BookSerializer.asStored();
        var store = AxonServerEventStore.builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(NoOpEventUpcaster.INSTANCE)
                .build();
        return new StoredEvents(
                token -> {
                    var head = store.createHeadToken();
                    var last =
                            head == null ? ReadModels.NOTHING : head.position().orElse(ReadModels.NOTHING);
                    var first = token == null
                            ? ReadModels.NOTHING
                            : token.position().orElse(ReadModels.NOTHING);
                    return first >= last ? Stream.empty() : until(last, store.openStream(token));
                },
                serializer);
    }

    private static Stream<TrackedEventMessage<?>> until(long last, BlockingStream<TrackedEventMessage<?>> events) {
        var upTo = new Iterator<TrackedEventMessage<?>>() {

            private long at = ReadModels.NOTHING;

            @Override
            public boolean hasNext() {
                return at < last;
            }

            @Override
            public TrackedEventMessage<?> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                try {
                    var event = events.nextAvailable();
                    at = event.trackingToken().position().orElseThrow();
                    return event;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Interrupted while reading events", e);
                }
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(upTo, 0), false)
                .onClose(events::close);
    }
}
