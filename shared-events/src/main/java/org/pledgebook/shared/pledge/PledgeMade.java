package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has made a pledge.
 *
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "pledge-made", revision = 2)
public record PledgeMade(
        String board,
        String partner,
        String cycle,
        int number,
        Commitment commitment,
        @Nullable LocalDate saidOn) implements PledgeEvent {}
