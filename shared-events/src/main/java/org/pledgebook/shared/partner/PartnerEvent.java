package org.pledgebook.shared.partner;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of a partner. */
public sealed interface PartnerEvent extends Event
        permits PartnerJoined, TeamAdded, PartnerRenamed, PartnerMerged, PredecessorMerged, PartnerLeft {

    /** The board the partner sits on. */
    String board();

    /** The partner's id. */
    String partner();

    @Override
    default String stream() {
        return StreamId.partner(partner());
    }
}
