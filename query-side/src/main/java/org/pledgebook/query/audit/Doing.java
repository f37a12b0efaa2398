package org.pledgebook.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, when and why.
 *
 * @param position of the event that did it, in the global order
 * @param event the event's own id
 * @param type its stored name, {@code pledge-made}
 * @param recordedAt when the book learnt it
 * @param saidOn when it was said, where that is not the day it was entered
 * @param actor the id of the person who entered it
 * @param words what happened, as a sentence
 * @param reason why, where a reason was asked for
 */
public record Doing(
        long position,
        String event,
        String type,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        String words,
        @Nullable String reason) {

    /** What an entry of the record tells. */
    static Doing of(AuditEntry entry) {
        return new Doing(
                entry.position(),
                entry.event(),
                entry.type(),
                entry.recordedAt(),
                entry.saidOn(),
                entry.actor(),
                entry.words(),
                entry.reason());
    }
}
