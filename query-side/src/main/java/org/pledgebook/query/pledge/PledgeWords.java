package org.pledgebook.query.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;
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
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Report;

/** What is said of a pledge's events. */
final class PledgeWords {

    private PledgeWords() {}

    static @Nullable Told tell(@Nullable PledgeDocument before, PledgeEvent event) {
        if (event instanceof PledgeMade made) {
            return made(made);
        }
        if (event instanceof PledgeContinued continued) {
            return continued(continued);
        }
        var pledge = Fold.known(before, event);
        if (event instanceof ProgressRecorded recorded) {
            return recorded(pledge, recorded);
        }
        if (event instanceof ProgressCorrected corrected) {
            return corrected(pledge, corrected);
        }
        if (event instanceof PledgeAmended amended) {
            return amended(pledge, amended);
        }
        if (event instanceof PledgeExtended extended) {
            return extended(pledge, extended);
        }
        if (event instanceof PledgeWithdrawn withdrawn) {
            return withdrawn(pledge, withdrawn);
        }
        if (event instanceof PledgeFulfilled fulfilled) {
            return fulfilled(pledge, fulfilled);
        }
        if (event instanceof QuestionAsked asked) {
            return asked(pledge, asked);
        }
        return event instanceof QuestionAnswered answered ? answered(pledge, answered) : null;
    }

    private static Told made(PledgeMade event) {
        var commitment = event.commitment();
        return new Told(
                about(event),
                event.saidOn(),
                "Made pledge %d, %s: %s, %s, concerning %s%s."
                        .formatted(
                                event.number(),
                                Words.quoted(commitment.title()),
                                commitment.origin() == Commitment.Origin.NEW ? "a new idea" : "existing work",
                                (commitment.teams().isEmpty() ? "for " : "in ") + Differences.reach(commitment.teams()),
                                Words.listed(commitment.characteristics()),
                                commitment.measurable() ? "" : "; not yet measurable"),
                aims(commitment),
                null);
    }

    /** It is told of the earlier pledge and cycle as well, so that both can be read on from each other. */
    private static Told continued(PledgeContinued event) {
        return new Told(
                about(event).and(event.from(), event.continues()),
                event.saidOn(),
                "Continued pledge %d of %s, %s, as pledge %d of %s."
                        .formatted(
                                event.fromNumber(),
                                event.from(),
                                Words.quoted(event.commitment().title()),
                                event.number(),
                                event.cycle()),
                aims(event.commitment()),
                event.reason());
    }

    private static List<Change> aims(Commitment commitment) {
        return commitment.measures().stream()
                .map(measure -> new Change("measure " + measure.id(), null, aim(measure)))
                .toList();
    }

    private static Told amended(PledgeDocument pledge, PledgeAmended event) {
        var changes = Differences.between(pledge.commitment(), event.commitment());
        return new Told(
                about(event),
                event.saidOn(),
                "Amended pledge %d, %s: %s. Changed: %s."
                        .formatted(
                                event.number(),
                                title(pledge),
                                Words.listed(event.classes().stream()
                                        .map(Words::lower)
                                        .toList()),
                                Words.listed(changes.stream().map(Change::what).toList())),
                changes,
                event.reason());
    }

    private static Told extended(PledgeDocument pledge, PledgeExtended event) {
        var from = Differences.reach(pledge.commitment().teams());
        var to = Differences.reach(event.teams());
        return new Told(
                about(event),
                event.saidOn(),
                "Extended pledge %d, %s, from %s to %s.".formatted(event.number(), title(pledge), from, to),
                List.of(new Change("teams", from, to)),
                event.reason());
    }

    private static Told withdrawn(PledgeDocument pledge, PledgeWithdrawn event) {
        return new Told(
                about(event),
                event.saidOn(),
                "Withdrew pledge %d, %s.".formatted(event.number(), title(pledge)),
                standing(pledge, Standing.WITHDRAWN),
                event.reason());
    }

    private static Told fulfilled(PledgeDocument pledge, PledgeFulfilled event) {
        var changes = new ArrayList<>(standing(pledge, Standing.FULFILLED));
        changes.add(new Change("outcome reached", null, event.outcome()));
        return new Told(
                about(event),
                event.saidOn(),
                "Said that pledge %d, %s, is fulfilled.".formatted(event.number(), title(pledge)),
                changes,
                null);
    }

    private static List<Change> standing(PledgeDocument pledge, Standing after) {
        return List.of(new Change("standing", Words.lower(pledge.standing()), Words.lower(after)));
    }

    private static Told asked(PledgeDocument pledge, QuestionAsked event) {
        return new Told(
                about(event),
                event.saidOn(),
                "Asked question %d on pledge %d, %s.".formatted(event.question(), event.number(), title(pledge)),
                List.of(new Change("question " + event.question(), null, event.text())),
                null);
    }

    private static Told answered(PledgeDocument pledge, QuestionAnswered event) {
        return new Told(
                about(event),
                event.saidOn(),
                "Answered question %d on pledge %d, %s.".formatted(event.question(), event.number(), title(pledge)),
                List.of(new Change("answer " + event.question(), null, event.text())),
                null);
    }

    private static String title(PledgeDocument pledge) {
        return Words.quoted(pledge.commitment().title());
    }

    private static Told recorded(PledgeDocument pledge, ProgressRecorded event) {
        var previous = previous(pledge, event);
        var changes = new ArrayList<Change>();
        var wasStatus = previous.map(report -> Words.lower(report.latest().status()));
        if (!wasStatus.equals(Optional.of(Words.lower(event.report().status())))) {
            changes.add(new Change(
                    "status", wasStatus.orElse(null), Words.lower(event.report().status())));
        }
        for (var reading : event.report().readings()) {
            var measure = measure(pledge, reading);
            var was = measure.map(one -> Reached.of(one, pledge.reports()).reading());
            Words.compare(
                    changes,
                    "measure " + reading.measure(),
                    was.map(number -> Words.amount(number, unit(measure))).orElse(null),
                    Words.amount(reading.value(), unit(measure)));
        }
        return new Told(
                about(event),
                event.saidOn(),
                "Reported on pledge %d for %s: %s%s.%s"
                        .formatted(
                                event.number(),
                                event.period(),
                                Words.lower(event.report().status()),
                                previous.map(report -> ", "
                                                + Words.lower(report.latest().status()) + " in " + report.period())
                                        .orElse(""),
                                event.late() && event.dueOn() != null
                                        ? " The report was late: it was due on " + Words.day(event.dueOn()) + "."
                                        : ""),
                changes,
                null);
    }

    /** The report for the period before; reports that came early for later periods do not count. */
    private static Optional<PeriodReport> previous(PledgeDocument pledge, ProgressRecorded event) {
        return pledge.reports().stream()
                .filter(report -> report.dueOn() == null || event.dueOn() == null
                        ? report.period().compareTo(event.period()) < 0
                        : report.dueOn().isBefore(event.dueOn()))
                .reduce((first, second) -> second);
    }

    private static Told corrected(PledgeDocument pledge, ProgressCorrected event) {
        var earlier =
                Fold.known(pledge.report(event.period()).orElse(null), event).latest();
        var figures = figures(pledge, earlier, event.report());
        var texts = texts(earlier, event.report());
        var changes = new ArrayList<>(figures);
        changes.addAll(texts);
        var said = new ArrayList<String>();
        if (!figures.isEmpty()) {
            said.add(Words.changed(figures));
        }
        texts.forEach(change -> said.add(change.what() + (change.to() == null ? " removed" : " reworded")));
        return new Told(
                about(event),
                event.saidOn(),
                "Corrected the report on pledge %d for %s: %s."
                        .formatted(
                                event.number(), event.period(), said.isEmpty() ? "no change" : String.join("; ", said)),
                changes,
                event.reason());
    }

    private static List<Change> figures(PledgeDocument pledge, Report earlier, Report later) {
        var changes = new ArrayList<Change>();
        Words.compare(changes, "status", Words.lower(earlier.status()), Words.lower(later.status()));
        for (var reading : later.readings()) {
            Words.compare(
                    changes,
                    "measure " + reading.measure(),
                    find(earlier, reading.measure())
                            .map(was -> amount(pledge, was))
                            .orElse(null),
                    amount(pledge, reading));
        }
        for (var was : earlier.readings()) {
            if (find(later, was.measure()).isEmpty()) {
                changes.add(new Change("measure " + was.measure(), amount(pledge, was), null));
            }
        }
        return changes;
    }

    private static List<Change> texts(Report earlier, Report later) {
        var changes = new ArrayList<Change>();
        Words.compare(changes, "narrative", earlier.narrative(), later.narrative());
        Words.compare(changes, "evidence", evidence(earlier), evidence(later));
        Words.compare(changes, "next steps", earlier.nextSteps(), later.nextSteps());
        return changes;
    }

    private static About about(PledgeEvent event) {
        return About.partner(event.board(), event.partner(), event.cycle(), event.pledge());
    }

    static String aim(Measure measure) {
        var aim = new StringBuilder(Words.quoted(measure.title()));
        if (measure.baseline() != null) {
            aim.append(" from ").append(Words.amount(measure.baseline(), measure.unit()));
        }
        if (measure.target() != null) {
            aim.append(" to ").append(Words.amount(measure.target(), measure.unit()));
        }
        if (measure.targetDate() != null) {
            aim.append(" by ").append(Words.day(measure.targetDate()));
        }
        return aim.toString();
    }

    private static @Nullable String evidence(Report report) {
        return report.evidence().isEmpty()
                ? null
                : Words.listed(report.evidence().stream()
                        .map(link -> Words.quoted(link.title()) + " (" + link.url() + ")")
                        .toList());
    }

    private static Optional<Reading> find(Report report, String measure) {
        return report.readings().stream()
                .filter(reading -> reading.measure().equals(measure))
                .findFirst();
    }

    private static String amount(PledgeDocument pledge, Reading reading) {
        return Words.amount(reading.value(), unit(measure(pledge, reading)));
    }

    private static Optional<Measure> measure(PledgeDocument pledge, Reading reading) {
        return pledge.commitment().measures().stream()
                .filter(measure -> measure.id().equals(reading.measure()))
                .findFirst();
    }

    private static @Nullable String unit(Optional<Measure> measure) {
        return measure.map(Measure::unit).orElse(null);
    }
}
