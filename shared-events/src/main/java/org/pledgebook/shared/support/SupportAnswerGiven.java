package org.pledgebook.shared.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * The other side of {@link SupportAnswered}: it stands with the partner that answered.
 *
 * @param partner the partner that answered
 * @param to the partner that it answered
 * @param number which of that one's offers and requests
 * @param kind what was answered
 */
@Stored(name = "support-answer-given")
public record SupportAnswerGiven(
        String board,
        String partner,
        String to,
        int number,
        SupportKind kind,
        String text,
        @Nullable LocalDate saidOn) implements SupportEvent {

    @Override
    public String support() {
        return SupportEvent.support(to, number);
    }
}
