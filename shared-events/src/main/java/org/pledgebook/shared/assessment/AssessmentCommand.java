package org.pledgebook.shared.assessment;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of a partner's self-assessment. */
public sealed interface AssessmentCommand extends Command permits SubmitAssessment {

    /** The partner whose statement it is. */
    String partner();

    @Override
    default String statementOf() {
        return partner();
    }

    /** The cycle it is for. */
    String cycle();

    @Override
    default String stream() {
        return StreamId.assessment(partner(), cycle());
    }
}
