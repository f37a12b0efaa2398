package org.pledgebook.query;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The events whose folding failed, and those of the same owners that wait behind them. */
@Component
class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private final EventProcessingConfiguration processing;
    private final Owner owner = new Owner();

    DeadLetters(SequencedDeadLetterQueue<EventMessage<?>> queue, EventProcessingConfiguration processing) {
        this.queue = queue;
        this.processing = processing;
    }

    /** How many events wait. */
    long count() {
        return queue.size();
    }

    /** How many owners' documents stand still. */
    long owners() {
        return queue.amountOfSequences();
    }

    /** The earliest position of an event that waits; empty where none does. */
    OptionalLong first() {
        if (count() == 0) {
            return OptionalLong.empty();
        }
        return StreamSupport.stream(queue.deadLetters().spliterator(), false)
                .flatMap(sequence -> StreamSupport.stream(sequence.spliterator(), false))
                .map(letter -> letter.message())
                .mapToLong(DeadLetters::position)
                .min();
    }

    /** One without a position may have any. */
    private static long position(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(ReadModels.NOTHING)
                : ReadModels.NOTHING;
    }

    /** Tries each owner's letters once, in their order and as far as they go; at start and ever again. */
    @Scheduled(initialDelay = 0, fixedDelayString = "${pledgebook.book.retry:1m}")
    void retry() {
        if (count() == 0) {
            return;
        }
        var processor =
                processing.sequencedDeadLetterProcessor(BookProjection.NAME).orElseThrow();
        var tried = new HashSet<Object>();
        int before;
        do {
            before = tried.size();
            processor.process(letter -> tried.add(String.valueOf(owner.getSequenceIdentifierFor(letter.message()))));
        } while (tried.size() > before);
        LOG.info(
                "Tried the events of {} owners again that could not be folded; {} events still wait.", before, count());
    }
}
