package org.pledgebook.query;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.StreamId;

/**
 * To whom an event belongs: the partner for everything a partner is or says, else the board, framework or person whose
 * stream it stands in. Events of one owner are folded in their order; those of two owners in any.
 */
public final class Owner implements SequencingPolicy<EventMessage<?>> {

    private static final String PLEDGES = StreamId.pledges("", "").replace("/", "");
    private static final String RELEASES = StreamId.releases("");
    private static final String ASSESSMENT = StreamId.assessment("", "").replace("/", "");
    private static final String SUPPORT = StreamId.support("");

    /** The owner of a stream, {@code partner:healthwatch-islington} for {@code pledges:healthwatch-islington/2023}. */
    public static String of(String stream) {
        for (var kind : new String[] {PLEDGES, ASSESSMENT}) {
            if (stream.startsWith(kind)) {
                return StreamId.partner(stream.substring(kind.length(), stream.indexOf('/')));
            }
        }
        for (var kind : new String[] {SUPPORT, RELEASES}) {
            if (stream.startsWith(kind)) {
                return StreamId.partner(stream.substring(kind.length()));
            }
        }
        return stream;
    }

    /** What an owner is, {@code partner:} for {@code partner:healthwatch-islington}. */
    static String kind(String owner) {
        return owner.substring(0, owner.indexOf(':') + 1);
    }

    /** Looks at the stream alone, so that an event whose payload cannot be read still has its owner. */
    @Override
    public @Nullable Object getSequenceIdentifierFor(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent ? of(domainEvent.getAggregateIdentifier()) : null;
    }
}
