package org.pledgebook.command.board;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.BoardEvent;
import org.pledgebook.shared.board.Characteristics;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;

/** A board and its cycles. */
@Aggregate(type = "board")
class Board extends Decider {

    /** Longer than any cycle in use, and short enough to catch a year typed wrongly. */
    private static final int LONGEST_CYCLE_IN_YEARS = 10;

    private static final int LONGEST_PERIOD_ID = 60;

    private BoardFacts facts = BoardFacts.NONE;

    Board() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(EstablishBoard command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            if (facts.exists()) {
                throw Refusal.rule(
                                "board-exists",
                                "This board is in the book already",
                                "There is a board '%s' already. Choose another id.".formatted(command.board()))
                        .asException();
            }
            checkTimeZone(command);
            checkOwnCharacteristics(command);
            return new BoardEstablished(command.board(), command.name(), command.timeZone(), command.characteristics());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OpenCycle command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.board());
            if (facts.cycle(command.cycle()) != null) {
                throw Refusal.rule(
                                "cycle-exists",
                                "This cycle is open already",
                                "The board has a cycle '%s' already. Choose another id.".formatted(command.cycle()))
                        .asException();
            }
            checkCycle(command);
            return new CycleOpened(
                    command.board(),
                    command.cycle(),
                    command.startsOn(),
                    command.endsOn(),
                    command.pledgesPerPartner(),
                    command.cadence(),
                    Periods.of(command));
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CloseCycle command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.board());
            var cycle = facts.cycle(command.cycle());
            if (cycle == null) {
                throw Refusal.unknown("cycle", command.cycle()).asException();
            }
            if (cycle.closed()) {
                throw CycleClosedRefusal.of(cycle).asException();
            }
            return new CycleClosed(command.board(), command.cycle(), command.reason());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(SetSmallNumbersPolicy command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.board());
            checkNobodyIsRoundedAway(command.policy());
            return new SmallNumbersPolicySet(command.board(), command.policy(), command.reason());
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        facts = facts.after(event);
        return new Receipt(((BoardEvent) event).board(), facts.version());
    }

    private void checkExists(String board) {
        if (!facts.exists()) {
            throw Refusal.unknown("board", board).asException();
        }
    }

    /** A zero that is shown says that nobody was counted. */
    private static void checkNobodyIsRoundedAway(SmallNumbers policy) {
        if (policy.rounded(policy.threshold() + 1) == 0) {
            throw Refusal.value(
                            "rounded-to-nobody",
                            "People would be rounded to nobody",
                            "/rounding",
                            "Give at most %d: counts just over the threshold would be shown as 0."
                                    .formatted(2 * (policy.threshold() + 1)))
                    .asException();
        }
    }

    private static void checkTimeZone(EstablishBoard command) {
        if (!ZoneId.getAvailableZoneIds().contains(command.timeZone())) {
            throw Refusal.value(
                            "unknown-time-zone",
                            "This time zone is not known",
                            "/timeZone",
                            "Give an IANA time zone, such as Europe/London.")
                    .asException();
        }
    }

    private static void checkOwnCharacteristics(EstablishBoard command) {
        var faults = new Faults();
        Set<String> seen = new HashSet<>(Characteristics.OF_THE_ACT);
        for (int i = 0; i < command.characteristics().size(); i++) {
            var characteristic = command.characteristics().get(i);
            if (!seen.add(characteristic)) {
                faults.add(
                        "characteristic-known-already",
                        "This characteristic is known already",
                        "/characteristics/" + i,
                        "Leave '%s' out: it is one of the Act's nine, or you named it twice."
                                .formatted(characteristic));
            }
        }
        faults.refuseIfAny();
    }

    private static void checkCycle(OpenCycle command) {
        var faults = new Faults();
        if (command.endsOn().isBefore(command.startsOn())) {
            faults.add(
                    "dates-out-of-order",
                    "The dates are out of order",
                    "/endsOn",
                    "Give a day on or after the start, %s.".formatted(command.startsOn()));
        } else if (command.endsOn().isAfter(command.startsOn().plusYears(LONGEST_CYCLE_IN_YEARS))) {
            faults.add(
                    "cycle-too-long",
                    "The cycle is too long",
                    "/endsOn",
                    "Give a day within %d years of the start.".formatted(LONGEST_CYCLE_IN_YEARS));
        }
        if (Periods.given(command)) {
            checkGivenPeriods(command, faults);
        } else if (!command.periods().isEmpty()) {
            faults.add(
                    "periods-not-asked-for",
                    "Periods are given with the cadence GIVEN only",
                    "/periods",
                    "Leave the periods out, or say that the cadence is GIVEN.");
        }
        faults.refuseIfAny();
        checkPeriodIds(command);
    }

    /** Reports are addressed by their period, so no period can have an id that an address cannot hold. */
    private static void checkPeriodIds(OpenCycle command) {
        var longest = Periods.of(command).stream()
                .mapToInt(period -> period.id().length())
                .max()
                .orElse(0);
        if (longest > LONGEST_PERIOD_ID) {
            throw Refusal.value(
                            "period-ids-too-long",
                            "The ids of the periods are too long",
                            "/id",
                            "Shorten this by %d: the ids of the periods begin with it."
                                    .formatted(longest - LONGEST_PERIOD_ID))
                    .asException();
        }
    }

    private static void checkGivenPeriods(OpenCycle command, Faults faults) {
        if (command.periods().isEmpty()) {
            faults.add(
                    "no-periods",
                    "The cadence GIVEN needs periods",
                    "/periods",
                    "Give at least one period, or another cadence.");
        }
        Set<String> ids = new HashSet<>();
        @Nullable LocalDate previousEnd = null;
        for (int i = 0; i < command.periods().size(); i++) {
            var period = command.periods().get(i);
            var at = "/periods/" + i;
            if (!ids.add(period.id())) {
                faults.add("named-twice", "An id is used twice", at + "/id", "Give each period an id of its own.");
            }
            if (period.startsOn().isBefore(command.startsOn())) {
                faults.add(
                        "period-outside-cycle",
                        "A period lies outside the cycle",
                        at + "/startsOn",
                        "Give a day on or after the cycle's start, %s.".formatted(command.startsOn()));
            }
            if (period.endsOn().isAfter(command.endsOn())) {
                faults.add(
                        "period-outside-cycle",
                        "A period lies outside the cycle",
                        at + "/endsOn",
                        "Give a day on or before the cycle's end, %s.".formatted(command.endsOn()));
            }
            if (previousEnd != null && !period.startsOn().isAfter(previousEnd)) {
                faults.add(
                        "periods-overlap",
                        "Periods overlap",
                        at + "/startsOn",
                        "Give a day after the end of the period before, %s.".formatted(previousEnd));
            }
            if (period.endsOn().isBefore(period.startsOn())) {
                faults.add(
                        "dates-out-of-order",
                        "The dates are out of order",
                        at + "/endsOn",
                        "Give a day on or after the period's start.");
            }
            if (period.dueOn().isBefore(period.endsOn())) {
                faults.add(
                        "dates-out-of-order",
                        "The dates are out of order",
                        at + "/dueOn",
                        "Give a day on or after the period's end.");
            }
            previousEnd = period.endsOn();
        }
    }
}
