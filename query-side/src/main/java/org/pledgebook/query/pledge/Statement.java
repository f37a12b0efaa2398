package org.pledgebook.query.pledge;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.Report;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * What was once said of a pledge's progress. It is kept beside the pledge, which would otherwise grow with every
 * correction.
 *
 * @param id the pledge's id and the position
 * @param recordedAt when the book learnt it
 * @param saidOn when it was said, where that is not the day it was entered
 * @param reason why it replaced the one before; null for the first of its period
 */
@Document("statements")
public record Statement(
        @MongoId String id,
        long position,
        String partner,
        String period,
        Report report,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        @Nullable String reason)
        implements Entry {

    static String id(String pledge, long position) {
        return pledge + "/" + Entry.padded(position);
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
