package org.pledgebook.query.pledge;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.query.pledge.PledgeDocument.Version;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.Report;

/** Makes {@link PledgeDocument}s. */
public final class PledgeFold implements Fold<PledgeDocument> {

    /** Reports come in any order, also for earlier periods; in a cycle without periods a period is a day. */
    private static final Comparator<PeriodReport> IN_ORDER =
            comparing(PeriodReport::dueOn, nullsFirst(naturalOrder())).thenComparing(PeriodReport::period);

    @Override
    public Class<PledgeDocument> kind() {
        return PledgeDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof PledgeEvent pledge ? pledge.pledge() : null;
    }

    @Override
    public PledgeDocument fold(@Nullable PledgeDocument before, Recorded recorded) {
        if (recorded.event() instanceof PledgeMade event) {
            return new PledgeDocument(
                    event.pledge(),
                    recorded.position(),
                    event.board(),
                    event.partner(),
                    event.cycle(),
                    event.number(),
                    List.of(new Version(
                            event.commitment(), recorded.recordedAt(), recorded.actor(), event.saidOn(), null)),
                    List.of(),
                    1);
        }
        var pledge = Fold.known(before, recorded.event());
        return new PledgeDocument(
                pledge.id(),
                recorded.position(),
                pledge.board(),
                pledge.partner(),
                pledge.cycle(),
                pledge.number(),
                pledge.versions(),
                reports(pledge, recorded),
                pledge.version() + 1);
    }

    private static List<PeriodReport> reports(PledgeDocument pledge, Recorded recorded) {
        var reports = new ArrayList<>(pledge.reports());
        if (recorded.event() instanceof ProgressRecorded event) {
            reports.add(new PeriodReport(
                    event.period(), event.dueOn(), event.late(), event.report(), List.of(recorded.position())));
            reports.sort(IN_ORDER);
            return List.copyOf(reports);
        }
        if (recorded.event() instanceof ProgressCorrected event) {
            var report = Fold.known(pledge.report(event.period()).orElse(null), event);
            reports.set(
                    reports.indexOf(report),
                    new PeriodReport(
                            report.period(),
                            report.dueOn(),
                            report.late(),
                            event.report(),
                            Stream.concat(report.statements().stream(), Stream.of(recorded.position()))
                                    .toList()));
            return List.copyOf(reports);
        }
        throw new IllegalArgumentException("PledgeFold does not know " + recorded.type());
    }

    @Override
    public List<Entry> entries(Recorded recorded) {
        if (recorded.event() instanceof ProgressRecorded event) {
            return List.of(statement(recorded, event, event.period(), event.report(), event.saidOn(), null));
        }
        if (recorded.event() instanceof ProgressCorrected event) {
            return List.of(statement(recorded, event, event.period(), event.report(), event.saidOn(), event.reason()));
        }
        return List.of();
    }

    private static Statement statement(
            Recorded recorded,
            PledgeEvent event,
            String period,
            Report report,
            @Nullable LocalDate saidOn,
            @Nullable String reason) {
        return new Statement(
                Statement.id(event.pledge(), recorded.position()),
                recorded.position(),
                event.partner(),
                period,
                report,
                recorded.recordedAt(),
                saidOn,
                recorded.actor(),
                reason);
    }

    @Override
    public @Nullable Told tell(@Nullable PledgeDocument before, Event event) {
        return event instanceof PledgeEvent pledge ? PledgeWords.tell(before, pledge) : null;
    }
}
