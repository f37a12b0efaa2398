package org.pledgebook.shared.access;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of a person's access. */
public sealed interface AccessCommand extends Command permits GiveAccess, EndAccess, ResetPassword, ForgetPerson {

    /** The generated id of the person it is about. */
    String person();

    @Override
    default String stream() {
        return StreamId.person(person());
    }
}
