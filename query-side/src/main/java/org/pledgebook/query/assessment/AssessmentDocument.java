package org.pledgebook.query.assessment;

import java.util.List;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Submission;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A partner's self-assessment for a cycle, as it was last submitted.
 *
 * @param submitted the positions of all that was {@link Submitted}, rising, never empty
 */
@Document("assessments")
public record AssessmentDocument(
        @MongoId String id,
        long position,
        String board,
        String partner,
        String cycle,
        Submission submission,
        Score score,
        List<Long> submitted)
        implements Folded {

    static String id(String partner, String cycle) {
        return partner + "/" + cycle;
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
