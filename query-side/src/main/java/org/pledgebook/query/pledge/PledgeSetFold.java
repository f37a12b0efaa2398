package org.pledgebook.query.pledge;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.pledge.PledgeSetDocument.Fulfilled;
import org.pledgebook.query.pledge.PledgeSetDocument.Latest;
import org.pledgebook.query.pledge.PledgeSetDocument.OpenQuestion;
import org.pledgebook.query.pledge.PledgeSetDocument.Pledge;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;

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
            return and(before, Pledge.begun(event.number(), event.commitment(), recorded.recordedAt()));
        }
        if (recorded.event() instanceof PledgeContinued event) {
            return and(before, Pledge.begun(event.number(), event.commitment(), recorded.recordedAt()));
        }
        var event = (PledgeEvent) recorded.event();
        return Fold.known(before, event).pledges().stream()
                .map(pledge -> pledge.number() == event.number() ? after(pledge, recorded) : pledge)
                .toList();
    }

    private static List<Pledge> and(@Nullable PledgeSetDocument before, Pledge begun) {
        return Stream.concat(before == null ? Stream.of() : before.pledges().stream(), Stream.of(begun))
                .sorted(comparingInt(Pledge::number))
                .toList();
    }

    private static Pledge after(Pledge pledge, Recorded recorded) {
        if (recorded.event() instanceof ProgressRecorded event) {
            return pledge.reporting(and(pledge.reports(), event));
        }
        if (recorded.event() instanceof ProgressCorrected event) {
            return pledge.reporting(corrected(pledge.reports(), event));
        }
        if (recorded.event() instanceof PledgeAmended event) {
            return pledge.amended(event.commitment(), event.classes());
        }
        if (recorded.event() instanceof PledgeExtended) {
            // Where a pledge pilots is no part of the dashboard.
            return pledge;
        }
        if (recorded.event() instanceof PledgeWithdrawn) {
            return pledge.withdrawn(recorded.recordedAt());
        }
        if (recorded.event() instanceof PledgeFulfilled event) {
            return pledge.fulfilled(new Fulfilled(event.outcome(), recorded.recordedAt(), event.saidOn()));
        }
        if (recorded.event() instanceof QuestionAsked event) {
            return pledge.asked(Stream.concat(
                            pledge.open().stream(),
                            Stream.of(new OpenQuestion(event.question(), recorded.recordedAt())))
                    .toList());
        }
        if (recorded.event() instanceof QuestionAnswered event) {
            return pledge.asked(pledge.open().stream()
                    .filter(question -> question.number() != event.question())
                    .toList());
        }
        throw new IllegalArgumentException("PledgeSetFold does not know " + recorded.type());
    }

    private static List<Latest> and(List<Latest> reports, ProgressRecorded event) {
        var latest = new Latest(
                event.period(),
                event.dueOn(),
                event.late(),
                false,
                event.report().status(),
                event.report().readings());
        return Stream.concat(reports.stream(), Stream.of(latest))
                .sorted(IN_ORDER)
                .toList();
    }

    private static List<Latest> corrected(List<Latest> reports, ProgressCorrected event) {
        return reports.stream()
                .map(report -> report.period().equals(event.period())
                        ? new Latest(
                                report.period(),
                                report.dueOn(),
                                report.late(),
                                true,
                                event.report().status(),
                                event.report().readings())
                        : report)
                .toList();
    }
}
