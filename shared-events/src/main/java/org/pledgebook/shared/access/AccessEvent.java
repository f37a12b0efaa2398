package org.pledgebook.shared.access;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of a person. It holds no name, address or password: those are in the cabinet. */
public sealed interface AccessEvent extends Event permits AccessGiven, AccessEnded, PasswordReset, PersonForgotten {

    /** The person's generated id. */
    String person();

    @Override
    default String stream() {
        return StreamId.person(person());
    }
}
