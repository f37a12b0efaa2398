package org.pledgebook.command.pledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
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

/**
 * What rules need to know of one pledge: the fold of its own events.
 *
 * @param id its public id; empty while it is not made
 * @param version how many events it has
 * @param versions everything it has said of itself, the present last; none while it is not made
 * @param continues the public id of the pledge it carries on, if it carries one on
 * @param reported the periods, or in a cycle without periods the days, that have a report
 * @param read the measures that were ever read, and in which unit
 * @param withdrawalSaidOn the day its withdrawal was said, where a day was given
 * @param fulfilledOn null while it is not fulfilled
 * @param questions how many were asked
 * @param answered which of them are answered
 */
record Pledge(
        String id,
        long version,
        List<Commitment> versions,
        @Nullable String continues,
        Set<String> reported,
        Map<String, Optional<String>> read,
        boolean withdrawn,
        @Nullable LocalDate withdrawalSaidOn,
        @Nullable LocalDate fulfilledOn,
        int questions,
        Set<Integer> answered) {

    /** A pledge that is not made. */
    static final Pledge NONE = new Pledge("", 0, List.of(), null, Set.of(), Map.of(), false, null, null, 0, Set.of());

    /** Reads a partner's pledges of a cycle, by number. */
    static Map<Integer, Pledge> of(String partner, String cycle, Streams streams) {
        return streams.fold(
                StreamId.pledges(partner, cycle), Map.of(), (pledges, event) -> after(pledges, (PledgeEvent) event));
    }

    private static Map<Integer, Pledge> after(Map<Integer, Pledge> pledges, PledgeEvent event) {
        var more = new TreeMap<>(pledges);
        more.put(event.number(), pledges.getOrDefault(event.number(), NONE).after(event));
        return more;
    }

    Pledge after(PledgeEvent event) {
        if (event instanceof PledgeMade made) {
            return begun(made, null, made.commitment());
        }
        if (event instanceof PledgeContinued continued) {
            return begun(continued, continued.continues(), continued.commitment());
        }
        if (event instanceof PledgeAmended amended) {
            return saying(amended.commitment());
        }
        if (event instanceof PledgeExtended extended) {
            return saying(says().in(extended.teams()));
        }
        if (event instanceof ProgressRecorded recorded) {
            return reported(recorded.period(), recorded.report().readings());
        }
        if (event instanceof ProgressCorrected corrected) {
            return reported(corrected.period(), corrected.report().readings());
        }
        if (event instanceof PledgeWithdrawn withdrawal) {
            return standing(true, withdrawal.saidOn(), fulfilledOn);
        }
        if (event instanceof PledgeFulfilled fulfilled) {
            return standing(withdrawn, withdrawalSaidOn, fulfilled.fulfilledOn());
        }
        if (event instanceof QuestionAsked asked) {
            return questioned(asked.question(), answered);
        }
        if (event instanceof QuestionAnswered answer) {
            var more = new HashSet<>(answered);
            more.add(answer.question());
            return questioned(questions, Set.copyOf(more));
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }

    /** What a pledge that is made says now. */
    Commitment says() {
        return versions.get(versions.size() - 1);
    }

    /** Whether it has not been withdrawn, or not by that day as far as is known. */
    boolean stoodOn(@Nullable LocalDate day) {
        return !withdrawn || day != null && withdrawalSaidOn != null && !day.isAfter(withdrawalSaidOn);
    }

    /** Ids of its measures. */
    List<String> measures() {
        return says().measures().stream().map(Measure::id).toList();
    }

    private static Pledge begun(PledgeEvent event, @Nullable String continues, Commitment said) {
        return new Pledge(
                event.pledge(), 1, List.of(said), continues, Set.of(), Map.of(), false, null, null, 0, Set.of());
    }

    private Pledge saying(Commitment said) {
        var units = new HashMap<>(read);
        // What was read without a unit counts in the first one that it is given.
        said.measures()
                .forEach(measure -> units.computeIfPresent(
                        measure.id(), (id, unit) -> unit.or(() -> Optional.ofNullable(measure.unit()))));
        return new Pledge(
                id,
                version + 1,
                Stream.concat(versions.stream(), Stream.of(said)).toList(),
                continues,
                reported,
                Map.copyOf(units),
                withdrawn,
                withdrawalSaidOn,
                fulfilledOn,
                questions,
                answered);
    }

    private Pledge reported(String period, List<Reading> readings) {
        var periods = new HashSet<>(reported);
        periods.add(period);
        var units = new HashMap<>(read);
        readings.forEach(reading -> units.putIfAbsent(reading.measure(), unit(reading.measure())));
        return new Pledge(
                id,
                version + 1,
                versions,
                continues,
                Set.copyOf(periods),
                Map.copyOf(units),
                withdrawn,
                withdrawalSaidOn,
                fulfilledOn,
                questions,
                answered);
    }

    private Optional<String> unit(String id) {
        return says().measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .map(Measure::unit);
    }

    private Pledge standing(boolean withdrawn, @Nullable LocalDate withdrawalSaidOn, @Nullable LocalDate fulfilledOn) {
        return new Pledge(
                id,
                version + 1,
                versions,
                continues,
                reported,
                read,
                withdrawn,
                withdrawalSaidOn,
                fulfilledOn,
                questions,
                answered);
    }

    private Pledge questioned(int questions, Set<Integer> answered) {
        return new Pledge(
                id,
                version + 1,
                versions,
                continues,
                reported,
                read,
                withdrawn,
                withdrawalSaidOn,
                fulfilledOn,
                questions,
                answered);
    }
}
