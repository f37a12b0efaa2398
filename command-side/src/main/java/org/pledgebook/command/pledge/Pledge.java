package org.pledgebook.command.pledge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;

/**
 * What rules need to know of one pledge: the fold of its own events.
 *
 * @param version how many events it has
 * @param measures ids of its measures
 * @param reported the periods, or in a cycle without periods the days, that have a report
 */
record Pledge(long version, List<String> measures, Set<String> reported) {

    /** A pledge that is not made. */
    static final Pledge NONE = new Pledge(0, List.of(), Set.of());

    Pledge after(PledgeEvent event) {
        if (event instanceof PledgeMade made) {
            return new Pledge(
                    version + 1,
                    made.commitment().measures().stream().map(Measure::id).toList(),
                    reported);
        }
        if (event instanceof ProgressRecorded recorded) {
            return new Pledge(
                    version + 1,
                    measures,
                    Stream.concat(reported.stream(), Stream.of(recorded.period()))
                            .collect(Collectors.toUnmodifiableSet()));
        }
        if (event instanceof ProgressCorrected) {
            return new Pledge(version + 1, measures, reported);
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }
}
