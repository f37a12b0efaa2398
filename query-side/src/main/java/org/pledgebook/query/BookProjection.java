package org.pledgebook.query;

import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.pledgebook.shared.Event;
import org.springframework.stereotype.Component;

/** Feeds every event of the book to every fold: the one processing group there is. */
@Component
@ProcessingGroup(BookProjection.NAME)
class BookProjection {

    /** The processing group's name, and its processor's. */
    static final String NAME = "book";

    private static final String BATCH = Batch.class.getName();

    private final MongoDocuments documents;

    private final Serializer serializer;

    BookProjection(MongoDocuments documents, Serializer serializer) {
        this.documents = documents;
        this.serializer = serializer;
    }

    /** Takes any payload: an event of a type that this version does not know must fail, not pass by. */
    @EventHandler(payloadType = Object.class)
    void on(EventMessage<?> message, UnitOfWork<?> unitOfWork) {
        var recorded = Recorded.of(message);
        batch(unitOfWork).fold(recorded, KeptEvent.of(recorded, message, serializer));
    }

    /**
     * Writes the batch when its last event has been handled. It must not wait for the unit of work's prepare-commit
     * phase: the processor stores its token first thing in there, and a crash between the two would lose documents.
     */
    Object writeAfterTheLast(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var result = chain.proceed();
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> batching) || batching.isLastMessage()) {
            batch(unitOfWork).flush();
        }
        return result;
    }

    /** What is folded in a unit of work; its first caller reads what all its events touch. */
    Batch batch(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getOrComputeResource(BATCH, key -> {
            var batch = new Batch(documents);
            batch.read(events(unitOfWork));
            return batch;
        });
    }

    private static Stream<Event> events(UnitOfWork<?> unitOfWork) {
        return unitOfWork instanceof BatchingUnitOfWork<?> batching
                ? batching.getMessages().stream().flatMap(message -> readable(message).stream())
                : Stream.of();
    }

    /** What cannot be read fails again when it is handled, and there its failure is dealt with. */
    private static Optional<Event> readable(Message<?> message) {
        try {
            return message.getPayload() instanceof Event event ? Optional.of(event) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
