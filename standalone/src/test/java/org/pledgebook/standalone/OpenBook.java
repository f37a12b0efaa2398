package org.pledgebook.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/** A book and Axon's engine on it, for tests that need no Spring. */
record OpenBook(BookFile file, JdbcEventStorageEngine engine) implements AutoCloseable {

    static OpenBook in(Path folder) {
        BookFile file = BookFile.open(folder);
        return new OpenBook(
                file, SqliteEventTable.engine(file, Jackson3Serializer.builder().build(), NoOpEventUpcaster.INSTANCE));
    }

    static DomainEventMessage<Said> event(String stream, long sequence) {
        return event(stream, sequence, Instant.parse("2023-01-01T00:00:00Z"));
    }

    static DomainEventMessage<Said> event(String stream, long sequence, Instant at) {
        return new GenericDomainEventMessage<>(
                "thing",
                stream,
                sequence,
                new Said(stream + " " + sequence),
                Map.of("actor", "someone"),
                UUID.randomUUID().toString(),
                at);
    }

    /** Appends in one transaction, as a command does. */
    void append(DomainEventMessage<?>... events) {
        file.commandTransactions().executeInTransaction(() -> engine.appendEvents(List.of(events)));
    }

    List<String> streamOf(String aggregate) {
        return engine.readEvents(aggregate)
                .asStream()
                .map(event -> ((Said) event.getPayload()).text())
                .toList();
    }

    List<Long> positions() {
        return everything().map(event -> position(event.trackingToken())).toList();
    }

    Stream<? extends TrackedEventMessage<?>> everything() {
        return engine.readEvents(null, false);
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    record Said(String text) {}
}
