package org.pledgebook.shared.audit;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of the log that proves the record. */
public sealed interface AuditEvent extends Event permits SigningKeyIntroduced {

    /** The log's origin. */
    String log();

    @Override
    default String stream() {
        return StreamId.log(log());
    }
}
