package org.pledgebook.query.pledge;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.shared.StreamId;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A question on a pledge, or an answer to one. It is kept beside the pledge, which would otherwise grow with each.
 *
 * @param id the pledge's id and the position
 * @param recordedAt when the book learnt it
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Document("remarks")
public record Remark(
        @MongoId String id,
        long position,
        String partner,
        String text,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor)
        implements Entry {

    static String id(String pledge, long position) {
        return pledge + "/" + Entry.padded(position);
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
