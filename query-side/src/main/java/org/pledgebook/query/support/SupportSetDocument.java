package org.pledgebook.query.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.support.SupportKind;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * What one partner offers and asks for in short: as much as the dashboard needs, so that it never reads all texts.
 *
 * @param id the partner's
 * @param unanswered by number
 * @param answers how often each of the others answered, in the order they first did
 */
@Document("support-sets")
public record SupportSetDocument(
        @MongoId String id, long position, String board, List<Unanswered> unanswered, List<Answers> answers)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(id);
    }

    /**
     * Nobody has answered it yet.
     *
     * @param pledge the public id of the pledge it is about; null for support in general
     * @param saidOn when it was said, where that is not the day it was entered
     */
    public record Unanswered(
            int number,
            SupportKind kind,
            @Nullable String pledge,
            @Nullable LocalDate saidOn,
            Instant recordedAt) {

        /** The day it was said, in the board's time zone. */
        public LocalDate since(ZoneId zone) {
            return saidOn == null ? LocalDate.ofInstant(recordedAt, zone) : saidOn;
        }
    }

    /**
     * How often one other partner answered.
     *
     * @param kind what it answered
     */
    public record Answers(String from, SupportKind kind, int count) {}
}
