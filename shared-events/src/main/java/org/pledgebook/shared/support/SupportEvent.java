package org.pledgebook.shared.support;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of an offer of support or a request for it. */
public sealed interface SupportEvent extends Event permits SupportPosted, SupportAnswered, SupportAnswerGiven {

    /** The board of all partners concerned. */
    String board();

    /** The partner that it stands with: the one that offers or asks, or that answered another. */
    String partner();

    /** The number of what is offered or asked for, counted from 1 for each partner. */
    int number();

    /** The public id of what is offered or asked for, {@code healthwatch-islington/support/3}. */
    default String support() {
        return support(partner(), number());
    }

    /** The public id of a partner's offer or request. */
    static String support(String partner, int number) {
        return partner + "/support/" + number;
    }

    @Override
    default String stream() {
        return StreamId.support(partner());
    }
}
