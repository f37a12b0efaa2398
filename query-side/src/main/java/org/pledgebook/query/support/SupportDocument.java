package org.pledgebook.query.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.support.SupportKind;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * An offer of support or a request for it, and its answers.
 *
 * @param id the partner, and the number padded with zeros so that they sort
 * @param pledge the public id of the pledge it is about; null for support in general
 * @param saidOn when it was said, where that is not the day it was entered
 * @param answers in the order they were recorded
 * @param version how many events it has
 */
@Document("support")
public record SupportDocument(
        @MongoId String id,
        long position,
        String board,
        String partner,
        int number,
        SupportKind kind,
        String text,
        @Nullable String pledge,
        @Nullable LocalDate saidOn,
        Instant recordedAt,
        String actor,
        List<Answer> answers,
        long version)
        implements Folded {

    static String id(String partner, int number) {
        return partner + "/" + Entry.padded(number);
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }

    /**
     * What another partner answered.
     *
     * @param saidOn when it was said, where that is not the day it was entered
     */
    public record Answer(String from, String text, @Nullable LocalDate saidOn, Instant recordedAt, String actor) {}
}
