package org.pledgebook.shared.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner offers support to the others of its board, or asks them for it.
 *
 * @param pledge the public id of the pledge it is about; null for support in general
 */
@Stored(name = "support-posted")
public record SupportPosted(
        String board,
        String partner,
        int number,
        SupportKind kind,
        String text,
        @Nullable String pledge,
        @Nullable LocalDate saidOn)
        implements SupportEvent {}
