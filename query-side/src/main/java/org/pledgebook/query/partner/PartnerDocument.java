package org.pledgebook.query.partner;

import java.time.Instant;
import java.util.List;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.partner.Kind;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A partner, and what it gave itself in every assessment it submitted.
 *
 * @param scores oldest first; several for a cycle in which it submitted again
 * @param version how many events stand in the partner's own stream
 */
@Document("partners")
public record PartnerDocument(
        @MongoId String id,
        long position,
        String board,
        String name,
        Kind kind,
        List<String> teams,
        Instant joinedAt,
        List<SubmittedScore> scores,
        long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(id);
    }

    /** What one submitted assessment came to. */
    public record SubmittedScore(
            String cycle, String framework, int frameworkVersion, Score score, Instant recordedAt) {}
}
