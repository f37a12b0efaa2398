package org.pledgebook.shared.support;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Answers what another partner offers or asks for. It is the answering partner's statement.
 *
 * @param partner the partner that offers or asks
 * @param number which of its offers and requests
 * @param from the partner that answers, another one of the same board
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record AnswerSupport(
        String partner,
        int number,
        @NotNull @Slug String from,
        @NotNull @Text String text,
        @Nullable @Day LocalDate saidOn)
        implements SupportCommand {

    @Override
    public String statementOf() {
        return from;
    }
}
