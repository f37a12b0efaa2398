package org.pledgebook.shared.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has assessed itself.
 *
 * @param score made by the framework's method when it was submitted
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "assessment-submitted", revision = 2)
public record AssessmentSubmitted(
        String board,
        String partner,
        String cycle,
        Submission submission,
        Score score,
        @Nullable LocalDate saidOn) implements AssessmentEvent {}
