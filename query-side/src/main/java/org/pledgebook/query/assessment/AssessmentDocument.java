package org.pledgebook.query.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Submission;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A partner's self-assessment for a cycle.
 *
 * @param submitted oldest first, never empty
 */
@Document("assessments")
public record AssessmentDocument(
        @MongoId String id, long position, String board, String partner, String cycle, List<Submitted> submitted)
        implements Folded {

    static String id(String partner, String cycle) {
        return partner + "/" + cycle;
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }

    /** What stands. */
    Submitted latest() {
        return submitted.get(submitted.size() - 1);
    }

    /**
     * What was submitted at one time.
     *
     * @param reason why it was submitted again; null for the first
     */
    public record Submitted(
            Submission submission,
            Score score,
            Instant recordedAt,
            @Nullable LocalDate saidOn,
            String actor,
            @Nullable String reason) {}
}
