package org.pledgebook.query.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a reference population, without its groups.
 *
 * @param countedOn the day it speaks for
 * @param groups how many groups it has
 * @param total everybody in this count, as it was published
 */
public record ReferenceSummary(
        String id,
        int version,
        String title,
        String source,
        LocalDate countedOn,
        @Nullable String characteristic,
        int groups,
        int total,
        Instant publishedAt) {}
