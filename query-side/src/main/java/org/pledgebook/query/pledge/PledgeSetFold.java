package org.pledgebook.query.pledge;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.pledge.PledgeSetDocument.Latest;
import org.pledgebook.query.pledge.PledgeSetDocument.Pledge;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;

/** Makes {@link PledgeSetDocument}s. */
public final class PledgeSetFold implements Fold<PledgeSetDocument> {

    private static final Comparator<Latest> IN_ORDER =
            comparing(Latest::dueOn, nullsFirst(naturalOrder())).thenComparing(Latest::period);

    @Override
    public Class<PledgeSetDocument> kind() {
        return PledgeSetDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof PledgeEvent pledge ? PledgeSetDocument.id(pledge.partner(), pledge.cycle()) : null;
    }

    @Override
    public PledgeSetDocument fold(@Nullable PledgeSetDocument before, Recorded recorded) {
        var event = (PledgeEvent) recorded.event();
        return new PledgeSetDocument(
                PledgeSetDocument.id(event.partner(), event.cycle()),
                recorded.position(),
                event.board(),
                event.partner(),
                event.cycle(),
                pledges(before, recorded));
    }

    private static List<Pledge> pledges(@Nullable PledgeSetDocument before, Recorded recorded) {
        if (recorded.event() instanceof PledgeMade event) {
            var made = new Pledge(
                    event.number(),
                    event.commitment().title(),
                    event.commitment().characteristics(),
                    recorded.recordedAt(),
                    event.commitment().measures(),
                    List.of());
            return Stream.concat(before == null ? Stream.of() : before.pledges().stream(), Stream.of(made))
                    .sorted(comparingInt(Pledge::number))
                    .toList();
        }
        var set = Fold.known(before, recorded.event());
        if (recorded.event() instanceof ProgressRecorded event) {
            var latest = new Latest(
                    event.period(),
                    event.dueOn(),
                    event.late(),
                    false,
                    event.report().status(),
                    event.report().readings());
            return with(set, event, reports -> {
                var more = new ArrayList<>(reports);
                more.add(latest);
                more.sort(IN_ORDER);
                return List.copyOf(more);
            });
        }
        if (recorded.event() instanceof ProgressCorrected event) {
            return with(
                    set,
                    event,
                    reports -> reports.stream()
                            .map(report -> report.period().equals(event.period())
                                    ? new Latest(
                                            report.period(),
                                            report.dueOn(),
                                            report.late(),
                                            true,
                                            event.report().status(),
                                            event.report().readings())
                                    : report)
                            .toList());
        }
        throw new IllegalArgumentException("PledgeSetFold does not know " + recorded.type());
    }

    private static List<Pledge> with(PledgeSetDocument set, PledgeEvent event, UnaryOperator<List<Latest>> change) {
        return set.pledges().stream()
                .map(pledge -> pledge.number() == event.number()
                        ? new Pledge(
                                pledge.number(),
                                pledge.title(),
                                pledge.characteristics(),
                                pledge.recordedAt(),
                                pledge.measures(),
                                change.apply(pledge.reports()))
                        : pledge)
                .toList();
    }
}
