package org.pledgebook.query.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Submission;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * What a partner once submitted. It is kept beside the assessment, which would otherwise grow with every submission.
 *
 * @param id the assessment's id and the position
 * @param recordedAt when the book learnt it
 * @param saidOn when it was said, where that is not the day it was entered
 * @param reason why it was submitted again; null for the first
 */
@Document("submissions")
public record Submitted(
        @MongoId String id,
        long position,
        String partner,
        Submission submission,
        Score score,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        @Nullable String reason)
        implements Entry {

    static String id(String assessment, long position) {
        return assessment + "/" + Entry.padded(position);
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
