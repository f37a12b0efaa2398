package org.pledgebook.shared.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has assessed itself again for the same cycle. The earlier assessment stays readable.
 *
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "assessment-resubmitted", revision = 2)
public record AssessmentResubmitted(
        String board,
        String partner,
        String cycle,
        Submission submission,
        Score score,
        String reason,
        @Nullable LocalDate saidOn)
        implements AssessmentEvent {}
