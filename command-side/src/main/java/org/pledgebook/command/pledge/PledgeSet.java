package org.pledgebook.command.pledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;

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
            CommitmentRules.check(command.commitment(), stance, faults);
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RecordProgress command, MetaData origin, Streams streams, Clock clock) {
        var pledge = pledge(command.partner(), command.cycle(), command.number());
        return decide(origin, pledge.version(), () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            checkReadings(command.report(), pledge, faults);
            var period = period(command.period(), stance, faults);
            checkSaidSince(period, command.saidOn(), faults);
            faults.refuseIfAny();
            stance.checkOpen();
            checkBegun(period, command, stance);
            var speaksFor = period == null ? day(command, stance).toString() : period.id();
            checkFirstReport(speaksFor, pledge, command);
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
            checkReadings(command.report(), pledge, faults);
            faults.refuseIfAny();
            stance.checkCorrectable();
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

    @Override
    protected Receipt evolve(Event event) {
        var about = (PledgeEvent) event;
        var pledge = pledges.getOrDefault(about.number(), Pledge.NONE).after(about);
        pledges.put(about.number(), pledge);
        return new Receipt(about.pledge(), pledge.version());
    }

    private Pledge pledge(String partner, String cycle, int number) {
        var pledge = pledges.get(number);
        if (pledge == null) {
            throw Refusal.unknown("pledge", PledgeId.of(partner, cycle, number)).asException();
        }
        return pledge;
    }

    private void checkRoom(Stance stance) {
        var most = stance.cycle().pledgesPerPartner();
        if (pledges.size() >= most) {
            throw Refusal.rule(
                            "pledges-full",
                            "All pledges of this cycle are made",
                            "This partner has made %d of %d pledges for '%s'. Change one of them instead."
                                    .formatted(
                                            pledges.size(), most, stance.cycle().id()))
                    .asException();
        }
    }

    private static void checkReadings(Report report, Pledge pledge, Faults faults) {
        var seen = new HashSet<String>();
        for (var reading : report.readings()) {
            var at = "/readings/" + reading.measure();
            if (!pledge.measures().contains(reading.measure())) {
                faults.add(
                        "unknown-measure",
                        "The pledge has no such measure",
                        at,
                        "The pledge has no measure '%s'.%s"
                                .formatted(
                                        reading.measure(),
                                        pledge.measures().isEmpty()
                                                ? " It has none: leave the readings out."
                                                : " It has " + String.join(", ", pledge.measures()) + "."));
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

    private static void checkFirstReport(String period, Pledge pledge, RecordProgress command) {
        if (pledge.reported().contains(period)) {
            throw Refusal.rule(
                            "already-reported",
                            "There is a report for this already",
                            "'%s' has a report for '%s' already. Send a correction with a reason; the report stays readable."
                                    .formatted(
                                            PledgeId.of(command.partner(), command.cycle(), command.number()), period))
                    .asException();
        }
    }
}
