package org.pledgebook.command.partner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.TeamAdded;

/**
 * What rules need to know of a partner: the fold of its stream.
 *
 * @param version how many events the partner has; 0 when it is not in the book
 * @param id empty when it is not in the book
 * @param board the board it sits on; empty when it is not in the book
 * @param name as it is now
 * @param teams ids of its teams
 * @param mergedInto the partner that goes on in its place; null where it has not merged
 * @param left whether it has left the board
 */
public record PartnerFacts(
        long version,
        String id,
        String board,
        String name,
        List<String> teams,
        @Nullable String mergedInto,
        boolean left) {

    /** A partner that is not in the book. */
    public static final PartnerFacts NONE = new PartnerFacts(0, "", "", "", List.of(), null, false);

    /** Reads a partner's stream. */
    public static PartnerFacts of(String partner, Streams streams) {
        return streams.fold(StreamId.partner(partner), NONE, PartnerFacts::after);
    }

    /** Whether the partner is in the book. */
    public boolean exists() {
        return version > 0;
    }

    /** Whether it is on its board: it has neither merged nor left. */
    public boolean onBoard() {
        return mergedInto == null && !left;
    }

    /** Refuses what only a partner that is on its board can do. */
    public void checkOnBoard() {
        if (mergedInto != null) {
            throw Refusal.rule(
                            "partner-has-merged",
                            "The partner has merged into another",
                            ("'%1$s' has merged into '%2$s': it makes no more statements, and what it said stays"
                                            + " readable. Say it for '%2$s'. The access of its editors does not end by"
                                            + " itself: an administrator gives them access for '%2$s', or ends it.")
                                    .formatted(id, mergedInto))
                    .asException();
        }
        if (left) {
            throw Refusal.rule(
                            "partner-has-left",
                            "The partner has left the board",
                            ("'%s' has left the board: it makes no more statements, and what it said stays readable."
                                            + " The access of its editors does not end by itself: an administrator"
                                            + " ends it.")
                                    .formatted(id))
                    .asException();
        }
    }

    PartnerFacts after(Event event) {
        if (event instanceof PartnerJoined joined) {
            return new PartnerFacts(1, joined.partner(), joined.board(), joined.name(), joined.teams(), null, false);
        }
        if (event instanceof TeamAdded added) {
            var more = new ArrayList<>(teams);
            more.add(added.team());
            return new PartnerFacts(version + 1, id, board, name, more, mergedInto, left);
        }
        if (event instanceof PartnerRenamed renamed) {
            return new PartnerFacts(version + 1, id, board, renamed.name(), teams, mergedInto, left);
        }
        if (event instanceof PartnerMerged merged) {
            return new PartnerFacts(version + 1, id, board, name, teams, merged.into(), left);
        }
        if (event instanceof PartnerLeft) {
            return new PartnerFacts(version + 1, id, board, name, teams, mergedInto, true);
        }
        if (event instanceof PredecessorMerged) {
            return new PartnerFacts(version + 1, id, board, name, teams, mergedInto, left);
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }
}
