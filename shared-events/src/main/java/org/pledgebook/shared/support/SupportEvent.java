package org.pledgebook.shared.support;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of an offer of support or a request for it. */
public sealed interface SupportEvent extends Event permits SupportPosted, SupportAnswered {

    /** The board of all partners concerned. */
    String board();

    /** The partner that offers or asks. */
    String partner();

    /** Its number among the partner's offers and requests, from 1. */
    int number();

    /** Its public id, {@code healthwatch-islington/support/3}. */
    default String support() {
        return partner() + "/support/" + number();
    }

    @Override
    default String stream() {
        return StreamId.support(partner());
    }
}
