package org.pledgebook.command.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.command.board.CycleFacts;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.WithdrawPledge;

/** One partner's pledges in one cycle, so that "three and no more" holds however many arrive at once. */
@Aggregate(type = "pledges")
class PledgeSet extends Decider {

    private final Map<Integer, Pledge> pledges = new TreeMap<>();

    PledgeSet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(MakePledge command, MetaData origin, Streams streams, Clock clock) {
        return decide(origin, 0, () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            CommitmentRules.check(command.commitment(), stance, streams, faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkRoom(stance);
            return new PledgeMade(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    pledges.size() + 1,
                    command.commitment(),
                    command.saidOn());
        });
    }

    /**
     * Amends on what the pledge says now. A fault is named where the body has it; what is not in the body was checked
     * when it was said.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AmendPledge command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var amended = command.amendment().of(pledge.says());
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            CommitmentRules.check(amended, stance, streams, faults);
            checkUnitsRead(amended, pledge, faults);
            checkChanged(amended, pledge, faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkLive(pledge);
            return new PledgeAmended(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    amended,
                    AmendmentClass.between(pledge.says(), amended),
                    command.reason(),
                    command.saidOn());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ExtendPledge command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            CommitmentRules.checkTeams(command.teams(), stance, faults);
            checkReachesMore(command.teams(), pledge, faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkLive(pledge);
            checkPilot(pledge);
            return new PledgeExtended(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    command.teams(),
                    command.reason(),
                    command.saidOn());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(WithdrawPledge command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkLive(pledge);
            return new PledgeWithdrawn(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    command.reason(),
                    command.saidOn());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(FulfilPledge command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkLive(pledge);
            return new PledgeFulfilled(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    command.outcome(),
                    stance.today(),
                    command.saidOn());
        });
    }

    /** The later cycle's set decides, whose place it takes; what the earlier one says it reads. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ContinuePledge command, MetaData origin, Streams streams, Clock clock) {
        var earlier = Pledge.of(command.partner(), command.from(), streams).get(command.number());
        if (earlier == null) {
            throw Refusal.unknown("pledge", PledgeId.of(command.partner(), command.from(), command.number()))
                    .asException();
        }
        return decide(origin, earlier.version(), () -> {
            var before = Stance.of(command.partner(), command.from(), streams, clock);
            var faults = new Faults();
            before.checkSaidOn(command.saidOn(), faults);
            var later = laterCycle(command.cycle(), before, faults);
            checkVersion(command, earlier, faults);
            faults.refuseIfAny();
            var stance = new Stance(before.partner(), before.board(), Objects.requireNonNull(later), before.today());
            stance.checkOpen();
            if (!earlier.stoodOn(command.saidOn())) {
                checkNotWithdrawn(earlier);
            }
            checkContinuedOnce(earlier.id(), before, command, streams);
            checkRoom(stance);
            return new PledgeContinued(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    pledges.size() + 1,
                    command.from(),
                    command.number(),
                    within(stance.cycle(), carriedOn(command, earlier)),
                    command.reason(),
                    command.saidOn());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordProgress command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            checkReadings(command.report(), pledge.measures(), faults);
            var period = period(command.period(), stance, faults);
            checkSaidSince(period, command.saidOn(), faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkNotWithdrawn(pledge);
            checkBegun(period, command, stance);
            checkBegunBeforeFulfilment(period, command, pledge, stance);
            var speaksFor = period == null ? day(command, stance).toString() : period.id();
            checkFirstReport(speaksFor, pledge);
            var dueOn = period == null ? null : period.dueOn();
            return new ProgressRecorded(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    speaksFor,
                    dueOn,
                    dueOn != null && stance.today().isAfter(dueOn),
                    command.report(),
                    command.saidOn());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CorrectProgress command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            if (!pledge.reported().contains(command.period())) {
                throw Refusal.unknown("report for", command.period()).asException();
            }
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            checkReadings(command.report(), everReadOrMeasured(pledge), faults);
            faults.refuseIfAny();
            stance.checkCorrectable();
            checkNotWithdrawn(pledge);
            return new ProgressCorrected(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    command.period(),
                    command.report(),
                    command.reason(),
                    command.saidOn());
        });
    }

    /** A board may ask at any time, and while it reviews a cycle most of all: so also when the cycle is closed. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AskQuestion command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            faults.refuseIfAny();
            return new QuestionAsked(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    pledge.questions() + 1,
                    command.text(),
                    command.saidOn());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AnswerQuestion command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            if (command.question() < 1 || command.question() > pledge.questions()) {
                throw Refusal.unknown("question", PledgeId.ofQuestion(pledge.id(), command.question()))
                        .asException();
            }
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            faults.refuseIfAny();
            checkUnanswered(pledge, command);
            return new QuestionAnswered(
                    stance.boardId(),
                    command.partner(),
                    command.cycle(),
                    command.number(),
                    command.question(),
                    command.text(),
                    command.saidOn());
        });
    }

    /** A question counts its own events: one when it is asked, two when it is answered. */
    @Override
    protected Receipt evolve(Event event) {
        var about = (PledgeEvent) event;
        var pledge = pledges.getOrDefault(about.number(), Pledge.NONE).after(about);
        pledges.put(about.number(), pledge);
        if (about instanceof QuestionAsked asked) {
            return new Receipt(PledgeId.ofQuestion(about.pledge(), asked.question()), 1);
        }
        if (about instanceof QuestionAnswered answered) {
            return new Receipt(PledgeId.ofQuestion(about.pledge(), answered.question()), 2);
        }
        return new Receipt(about.pledge(), pledge.version());
    }

    private Pledge pledge(String partner, String cycle, int number) {
        var pledge = pledges.get(number);
        if (pledge == null) {
            throw Refusal.unknown("pledge", PledgeId.of(partner, cycle, number)).asException();
        }
        return pledge;
    }

    /** A pledge that is withdrawn keeps its number and leaves its place to another. */
    private void checkRoom(Stance stance) {
        var most = stance.cycle().pledgesPerPartner();
        var live =
                pledges.values().stream().filter(pledge -> !pledge.withdrawn()).count();
        if (live >= most) {
            throw Refusal.rule(
                            "pledges-full",
                            "All pledges of this cycle are made",
                            "This partner has made %d of %d pledges for '%s'. Amend or withdraw one of them instead."
                                    .formatted(live, most, stance.cycle().id()))
                    .asException();
        }
    }

    private static void checkNotWithdrawn(Pledge pledge) {
        if (pledge.withdrawn()) {
            throw Refusal.rule(
                            "pledge-withdrawn",
                            "The pledge is withdrawn",
                            "'%s' is withdrawn: nothing more can be said of it but answers to questions. Make a new pledge if it should go on."
                                    .formatted(pledge.id()))
                    .asException();
        }
    }

    /** Neither withdrawn nor fulfilled. */
    private static void checkLive(Pledge pledge) {
        checkNotWithdrawn(pledge);
        if (pledge.fulfilledOn() != null) {
            throw fulfilled(
                    pledge,
                    "It can be reported on for what had begun by then, its reports can be corrected, and it can be continued in a later cycle.");
        }
    }

    private static CommandExecutionException fulfilled(Pledge pledge, String whatCanBe) {
        return Refusal.rule(
                        "pledge-fulfilled",
                        "The pledge is fulfilled",
                        "'%s' was said to be fulfilled on %s. %s"
                                .formatted(pledge.id(), pledge.fulfilledOn(), whatCanBe))
                .asException();
    }

    private static void checkBegunBeforeFulfilment(
            @Nullable Period period, RecordProgress command, Pledge pledge, Stance stance) {
        var begins = period == null ? day(command, stance) : period.startsOn();
        if (pledge.fulfilledOn() != null && begins.isAfter(pledge.fulfilledOn())) {
            throw fulfilled(pledge, "Report on what had begun by then, or correct a report with a reason.");
        }
    }

    private static void checkChanged(Commitment amended, Pledge pledge, Faults faults) {
        if (amended.equals(pledge.says())) {
            faults.add(
                    "nothing-changed",
                    "An amendment changes something",
                    "",
                    "This is what the pledge says already. Give at least one field with another value.");
        }
    }

    /** Readings mean what their measure meant when they were taken, so the measure may not come to count another thing. */
    private static void checkUnitsRead(Commitment amended, Pledge pledge, Faults faults) {
        for (int i = 0; i < amended.measures().size(); i++) {
            var measure = amended.measures().get(i);
            var unit =
                    pledge.read().getOrDefault(measure.id(), Optional.empty()).orElse(measure.unit());
            if (!Objects.equals(unit, measure.unit())) {
                faults.add(
                        "unit-was-read",
                        "A measure that was read keeps its unit",
                        "/measures/" + i + "/unit",
                        "'%s' has readings in %s. Keep that unit, or give what is counted now an id of its own."
                                .formatted(measure.id(), unit));
            }
        }
    }

    private static void checkPilot(Pledge pledge) {
        if (pledge.says().teams().isEmpty()) {
            throw Refusal.rule(
                            "not-a-pilot",
                            "Only a pilot can be extended",
                            "'%s' is for the whole organisation already.".formatted(pledge.id()))
                    .asException();
        }
    }

    private static void checkReachesMore(List<String> teams, Pledge pledge, Faults faults) {
        var pilot = pledge.says().teams();
        if (!teams.isEmpty() && !(teams.size() > pilot.size() && teams.containsAll(pilot))) {
            faults.add(
                    "not-an-extension",
                    "An extension reaches more teams",
                    "/teams",
                    "Name %s, where it pilots, and at least one more team, or none for the whole organisation. To leave a team out, amend the pledge."
                            .formatted(String.join(", ", pilot)));
        }
    }

    private static @Nullable CycleFacts laterCycle(String id, Stance before, Faults faults) {
        var later = before.board().cycle(id);
        if (later == null) {
            faults.add(
                    "unknown-cycle",
                    "The board has no such cycle",
                    "/cycle",
                    "The board has no cycle '%s'. Give one that it has opened.".formatted(id));
        } else if (!later.startsOn().isAfter(before.cycle().startsOn())) {
            faults.add(
                    "not-a-later-cycle",
                    "A pledge continues in a later cycle",
                    "/cycle",
                    "'%s' begins on %s. Give a cycle that begins after %s, when '%s' began."
                            .formatted(
                                    id,
                                    later.startsOn(),
                                    before.cycle().startsOn(),
                                    before.cycle().id()));
        }
        return later;
    }

    private static void checkVersion(ContinuePledge command, Pledge earlier, Faults faults) {
        var version = command.version();
        if (version != null && (version < 1 || version > earlier.versions().size())) {
            faults.add(
                    "unknown-version",
                    "The pledge has no such version",
                    "/version",
                    "'%s' has the versions 1 to %d. Give one of them, or none for what it says now."
                            .formatted(earlier.id(), earlier.versions().size()));
        }
    }

    private static Commitment carriedOn(ContinuePledge command, Pledge earlier) {
        return command.version() == null ? earlier.says() : earlier.versions().get(command.version() - 1);
    }

    /** Exact within the later cycle, whose set decides; other cycles' sets are read without a lock. */
    private void checkContinuedOnce(String id, Stance before, ContinuePledge command, Streams streams) {
        for (var cycle : before.board().cycles().keySet()) {
            var there = cycle.equals(command.cycle()) ? pledges : Pledge.of(command.partner(), cycle, streams);
            there.forEach((number, pledge) -> {
                if (id.equals(pledge.continues())) {
                    throw Refusal.rule(
                                    "already-continued",
                                    "The pledge is continued already",
                                    "'%s' goes on as '%s' already. Amend that one, or continue it from there."
                                            .formatted(id, PledgeId.of(command.partner(), cycle, number)))
                            .asException();
                }
            });
        }
    }

    /** A date that lies outside the cycle cannot be kept there; an amendment can give another. */
    private static Commitment within(CycleFacts cycle, Commitment commitment) {
        return commitment.measuring(commitment.measures().stream()
                .map(measure ->
                        measure.targetDate() == null || cycle.spans(measure.targetDate()) ? measure : measure.by(null))
                .toList());
    }

    private static void checkUnanswered(Pledge pledge, AnswerQuestion command) {
        if (pledge.answered().contains(command.question())) {
            throw Refusal.rule(
                            "already-answered",
                            "The question is answered already",
                            "Question %d on '%s' has its answer. What has changed since belongs in a report or a correction."
                                    .formatted(command.question(), pledge.id()))
                    .asException();
        }
    }

    /** A report is corrected as it was made, also for a measure that the pledge has given up since. */
    private static List<String> everReadOrMeasured(Pledge pledge) {
        return Stream.concat(
                        pledge.measures().stream(),
                        pledge.read().keySet().stream().sorted())
                .distinct()
                .toList();
    }

    private static void checkReadings(Report report, List<String> measures, Faults faults) {
        var seen = new HashSet<String>();
        for (var reading : report.readings()) {
            var at = "/readings/" + reading.measure();
            if (!measures.contains(reading.measure())) {
                faults.add(
                        "unknown-measure",
                        "The pledge has no such measure",
                        at,
                        "The pledge has no measure '%s'.%s"
                                .formatted(
                                        reading.measure(),
                                        measures.isEmpty()
                                                ? " It has none: leave the readings out."
                                                : " It has " + String.join(", ", measures) + "."));
            } else if (!seen.add(reading.measure())) {
                faults.add("read-twice", "A measure is read twice", at, "Give one reading for each measure.");
            }
        }
    }

    /** The period the report names; null in a cycle without periods, or with a fault. */
    private static @Nullable Period period(@Nullable String id, Stance stance, Faults faults) {
        var periods = stance.cycle().periods();
        if (periods.isEmpty()) {
            if (id != null) {
                faults.add(
                        "no-such-period",
                        "The cycle has no such period",
                        "/period",
                        "Leave the period out: this cycle has none, and the report speaks for the day it is said.");
            }
            return null;
        }
        var period = id == null ? null : stance.cycle().period(id).orElse(null);
        if (period == null) {
            faults.add(
                    "no-such-period",
                    "The cycle has no such period",
                    "/period",
                    "Give one of " + periods.stream().map(Period::id).collect(Collectors.joining(", ")) + ".");
        }
        return period;
    }

    private static LocalDate day(RecordProgress command, Stance stance) {
        return command.saidOn() == null ? stance.today() : command.saidOn();
    }

    private static void checkSaidSince(@Nullable Period period, @Nullable LocalDate saidOn, Faults faults) {
        if (period != null && saidOn != null && saidOn.isBefore(period.startsOn())) {
            faults.add(
                    "said-before-period",
                    "Nothing can be said of a period before it begins",
                    "/saidOn",
                    "Give a day on or after %s, on which '%s' begins, or none."
                            .formatted(period.startsOn(), period.id()));
        }
    }

    private static void checkBegun(@Nullable Period period, RecordProgress command, Stance stance) {
        if (period == null && day(command, stance).isBefore(stance.cycle().startsOn())) {
            throw Refusal.rule(
                            "cycle-not-begun",
                            "The cycle had not begun on that day",
                            "'%s' begins on %s. Report on that day or a later one."
                                    .formatted(
                                            stance.cycle().id(), stance.cycle().startsOn()))
                    .asException();
        }
        if (period != null && period.startsOn().isAfter(stance.today())) {
            throw Refusal.rule(
                            "period-not-begun",
                            "This period has not begun",
                            "'%s' begins on %s. Report on it from that day.".formatted(period.id(), period.startsOn()))
                    .asException();
        }
    }

    private static void checkFirstReport(String period, Pledge pledge) {
        if (pledge.reported().contains(period)) {
            throw Refusal.rule(
                            "already-reported",
                            "There is a report for this already",
                            "'%s' has a report for '%s' already. Send a correction with a reason; the report stays readable."
                                    .formatted(pledge.id(), period))
                    .asException();
        }
    }
}
