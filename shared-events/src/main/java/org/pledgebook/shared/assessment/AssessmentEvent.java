package org.pledgebook.shared.assessment;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of a partner's self-assessment in a cycle. */
public sealed interface AssessmentEvent extends Event permits AssessmentSubmitted, AssessmentResubmitted {

    /** The board the partner sits on. */
    String board();

    /** The partner that assesses itself. */
    String partner();

    /** The cycle it does so for. */
    String cycle();

    /** What it says. */
    Submission submission();

    /** What its marks come to. */
    Score score();

    @Override
    default String stream() {
        return StreamId.assessment(partner(), cycle());
    }
}
