package org.pledgebook.query.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.query.board.BoardDocument.Cycle;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.BoardEvent;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;

/** Makes {@link BoardDocument}s. */
public final class BoardFold implements Fold<BoardDocument> {

    @Override
    public Class<BoardDocument> kind() {
        return BoardDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.board("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof BoardEvent board ? board.board() : null;
    }

    @Override
    public BoardDocument fold(@Nullable BoardDocument before, Recorded recorded) {
        if (recorded.event() instanceof BoardEstablished event) {
            return new BoardDocument(
                    event.board(),
                    recorded.position(),
                    event.name(),
                    event.timeZone(),
                    event.characteristics(),
                    List.of(),
                    SmallNumbers.USUAL,
                    1);
        }
        var board = Fold.known(before, recorded.event());
        return new BoardDocument(
                board.id(),
                recorded.position(),
                board.name(),
                board.timeZone(),
                board.characteristics(),
                cycles(board.cycles(), recorded),
                recorded.event() instanceof SmallNumbersPolicySet set ? set.policy() : board.smallNumbers(),
                board.version() + 1);
    }

    private static List<Cycle> cycles(List<Cycle> before, Recorded recorded) {
        if (recorded.event() instanceof CycleOpened event) {
            var opened = new Cycle(
                    event.cycle(),
                    event.startsOn(),
                    event.endsOn(),
                    event.pledgesPerPartner(),
                    event.cadence(),
                    event.periods(),
                    recorded.recordedAt(),
                    null,
                    null);
            return Stream.concat(before.stream(), Stream.of(opened)).toList();
        }
        if (recorded.event() instanceof CycleClosed event) {
            return before.stream()
                    .map(cycle -> cycle.id().equals(event.cycle())
                            ? cycle.closed(recorded.recordedAt(), event.reason())
                            : cycle)
                    .toList();
        }
        if (recorded.event() instanceof SmallNumbersPolicySet) {
            return before;
        }
        throw new IllegalArgumentException("BoardFold does not know " + recorded.type());
    }

    @Override
    public @Nullable Told tell(@Nullable BoardDocument before, Event event) {
        if (event instanceof BoardEstablished established) {
            return Told.of(
                    About.board(established.board(), null),
                    "Established the board " + Words.quoted(established.name()) + " in the time zone "
                            + established.timeZone()
                            + (established.characteristics().isEmpty()
                                    ? "."
                                    : ", with characteristics of its own: "
                                            + Words.listed(established.characteristics()) + "."));
        }
        if (event instanceof CycleOpened opened) {
            return Told.of(
                    About.board(opened.board(), opened.cycle()),
                    "Opened the cycle %s, from %s to %s, for %s per partner and %s."
                            .formatted(
                                    opened.cycle(),
                                    Words.day(opened.startsOn()),
                                    Words.day(opened.endsOn()),
                                    Words.counted(opened.pledgesPerPartner(), "pledge"),
                                    opened.periods().isEmpty()
                                            ? "no reporting periods"
                                            : Words.counted(opened.periods().size(), "reporting period")));
        }
        if (event instanceof CycleClosed closed) {
            return new Told(
                    About.board(closed.board(), closed.cycle()),
                    null,
                    "Closed the cycle " + closed.cycle() + ": it takes no more statements.",
                    List.of(new Change("cycle", "open", "closed")),
                    closed.reason());
        }
        if (event instanceof SmallNumbersPolicySet set) {
            var changes = changes(Fold.known(before, event).smallNumbers(), set.policy());
            return new Told(
                    About.board(set.board(), null),
                    null,
                    "Set what is done about small counts of people in what is made public: " + words(set.policy())
                            + ".",
                    changes,
                    set.reason());
        }
        return null;
    }

    private static String words(SmallNumbers policy) {
        return "1 to %d shown as %s, other counts %s"
                .formatted(policy.threshold(), Words.quoted(policy.marker()), rounding(policy));
    }

    private static List<Change> changes(SmallNumbers from, SmallNumbers to) {
        var changes = new ArrayList<Change>();
        Words.compare(changes, "threshold", Integer.toString(from.threshold()), Integer.toString(to.threshold()));
        Words.compare(changes, "marker", Words.quoted(from.marker()), Words.quoted(to.marker()));
        Words.compare(changes, "rounding", rounding(from), rounding(to));
        Words.compare(
                changes, "units that count people", Words.listed(from.peopleUnits()), Words.listed(to.peopleUnits()));
        return changes;
    }

    private static String rounding(SmallNumbers policy) {
        return policy.rounding() == null ? "shown as they are" : "rounded to the nearest " + policy.rounding();
    }
}
