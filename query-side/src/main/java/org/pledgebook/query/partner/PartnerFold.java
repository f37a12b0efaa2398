package org.pledgebook.query.partner;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.query.partner.PartnerDocument.CycleScore;
import org.pledgebook.query.partner.PartnerDocument.EarlierName;
import org.pledgebook.query.partner.PartnerDocument.Ending;
import org.pledgebook.query.partner.PartnerDocument.Predecessor;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.TeamAdded;

/** Makes {@link PartnerDocument}s. */
public final class PartnerFold implements Fold<PartnerDocument> {

    @Override
    public Class<PartnerDocument> kind() {
        return PartnerDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        if (event instanceof PartnerEvent partner) {
            return partner.partner();
        }
        return event instanceof AssessmentEvent assessment ? assessment.partner() : null;
    }

    @Override
    public PartnerDocument fold(@Nullable PartnerDocument before, Recorded recorded) {
        if (recorded.event() instanceof PartnerJoined event) {
            return new PartnerDocument(
                    event.partner(),
                    recorded.position(),
                    event.board(),
                    event.name(),
                    event.kind(),
                    event.teams(),
                    recorded.recordedAt(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    1);
        }
        var partner = Fold.known(before, recorded.event());
        return new PartnerDocument(
                partner.id(),
                recorded.position(),
                partner.board(),
                recorded.event() instanceof PartnerRenamed renamed ? renamed.name() : partner.name(),
                partner.kind(),
                recorded.event() instanceof TeamAdded added ? and(partner.teams(), added.team()) : partner.teams(),
                partner.joinedAt(),
                earlierNames(partner, recorded),
                predecessors(partner, recorded),
                ending(partner, recorded),
                recorded.event() instanceof AssessmentEvent assessed
                        ? scores(partner, assessed, recorded)
                        : partner.scores(),
                recorded.event() instanceof PartnerEvent ? partner.version() + 1 : partner.version());
    }

    private static List<EarlierName> earlierNames(PartnerDocument partner, Recorded recorded) {
        return recorded.event() instanceof PartnerRenamed renamed
                ? and(partner.earlierNames(), new EarlierName(partner.name(), recorded.recordedAt(), renamed.reason()))
                : partner.earlierNames();
    }

    private static List<Predecessor> predecessors(PartnerDocument partner, Recorded recorded) {
        return recorded.event() instanceof PredecessorMerged merged
                ? and(
                        partner.predecessors(),
                        new Predecessor(merged.predecessor(), recorded.recordedAt(), merged.reason()))
                : partner.predecessors();
    }

    private static @Nullable Ending ending(PartnerDocument partner, Recorded recorded) {
        if (recorded.event() instanceof PartnerMerged merged) {
            return new Ending(recorded.recordedAt(), merged.into(), merged.reason());
        }
        return recorded.event() instanceof PartnerLeft left
                ? new Ending(recorded.recordedAt(), null, left.reason())
                : partner.ending();
    }

    private static List<CycleScore> scores(PartnerDocument partner, AssessmentEvent event, Recorded recorded) {
        var framework = event.submission().framework();
        var score = new CycleScore(
                event.cycle(),
                framework,
                event.submission().version(),
                event.score(),
                recorded.recordedAt(),
                recorded.position(),
                partner.lastBy(framework));
        return partner.score(event.cycle()).isEmpty()
                ? and(partner.scores(), score)
                : partner.scores().stream()
                        .map(before -> before.cycle().equals(event.cycle()) ? score : before)
                        .toList();
    }

    @Override
    public @Nullable Told tell(@Nullable PartnerDocument before, Event event) {
        if (event instanceof PartnerJoined joined) {
            return Told.of(
                    About.partner(joined.board(), joined.partner(), null, null),
                    "%s joined the board%s."
                            .formatted(
                                    joined.name(),
                                    joined.teams().isEmpty() ? "" : " with the teams " + Words.listed(joined.teams())));
        }
        if (event instanceof TeamAdded added) {
            var teams = Fold.known(before, event).teams();
            return new Told(
                    About.partner(added.board(), added.partner(), null, null),
                    null,
                    "Added the team " + added.team() + ".",
                    List.of(new Change("teams", Words.listed(teams), Words.listed(and(teams, added.team())))),
                    null);
        }
        return event instanceof PartnerEvent change ? change(before, change) : null;
    }

    private static @Nullable Told change(@Nullable PartnerDocument before, PartnerEvent event) {
        var about = About.partner(event.board(), event.partner(), null, null);
        if (event instanceof PartnerRenamed renamed) {
            var name = Fold.known(before, event).name();
            return new Told(
                    about,
                    null,
                    "Changed its name from %s to %s.".formatted(Words.quoted(name), Words.quoted(renamed.name())),
                    List.of(new Change("name", name, renamed.name())),
                    renamed.reason());
        }
        if (event instanceof PartnerMerged merged) {
            return new Told(
                    about,
                    null,
                    "Merged into %s. It makes no more statements.".formatted(merged.into()),
                    List.of(new Change("merged into", null, merged.into())),
                    merged.reason());
        }
        if (event instanceof PredecessorMerged merged) {
            return new Told(
                    about,
                    null,
                    "%1$s merged into it. What %1$s said stays under that id.".formatted(merged.predecessor()),
                    List.of(new Change("predecessor", null, merged.predecessor())),
                    merged.reason());
        }
        return event instanceof PartnerLeft left
                ? new Told(about, null, "Left the board. It makes no more statements.", List.of(), left.reason())
                : null;
    }

    private static <T> List<T> and(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
