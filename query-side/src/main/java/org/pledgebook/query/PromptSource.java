package org.pledgebook.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The event store, waking its reader as soon as this process has recorded something. An embedded store does not do so of
 * itself, and a pooled processor then looks for events only every half second, for which readers of their own writes
 * would wait.
 */
final class PromptSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventStore store;

    PromptSource(EventStore store) {
        this.store = store;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PromptStream(store.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return store.createTokenAt(at);
    }

    @Override
    public TrackingToken createTokenSince(Duration since) {
        return store.createTokenSince(since);
    }

    private final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

        /** How long the store may take to fetch what it has just committed. */
        private static final int FETCHING_MS = 50;

        private final BlockingStream<TrackedEventMessage<?>> events;
        private final AtomicBoolean announced = new AtomicBoolean();
        private Registration announcements = () -> true;

        PromptStream(BlockingStream<TrackedEventMessage<?>> events) {
            this.events = events;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            if (!events.setOnAvailableCallback(callback)) {
                // Subscribers hear of events before they are committed.
                announcements = store.subscribe(published -> {
                    if (CurrentUnitOfWork.isStarted()) {
                        CurrentUnitOfWork.get().afterCommit(committed -> announce(callback));
                    } else {
                        announce(callback);
                    }
                });
            }
            return true;
        }

        private void announce(Runnable callback) {
            announced.set(true);
            callback.run();
        }

        @Override
        public boolean hasNextAvailable() {
            if (!announced.getAndSet(false)) {
                return events.hasNextAvailable();
            }
            try {
                return events.hasNextAvailable(FETCHING_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> event) {
            events.skipMessagesWithPayloadTypeOf(event);
        }

        @Override
        public void close() {
            announcements.cancel();
            events.close();
        }
    }
}
