package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptSourceTest {

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void shutDown() {
        store.shutDown();
    }

    @Test
    void givenAnEmbeddedStore_whenAUnitOfWorkCommits_thenTheReaderIsCalledAfterItAndFindsTheEvent() {
        try (var stream = new PromptSource(store).openStream(null)) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();

            var unitOfWork = DefaultUnitOfWork.startAndGet(null);
            store.publish(History.message(Given.board().events().get(0)));
            assertThat(calls).as("before the commit").hasValue(0);
            unitOfWork.commit();

            assertThat(calls).hasValue(1);
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void givenAClosedStream_whenEventsArePublished_thenItIsNotCalledAnyMore() {
        var stream = new PromptSource(store).openStream(null);
        stream.setOnAvailableCallback(calls::incrementAndGet);
        stream.close();

        store.publish(History.message(Given.board().events().get(0)));

        assertThat(calls).hasValue(0);
    }
}
