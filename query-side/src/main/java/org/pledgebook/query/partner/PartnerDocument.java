package org.pledgebook.query.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param earlierNames in the order it had them
 * @param predecessors the partners that merged into it, in the order they did
 * @param ending null while it is on its board
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
        List<EarlierName> earlierNames,
        List<Predecessor> predecessors,
        @Nullable Ending ending,
        List<CycleScore> scores,
        long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(id);
    }

    /** The day on which it left its board or merged, in the board's time zone; null while it is on it. */
    public @Nullable LocalDate leftOn(ZoneId zone) {
        return ending == null ? null : LocalDate.ofInstant(ending.at(), zone);
    }

    /** The partner that goes on in its place; null where it has not merged. */
    public @Nullable String mergedInto() {
        return ending == null ? null : ending.mergedInto();
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
     * A name it had.
     *
     * @param until when it got the next one
     * @param reason why it did
     */
    public record EarlierName(String name, Instant until, String reason) {}

    /** A partner that merged into it. */
    public record Predecessor(String id, Instant mergedAt, String reason) {}

    /**
     * How it came off its board.
     *
     * @param mergedInto null where it left
     */
    public record Ending(Instant at, @Nullable String mergedInto, String reason) {}

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
            return new Earlier(cycle, frameworkVersion, score, recordedAt, position);
        }
    }

    /**
     * An earlier score by the same framework.
     *
     * @param position of the event that submitted it
     */
    public record Earlier(String cycle, int frameworkVersion, Score score, Instant recordedAt, long position) {}
}
