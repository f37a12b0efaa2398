package org.pledgebook.shared;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.pledgebook.shared.assessment.SubmissionGainsTables;

/** Every {@link UpcasterStep} there is. */
public final class Upcasters {

    /** The steps of one event stand in the order of their revisions. */
    private static final List<UpcasterStep> STEPS = List.of(
            new SubmissionGainsTables("assessment-submitted"), new SubmissionGainsTables("assessment-resubmitted"));

    private Upcasters() {}

    /** What every event store reads through, so that each event comes in the revision that {@link Stored} says. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(STEPS);
    }
}
