package org.pledgebook.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is null does not limit.
 *
 * @param pledge a pledge's public id, {@code healthwatch-islington/2023/2}
 * @param type an event's stored name, {@code pledge-made}
 * @param from the earliest record time, included
 * @param to the latest record time, excluded
 */
public record AuditFilter(
        @Nullable String board,
        @Nullable String partner,
        @Nullable String pledge,
        @Nullable String actor,
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
