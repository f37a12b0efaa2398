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
import org.pledgebook.query.pledge.PledgeDocument.Fulfilment;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.query.pledge.PledgeDocument.Question;
import org.pledgebook.query.pledge.PledgeDocument.Withdrawal;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
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
            return begun(recorded, event, null, event.commitment());
        }
        if (recorded.event() instanceof PledgeContinued event) {
            return begun(recorded, event, event.continues(), event.commitment());
        }
        var pledge = Fold.known(before, recorded.event());
        return new PledgeDocument(
                pledge.id(),
                recorded.position(),
                pledge.board(),
                pledge.partner(),
                pledge.cycle(),
                pledge.number(),
                pledge.continues(),
                commitment(pledge, recorded.event()),
                versions(pledge, recorded),
                reports(pledge, recorded),
                withdrawal(pledge, recorded),
                fulfilment(pledge, recorded),
                questions(pledge, recorded),
                pledge.version() + 1);
    }

    private static PledgeDocument begun(
            Recorded recorded, PledgeEvent event, @Nullable String continues, Commitment commitment) {
        return new PledgeDocument(
                event.pledge(),
                recorded.position(),
                event.board(),
                event.partner(),
                event.cycle(),
                event.number(),
                continues,
                commitment,
                List.of(recorded.position()),
                List.of(),
                null,
                null,
                List.of(),
                1);
    }

    private static Commitment commitment(PledgeDocument pledge, Event event) {
        if (event instanceof PledgeAmended amended) {
            return amended.commitment();
        }
        return event instanceof PledgeExtended extended
                ? pledge.commitment().in(extended.teams())
                : pledge.commitment();
    }

    private static List<Long> versions(PledgeDocument pledge, Recorded recorded) {
        return recorded.event() instanceof PledgeAmended || recorded.event() instanceof PledgeExtended
                ? and(pledge.versions(), recorded.position())
                : pledge.versions();
    }

    private static @Nullable Withdrawal withdrawal(PledgeDocument pledge, Recorded recorded) {
        return recorded.event() instanceof PledgeWithdrawn event
                ? new Withdrawal(event.reason(), recorded.recordedAt(), event.saidOn(), recorded.actor())
                : pledge.withdrawal();
    }

    private static @Nullable Fulfilment fulfilment(PledgeDocument pledge, Recorded recorded) {
        return recorded.event() instanceof PledgeFulfilled event
                ? new Fulfilment(event.outcome(), recorded.recordedAt(), event.saidOn(), recorded.actor())
                : pledge.fulfilment();
    }

    private static List<Question> questions(PledgeDocument pledge, Recorded recorded) {
        if (recorded.event() instanceof QuestionAsked event) {
            return and(pledge.questions(), new Question(event.question(), recorded.position(), null));
        }
        if (recorded.event() instanceof QuestionAnswered event) {
            return pledge.questions().stream()
                    .map(question -> question.number() == event.question()
                            ? new Question(question.number(), question.asked(), recorded.position())
                            : question)
                    .toList();
        }
        return pledge.questions();
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
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
                            and(report.statements(), recorded.position())));
            return List.copyOf(reports);
        }
        return pledge.reports();
    }

    @Override
    public List<Entry> entries(Recorded recorded) {
        var event = recorded.event();
        if (event instanceof PledgeMade made) {
            return List.of(version(
                    recorded, made, made.commitment(), made.commitment().teams(), List.of(), made.saidOn(), null));
        }
        if (event instanceof PledgeContinued continued) {
            return List.of(version(
                    recorded,
                    continued,
                    continued.commitment(),
                    continued.commitment().teams(),
                    List.of(),
                    continued.saidOn(),
                    continued.reason()));
        }
        if (event instanceof PledgeAmended amended) {
            return List.of(version(
                    recorded,
                    amended,
                    amended.commitment(),
                    amended.commitment().teams(),
                    amended.classes(),
                    amended.saidOn(),
                    amended.reason()));
        }
        if (event instanceof PledgeExtended extended) {
            return List.of(version(
                    recorded, extended, null, extended.teams(), List.of(), extended.saidOn(), extended.reason()));
        }
        if (event instanceof ProgressRecorded progress) {
            return List.of(
                    statement(recorded, progress, progress.period(), progress.report(), progress.saidOn(), null));
        }
        if (event instanceof ProgressCorrected corrected) {
            return List.of(statement(
                    recorded,
                    corrected,
                    corrected.period(),
                    corrected.report(),
                    corrected.saidOn(),
                    corrected.reason()));
        }
        if (event instanceof QuestionAsked asked) {
            return List.of(remark(recorded, asked, asked.text(), asked.saidOn()));
        }
        if (event instanceof QuestionAnswered answered) {
            return List.of(remark(recorded, answered, answered.text(), answered.saidOn()));
        }
        return List.of();
    }

    private static Version version(
            Recorded recorded,
            PledgeEvent event,
            @Nullable Commitment commitment,
            List<String> teams,
            List<AmendmentClass> classes,
            @Nullable LocalDate saidOn,
            @Nullable String reason) {
        return new Version(
                Version.id(event.pledge(), recorded.position()),
                recorded.position(),
                event.partner(),
                recorded.type(),
                commitment,
                teams,
                classes,
                recorded.recordedAt(),
                recorded.actor(),
                saidOn,
                reason);
    }

    private static Remark remark(Recorded recorded, PledgeEvent event, String text, @Nullable LocalDate saidOn) {
        return new Remark(
                Remark.id(event.pledge(), recorded.position()),
                recorded.position(),
                event.partner(),
                text,
                recorded.recordedAt(),
                saidOn,
                recorded.actor());
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
