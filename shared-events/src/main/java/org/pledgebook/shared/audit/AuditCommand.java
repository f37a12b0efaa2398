package org.pledgebook.shared.audit;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of the log that proves the record. */
public sealed interface AuditCommand extends Command permits IntroduceSigningKey {

    /** The log's origin. */
    String log();

    @Override
    default String stream() {
        return StreamId.log(log());
    }
}
