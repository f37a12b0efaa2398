package org.pledgebook.shared.support;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of what a partner offers or asks for. */
public sealed interface SupportCommand extends Command permits PostSupport, AnswerSupport {

    /** The partner that offers or asks. */
    String partner();

    @Override
    default String stream() {
        return StreamId.support(partner());
    }
}
