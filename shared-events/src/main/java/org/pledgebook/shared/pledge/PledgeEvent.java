package org.pledgebook.shared.pledge;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of a pledge. */
public sealed interface PledgeEvent extends Event
        permits PledgeMade,
                PledgeAmended,
                PledgeExtended,
                PledgeWithdrawn,
                PledgeFulfilled,
                PledgeContinued,
                ProgressRecorded,
                ProgressCorrected,
                QuestionAsked,
                QuestionAnswered {

    /** The board the partner sits on. */
    String board();

    /** The partner whose pledge it is. */
    String partner();

    /** The cycle the pledge is made for. */
    String cycle();

    /** The pledge's number among the partner's pledges of that cycle, from 1. */
    int number();

    /** The pledge's public id, {@code healthwatch-islington/2023/2}. */
    default String pledge() {
        return PledgeId.of(partner(), cycle(), number());
    }

    @Override
    default String stream() {
        return StreamId.pledges(partner(), cycle());
    }
}
