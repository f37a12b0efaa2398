package org.pledgebook.command.partner;

import java.util.ArrayList;
import java.util.List;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.TeamAdded;

/**
 * What rules need to know of a partner: the fold of its stream.
 *
 * @param version how many events the partner has; 0 when it is not in the book
 * @param board the board it sits on; empty when it is not in the book
 * @param teams ids of its teams
 */
public record PartnerFacts(long version, String board, List<String> teams) {

    /** A partner that is not in the book. */
    public static final PartnerFacts NONE = new PartnerFacts(0, "", List.of());

    /** Reads a partner's stream. */
    public static PartnerFacts of(String partner, Streams streams) {
        return streams.fold(StreamId.partner(partner), NONE, PartnerFacts::after);
    }

    /** Whether the partner is in the book. */
    public boolean exists() {
        return version > 0;
    }

    PartnerFacts after(Event event) {
        if (event instanceof PartnerJoined joined) {
            return new PartnerFacts(1, joined.board(), joined.teams());
        }
        if (event instanceof TeamAdded added) {
            var more = new ArrayList<>(teams);
            more.add(added.team());
            return new PartnerFacts(version + 1, board, more);
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }
}
