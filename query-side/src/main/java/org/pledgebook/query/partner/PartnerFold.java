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
import org.pledgebook.shared.Event;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.TeamAdded;

/** Makes {@link PartnerDocument}s. */
public final class PartnerFold implements Fold<PartnerDocument> {

    @Override
    public Class<PartnerDocument> kind() {
        return PartnerDocument.class;
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
                    1);
        }
        var partner = Fold.known(before, recorded.event());
        if (recorded.event() instanceof TeamAdded event) {
            return new PartnerDocument(
                    partner.id(),
                    recorded.position(),
                    partner.board(),
                    partner.name(),
                    partner.kind(),
                    and(partner.teams(), event.team()),
                    partner.joinedAt(),
                    partner.scores(),
                    partner.version() + 1);
        }
        if (recorded.event() instanceof AssessmentEvent event) {
            return new PartnerDocument(
                    partner.id(),
                    recorded.position(),
                    partner.board(),
                    partner.name(),
                    partner.kind(),
                    partner.teams(),
                    partner.joinedAt(),
                    scores(partner, event, recorded),
                    partner.version());
        }
        throw new IllegalArgumentException("PartnerFold does not know " + recorded.type());
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
                    "%s joined the board %s%s."
                            .formatted(
                                    joined.name(),
                                    joined.board(),
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
        return null;
    }

    private static <T> List<T> and(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
