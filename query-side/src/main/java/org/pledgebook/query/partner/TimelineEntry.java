package org.pledgebook.query.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.Change;
import org.pledgebook.shared.StreamId;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One thing that was recorded of a partner, in words.
 *
 * @param id the partner's id and the position, so that entries sort
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
@Document("timeline")
public record TimelineEntry(
        @MongoId String id,
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
        @Nullable String reason)
        implements Entry {

    /** The entry that one event makes. */
    public static TimelineEntry of(Recorded recorded, Told told, String partner) {
        return new TimelineEntry(
                idsOf(partner) + Entry.padded(recorded.position()),
                recorded.position(),
                recorded.recordedAt(),
                told.saidOn(),
                recorded.actor(),
                partner,
                told.about().cycle(),
                told.about().pledge(),
                recorded.type(),
                told.words(),
                told.changes(),
                told.reason());
    }

    /** What the ids of a partner's entries begin with. */
    static String idsOf(String partner) {
        return partner + "/";
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
