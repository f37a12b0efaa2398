package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Asks a partner something about one of its pledges, also when it is withdrawn or fulfilled or its cycle is closed. The
 * book gives the question its number.
 *
 * @param saidOn when it was asked, where that is not today; not in the future
 */
public record AskQuestion(
        String partner,
        String cycle,
        int number,
        @NotNull @Text String text,
        @Nullable @Day LocalDate saidOn) implements PledgeCommand {

    /** A question is the board's, not the partner's. */
    @Override
    public @Nullable String statementOf() {
        return null;
    }
}
