package org.pledgebook.shared.exchange;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;

/**
 * A statement that is in the book.
 *
 * @param on the day it was said, else the day it was recorded, where the board is
 * @param statement what says it again in another book, with that day
 * @param asSent what said it in this one: without a day where none was given
 * @param before what the pledge said before it was amended; null where the statement is no amendment
 * @param says what the pledge says since; null where the statement changes nothing of that
 */
public record Said(
        LocalDate on,
        Statement statement,
        Statement asSent,
        @Nullable Commitment before,
        @Nullable Commitment says) {

    static Said of(
            LocalDate recordedOn,
            @Nullable LocalDate saidOn,
            int pledge,
            Function<@Nullable LocalDate, Command> command) {
        var on = saidOn == null ? recordedOn : saidOn;
        return new Said(
                on, new Statement(pledge, command.apply(on)), new Statement(pledge, command.apply(saidOn)), null, null);
    }

    /** This, as what changed the pledge that said {@code before}. */
    Said of(Commitment before) {
        return new Said(on, statement, asSent, before, says);
    }

    /** This, after which the pledge says {@code says}. */
    Said to(Commitment says) {
        return new Said(on, statement, asSent, before, says);
    }

    /** Whether this is what another statement says. */
    public boolean is(Statement other) {
        var same = other.command() instanceof AmendPledge amend
                ? changesAlone(other, amend)
                : other.command() instanceof ContinuePledge carryOn ? withVersion(other, carryOn) : other;
        return statement.equals(same) || asSent.equals(same);
    }

    /** A continuation may leave out which version it was. */
    private Statement withVersion(Statement other, ContinuePledge carryOn) {
        return carryOn.version() == null && statement.command() instanceof ContinuePledge known
                ? new Statement(
                        other.pledge(),
                        new ContinuePledge(
                                carryOn.partner(),
                                carryOn.cycle(),
                                carryOn.from(),
                                carryOn.number(),
                                known.version(),
                                carryOn.reason(),
                                carryOn.saidOn()))
                : other;
    }

    /** An amendment may also name what stays as it was. */
    private Statement changesAlone(Statement other, AmendPledge amend) {
        if (before == null) {
            return other;
        }
        var changes = Amendment.between(before, amend.amendment().of(before));
        return new Statement(
                other.pledge(),
                new AmendPledge(
                        amend.partner(), amend.cycle(), amend.number(), changes, amend.reason(), amend.saidOn()));
    }
}
