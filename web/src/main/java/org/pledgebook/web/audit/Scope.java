package org.pledgebook.web.audit;

import java.util.HashSet;
import java.util.Set;
import org.pledgebook.query.Owner;
import org.pledgebook.query.audit.StoredEvent;
import org.pledgebook.shared.Stored;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.partner.PartnerJoined;

/** Which streams a pack holds. Always whole streams: only those can be shown to have no hole. */
sealed interface Scope {

    /** As the manifest says it. */
    String words();

    /** What decides, event by event in their order, whether one is held. */
    Choice choice();

    /** Whether an event is held. It may remember the ones before. */
    @FunctionalInterface
    interface Choice {
        boolean holds(StoredEvent event);
    }

    /** The whole book. */
    record Whole() implements Scope {
        @Override
        public String words() {
            return "whole";
        }

        @Override
        public Choice choice() {
            return event -> true;
        }
    }

    /** A board's stream, and all of its partners'. */
    record OfBoard(String board) implements Scope {

        private static final String JOINED =
                PartnerJoined.class.getAnnotation(Stored.class).name();

        @Override
        public String words() {
            return "board " + board;
        }

        @Override
        public Choice choice() {
            Set<String> owners = new HashSet<>(Set.of(StreamId.board(board)));
            return event -> {
                if (event.type().equals(JOINED)
                        && board.equals(event.payload().path("board").stringValue(""))) {
                    owners.add(event.stream());
                }
                return owners.contains(Owner.of(event.stream()));
            };
        }
    }

    /** All of a partner's streams. */
    record OfPartner(String partner) implements Scope {
        @Override
        public String words() {
            return "partner " + partner;
        }

        @Override
        public Choice choice() {
            var owner = StreamId.partner(partner);
            return event -> Owner.of(event.stream()).equals(owner);
        }
    }

    /** The stream a pledge stands in, which is that of all the partner's pledges of the cycle. */
    record OfPledge(String pledge) implements Scope {
        @Override
        public String words() {
            return "pledge " + pledge;
        }

        @Override
        public Choice choice() {
            var parts = pledge.split("/", -1);
            var stream = StreamId.pledges(parts[0], parts[1]);
            return event -> event.stream().equals(stream);
        }
    }
}
