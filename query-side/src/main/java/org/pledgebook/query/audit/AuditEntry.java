package org.pledgebook.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.query.Owner;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.Change;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One event of the book: who recorded what, when and why.
 *
 * @param id the position, padded with zeros so that entries sort
 * @param position its place in the global order of events
 * @param event the event's own id
 * @param type the event's stored name, {@code pledge-made}
 * @param stream the stream it belongs to, {@code pledges:healthwatch-islington/2023}
 * @param sequence its place in that stream, from 0
 * @param recordedAt when the book learnt it, UTC, to the millisecond
 * @param saidOn when it was said, where that is not the day it was entered
 * @param actor the id of the person who entered it
 * @param boards whose readers may read of it; none where only readers of all boards may
 * @param partner the partner it is about, if it is about one
 * @param cycle the cycle it is about, if it is about one
 * @param pledge the public id of the pledge it is about, if it is about one
 * @param cycles every cycle it is about: a pledge that is continued concerns two
 * @param pledges every pledge it is about
 * @param words what happened, as a sentence in British English
 * @param changes what changed, from what to what
 * @param reason why, where a reason was asked for
 */
@Document("audit")
public record AuditEntry(
        @MongoId String id,
        long position,
        String event,
        String type,
        String stream,
        long sequence,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        List<String> boards,
        @Nullable String partner,
        @Nullable String cycle,
        @Nullable String pledge,
        List<String> cycles,
        List<String> pledges,
        String words,
        List<Change> changes,
        @Nullable String reason)
        implements Entry {

    /** The entry that one event makes. */
    public static AuditEntry of(Recorded recorded, Told told) {
        return new AuditEntry(
                Entry.padded(recorded.position()),
                recorded.position(),
                recorded.id(),
                recorded.type(),
                recorded.stream(),
                recorded.sequence(),
                recorded.recordedAt(),
                told.saidOn(),
                recorded.actor(),
                told.about().boards(),
                told.about().partner(),
                told.about().cycle(),
                told.about().pledge(),
                told.about().cycles(),
                told.about().pledges(),
                told.words(),
                told.changes(),
                told.reason());
    }

    @Override
    public String owner() {
        return Owner.of(stream);
    }
}
