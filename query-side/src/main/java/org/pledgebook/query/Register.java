package org.pledgebook.query;

import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.board.BoardEvent;
import org.pledgebook.shared.partner.PartnerEvent;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * Which events are an owner's.
 *
 * @param id the owner, as {@link Owner} spells it
 * @param kind what the owner is, {@code partner:}
 * @param board the board that it is or sits on; null for others
 * @param steps the positions of its events, each as the distance from the one before, the first from 0. One text,
 *     because a list of numbers would cost a conversion for each of them whenever one is added
 */
@Document("registers")
record Register(
        @MongoId String id,
        long position,
        String kind,
        @Nullable String board,
        String steps) implements Folded {

    private static final char SEPARATOR = ' ';

    /** The register after one more event. */
    static Register after(@Nullable Register before, Recorded recorded) {
        var position = recorded.position();
        if (before == null) {
            var owner = Owner.of(recorded.stream());
            return new Register(owner, position, Owner.kind(owner), board(recorded.event()), Long.toString(position));
        }
        return new Register(
                before.id,
                position,
                before.kind,
                before.board,
                before.steps + SEPARATOR + (position - before.position));
    }

    /** An owner's board never changes, and its first event names it. */
    private static @Nullable String board(Event event) {
        if (event instanceof BoardEvent board) {
            return board.board();
        }
        return event instanceof PartnerEvent partner ? partner.board() : null;
    }

    @Override
    public String owner() {
        return id;
    }

    /** The positions, rising. */
    long[] positions() {
        var texts = steps.split(String.valueOf(SEPARATOR), -1);
        var positions = new long[texts.length];
        var at = 0L;
        for (var i = 0; i < texts.length; i++) {
            at += Long.parseLong(texts[i]);
            positions[i] = at;
        }
        return positions;
    }
}
