package org.pledgebook.query.pledge;

import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.PledgeContinued;

/** Makes {@link Continuation}s. */
public final class ContinuationFold implements Fold<Continuation> {

    @Override
    public Class<Continuation> kind() {
        return Continuation.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof PledgeContinued continued ? continued.continues() : null;
    }

    @Override
    public Continuation fold(@Nullable Continuation before, Recorded recorded) {
        var event = (PledgeContinued) recorded.event();
        return new Continuation(event.continues(), recorded.position(), event.partner(), event.pledge());
    }
}
