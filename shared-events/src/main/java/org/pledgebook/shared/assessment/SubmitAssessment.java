package org.pledgebook.shared.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Submits a partner's self-assessment, or resubmits it.
 *
 * @param reason needed when there is one for this cycle already
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record SubmitAssessment(
        String partner,
        String cycle,
        @NotNull @Valid Submission submission,
        @Nullable @Text String reason,
        @Nullable @Day LocalDate saidOn)
        implements AssessmentCommand {}
