package org.pledgebook.shared.pledge;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of a partner's pledges in a cycle. */
public sealed interface PledgeCommand extends Command permits MakePledge, RecordProgress, CorrectProgress {

    /** The partner whose statement it is. */
    String partner();

    @Override
    default String statementOf() {
        return partner();
    }

    /** The cycle the pledges are made for. */
    String cycle();

    @Override
    default String stream() {
        return StreamId.pledges(partner(), cycle());
    }
}
