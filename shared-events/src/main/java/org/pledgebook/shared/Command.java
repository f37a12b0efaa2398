package org.pledgebook.shared;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Something a person asks the book to record. Commands hold no names, addresses or passwords: who asks travels as an
 * actor id in the {@linkplain Origin metadata}.
 *
 * <p>Each feature has one sealed interface of its commands; {@link Language#COMMANDS} lists them all.
 */
public interface Command {

    /** The stream that decides, as {@link StreamId} spells it. */
    @TargetAggregateIdentifier
    String stream();

    /** The partner whose statement this is, or null where it is no partner's statement. */
    default @Nullable String statementOf() {
        return null;
    }
}
