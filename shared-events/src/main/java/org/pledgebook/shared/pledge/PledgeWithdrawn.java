package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has withdrawn a pledge. Its place is free; its number stays its own.
 *
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "pledge-withdrawn")
public record PledgeWithdrawn(
        String board,
        String partner,
        String cycle,
        int number,
        String reason,
        @Nullable LocalDate saidOn) implements PledgeEvent {}
