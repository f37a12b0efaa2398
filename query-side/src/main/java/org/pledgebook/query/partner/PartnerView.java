package org.pledgebook.query.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.partner.Kind;

/**
 * A partner of a board.
 *
 * @param teams ids of its teams
 * @param earlierNames in the order it had them
 * @param predecessors every partner that goes on in this one: those that merged into it, and those that had merged into
 *     these. Their pledges and timelines stay under their ids
 * @param mergedInto the partner that goes on in its place; null where it has not merged
 * @param leftAt when it merged or left the board; null while it is on it. It makes no more statements since
 * @param leavingReason why; null while it is on the board
 * @param scores what it gave itself, the latest per cycle, in the order they were first submitted
 * @param version how many events the partner itself has; its pledges and assessments count their own
 */
public record PartnerView(
        String id,
        String board,
        String name,
        Kind kind,
        List<String> teams,
        Instant joinedAt,
        List<EarlierName> earlierNames,
        List<Predecessor> predecessors,
        @Nullable String mergedInto,
        @Nullable Instant leftAt,
        @Nullable String leavingReason,
        List<CycleScore> scores,
        long version) {

    /**
     * A name it had.
     *
     * @param until when it got the next one
     * @param reason why it did
     */
    public record EarlierName(String name, Instant until, String reason) {}

    /**
     * A partner that goes on in another.
     *
     * @param mergedInto the partner it merged into: the one that was asked for, or another of its predecessors
     */
    public record Predecessor(String id, String name, String mergedInto, Instant mergedAt, String reason) {}

    /**
     * What the partner's self-assessment of one cycle came to.
     *
     * @param overall null where the framework makes no overall score, or nothing has a mark
     * @param maximum the most it could have been; null when {@code overall} is
     * @param label the band's name, where there are bands
     */
    public record CycleScore(
            String cycle,
            String framework,
            int frameworkVersion,
            @Nullable BigDecimal overall,
            @Nullable BigDecimal maximum,
            @Nullable String label,
            Instant recordedAt) {}
}
