package org.pledgebook.shared.access;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;

/**
 * Gives a person access.
 *
 * <p>The first access of all is given to {@link #FIRST_ADMINISTRATOR} by itself, once.
 *
 * @param person a generated id
 * @param board limits the role to one board; for a {@link Role#PARTNER} it may be left out, and is the partner's
 * @param partner needed for a {@link Role#PARTNER}, refused for the other roles
 */
public record GiveAccess(
        String person,
        @NotNull Role role,
        @Nullable @Slug String board,
        @Nullable @Slug String partner) implements AccessCommand {

    /** The id of the first administrator, who nobody was there to appoint. */
    public static final String FIRST_ADMINISTRATOR = "p-first-administrator";
}
