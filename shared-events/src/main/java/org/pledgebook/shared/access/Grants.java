package org.pledgebook.shared.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;

/**
 * What one person may do now: the fold of their stream. Both sides use it, so that the edge can refuse before it looks
 * at a body, and the command side decides.
 *
 * @param known whether the stream has any event: somebody without grants may have had some once
 * @param live the grants that have not been ended
 */
public record Grants(boolean known, List<Grant> live) {

    /** A person of whom nothing is recorded. */
    public static final Grants NONE = new Grants(false, List.of());

    /** Copies the list. */
    public Grants {
        live = List.copyOf(live);
    }

    /** Reads a person's grants from their stream. */
    public static Grants of(String person, Streams streams) {
        return streams.fold(StreamId.person(person), NONE, Grants::after);
    }

    /** The grants after one more event of the same person. */
    public Grants after(Event event) {
        if (event instanceof AccessGiven given) {
            var more = new ArrayList<>(live);
            if (!more.contains(given.grant())) {
                more.add(given.grant());
            }
            return new Grants(true, more);
        }
        if (event instanceof AccessEnded || event instanceof PersonForgotten) {
            return new Grants(true, List.of());
        }
        return new Grants(true, live);
    }

    /** Whether the person may read what belongs to a board. */
    public boolean mayRead(String board) {
        return live.stream().anyMatch(grant -> grant.reaches(board));
    }

    /** Whether the person has this role, on that board; null asks for the role on all boards. */
    public boolean has(Role role, @Nullable String board) {
        return live.stream().anyMatch(grant -> grant.role() == role && grant.reaches(board));
    }

    /** Whether the person has this role on any board. */
    public boolean hasAnywhere(Role role) {
        return live.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether the person makes this partner's statements as one of its own editors. */
    public boolean edits(String partner) {
        return live.stream()
                .anyMatch(grant -> grant.role() == Role.PARTNER && Objects.equals(grant.partner(), partner));
    }

    /** Whether the person makes statements of any partner of this board as one of its own editors. */
    boolean editsOn(@Nullable String board) {
        return board != null
                && live.stream().anyMatch(grant -> grant.role() == Role.PARTNER && board.equals(grant.board()));
    }
}
