package org.pledgebook.query;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event in words, for those who read what was recorded.
 *
 * @param about what it is about
 * @param saidOn when it was said, where that is not the day it was entered
 * @param words what happened, as a sentence in British English
 * @param changes what changed, from what to what
 * @param reason why, where a reason was asked for
 */
public record Told(
        About about,
        @Nullable LocalDate saidOn,
        String words,
        List<Change> changes,
        @Nullable String reason) {

    /** Copies the list. */
    public Told {
        changes = List.copyOf(changes);
    }

    /** In words alone. */
    public static Told of(About about, String words) {
        return new Told(about, null, words, List.of(), null);
    }

    /**
     * What an event is about.
     *
     * @param boards whose readers may read of it; none where only readers of all boards may
     * @param pledge the pledge's public id
     * @param earlier what else it is about, in an earlier cycle
     */
    public record About(
            List<String> boards,
            @Nullable String partner,
            @Nullable String cycle,
            @Nullable String pledge,
            @Nullable Earlier earlier) {

        /** Copies the list. */
        public About {
            boards = List.copyOf(boards);
        }

        /** About nothing of an earlier cycle. */
        public About(List<String> boards, @Nullable String partner, @Nullable String cycle, @Nullable String pledge) {
            this(boards, partner, cycle, pledge, null);
        }

        /** About a board. */
        public static About board(String board, @Nullable String cycle) {
            return new About(List.of(board), null, cycle, null);
        }

        /** About a partner of a board. */
        public static About partner(String board, String partner, @Nullable String cycle, @Nullable String pledge) {
            return new About(List.of(board), partner, cycle, pledge);
        }

        /** The same, and about a pledge of an earlier cycle as well. */
        public About and(String earlierCycle, String earlierPledge) {
            return new About(boards, partner, cycle, pledge, new Earlier(earlierCycle, earlierPledge));
        }

        /** Every cycle it is about. */
        public List<String> cycles() {
            return Stream.concat(
                            Stream.ofNullable(cycle), Stream.ofNullable(earlier).map(Earlier::cycle))
                    .toList();
        }

        /** The public id of every pledge it is about. */
        public List<String> pledges() {
            return Stream.concat(
                            Stream.ofNullable(pledge),
                            Stream.ofNullable(earlier).map(Earlier::pledge))
                    .toList();
        }

        /** A pledge of an earlier cycle. */
        public record Earlier(String cycle, String pledge) {}
    }

    /**
     * One thing that changed.
     *
     * @param what its name, {@code status}
     * @param from how it stood; null where it is new
     * @param to how it stands; null where it is gone
     */
    public record Change(
            String what, @Nullable String from, @Nullable String to) {}
}
