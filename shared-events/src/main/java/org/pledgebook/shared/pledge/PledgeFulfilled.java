package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has said that a pledge is kept. That is its claim: what its measures read stands beside it.
 *
 * @param outcome what has come of it
 * @param fulfilledOn the day it was entered, where the board is: for what begins later nothing can be reported
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "pledge-fulfilled")
public record PledgeFulfilled(
        String board,
        String partner,
        String cycle,
        int number,
        String outcome,
        LocalDate fulfilledOn,
        @Nullable LocalDate saidOn)
        implements PledgeEvent {}
