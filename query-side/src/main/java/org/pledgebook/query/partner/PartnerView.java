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
        List<CycleScore> scores,
        long version) {

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
