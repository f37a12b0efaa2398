package org.pledgebook.shared.exchange;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;

/**
 * A statement that is in the book.
 *
 * @param on the day it was said, else the day it was recorded, where the board is
 * @param statement what says it again in another book, with that day
 * @param asSent what said it in this one: without a day where none was given
 */
public record Said(LocalDate on, Statement statement, Statement asSent) {

    static Said of(
            LocalDate recordedOn,
            @Nullable LocalDate saidOn,
            int pledge,
            Function<@Nullable LocalDate, Command> command) {
        var on = saidOn == null ? recordedOn : saidOn;
        return new Said(on, new Statement(pledge, command.apply(on)), new Statement(pledge, command.apply(saidOn)));
    }

    /** Whether this is what another statement says. */
    public boolean is(Statement other) {
        return statement.equals(other) || asSent.equals(other);
    }
}
