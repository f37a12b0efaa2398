package org.pledgebook.shared.pledge;

import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of a partner's pledges in a cycle. */
public sealed interface PledgeCommand extends Command
        permits MakePledge,
                AmendPledge,
                ExtendPledge,
                WithdrawPledge,
                FulfilPledge,
                ContinuePledge,
                RecordProgress,
                CorrectProgress,
                AskQuestion,
                AnswerQuestion {

    /** The partner whose pledges they are. */
    String partner();

    @Override
    default @Nullable String statementOf() {
        return partner();
    }

    /** The cycle the pledges are made for. */
    String cycle();

    @Override
    default String stream() {
        return StreamId.pledges(partner(), cycle());
    }
}
