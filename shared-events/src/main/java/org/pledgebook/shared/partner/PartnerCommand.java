package org.pledgebook.shared.partner;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of a partner by its board's administrators. */
public sealed interface PartnerCommand extends Command
        permits AddPartner, AddTeam, RenamePartner, MergePartner, LeaveBoard {

    /** The partner's id. */
    String partner();

    @Override
    default String stream() {
        return StreamId.partner(partner());
    }
}
