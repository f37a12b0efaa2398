package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has carried a pledge on into a later cycle. It begins there as the earlier one stood; target dates outside
 * the later cycle are left out.
 *
 * @param cycle the later cycle
 * @param number its number there
 * @param from the earlier cycle
 * @param fromNumber its number there
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "pledge-continued")
public record PledgeContinued(
        String board,
        String partner,
        String cycle,
        int number,
        String from,
        int fromNumber,
        Commitment commitment,
        String reason,
        @Nullable LocalDate saidOn)
        implements PledgeEvent {

    /** The public id of the pledge it carries on, {@code healthwatch-islington/2023/2}. */
    public String continues() {
        return PledgeId.of(partner, from, fromNumber);
    }
}
