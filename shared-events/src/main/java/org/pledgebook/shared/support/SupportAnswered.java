package org.pledgebook.shared.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * Another partner answers an offer or a request.
 *
 * @param kind what is answered
 * @param from the partner that answers
 */
@Stored(name = "support-answered")
public record SupportAnswered(
        String board,
        String partner,
        int number,
        SupportKind kind,
        String from,
        String text,
        @Nullable LocalDate saidOn)
        implements SupportEvent {}
