package org.pledgebook.query.partner;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.partner.Kind;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A partner, and what it gave itself in its assessments.
 *
 * @param scores one for each cycle it has assessed itself for, in the order it first did
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
        List<CycleScore> scores,
        long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(id);
    }

    /** What it gave itself for a cycle. */
    public Optional<CycleScore> score(String cycle) {
        return scores.stream().filter(score -> score.cycle().equals(cycle)).findFirst();
    }

    /** What was last submitted by a framework. */
    @Nullable Earlier lastBy(String framework) {
        return scores.stream()
                .filter(score -> score.framework().equals(framework))
                .max(Comparator.comparingLong(CycleScore::position))
                .map(CycleScore::earlier)
                .orElse(null);
    }

    /**
     * What the assessment of a cycle comes to, as it was last submitted.
     *
     * @param position of the event that submitted it
     * @param last what the partner had last submitted before by the same framework, for whatever cycle
     */
    public record CycleScore(
            String cycle,
            String framework,
            int frameworkVersion,
            Score score,
            Instant recordedAt,
            long position,
            @Nullable Earlier last) {

        private Earlier earlier() {
            return new Earlier(cycle, frameworkVersion, score, recordedAt);
        }
    }

    /** An earlier score by the same framework. */
    public record Earlier(String cycle, int frameworkVersion, Score score, Instant recordedAt) {}
}
