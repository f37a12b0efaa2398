package org.pledgebook.query.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;

/**
 * One thing that was recorded of a partner, in words.
 *
 * @param position its place in the global order of events
 * @param recordedAt when the book learnt it, UTC, to the millisecond
 * @param saidOn when it was said, where that is not the day it was entered
 * @param actor the id of the person who entered it
 * @param cycle null for what belongs to no cycle
 * @param pledge the public id of the pledge it is about, if it is about one
 * @param type the event's stored name, {@code pledge-made}
 * @param words what happened, as a sentence in British English
 * @param changes what changed, from what to what
 * @param reason why, where a reason was asked for
 */
public record TimelineEntry(
        String id,
        long position,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        String partner,
        @Nullable String cycle,
        @Nullable String pledge,
        String type,
        String words,
        List<Change> changes,
        @Nullable String reason) {

    static TimelineEntry of(String partner, AuditEntry entry) {
        return new TimelineEntry(
                entry.id(),
                entry.position(),
                entry.recordedAt(),
                entry.saidOn(),
                entry.actor(),
                partner,
                entry.cycle(),
                entry.pledge(),
                entry.type(),
                entry.words(),
                entry.changes(),
                entry.reason());
    }
}
