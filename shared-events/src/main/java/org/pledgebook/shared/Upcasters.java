package org.pledgebook.shared;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.pledgebook.shared.assessment.AssessmentGainsFigures;
import org.pledgebook.shared.framework.ItemsMayBeWorkedOut;
import org.pledgebook.shared.pledge.CommitmentGainsItems;

/** Every {@link UpcasterStep} there is. */
public final class Upcasters {

    /** The steps of one event stand in the order of their revisions. */
    private static final List<UpcasterStep> STEPS = List.of(
            new AssessmentGainsFigures("assessment-submitted"),
            new AssessmentGainsFigures("assessment-resubmitted"),
            new ItemsMayBeWorkedOut(),
            new CommitmentGainsItems());

    private Upcasters() {}

    /** What every event store reads through, so that each event comes in the revision that {@link Stored} says. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(STEPS);
    }
}
