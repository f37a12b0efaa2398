package org.pledgebook.shared.board;

import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/** The board does this about small counts of people from now on. */
@Stored(name = "small-numbers-policy-set")
public record SmallNumbersPolicySet(
        String board, SmallNumbers policy, @Nullable String reason) implements BoardEvent {}
