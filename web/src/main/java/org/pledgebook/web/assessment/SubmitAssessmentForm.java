package org.pledgebook.web.assessment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.SubmitAssessment;

record SubmitAssessmentForm(
        @Schema(description = "The framework's id.", example = "eds-2022")
        String framework,

        @Schema(description = "The framework's version.", example = "1")
        int version,

        @Schema(
                description = "One per item that is answered; each with exactly one of rating, choices, value, text and"
                        + " notApplicable.")
        List<Answer> answers,

        @Schema(
                description = "What the partner's own figures say of who is and is not using the service: text, or an"
                        + " object of text and tables.",
                oneOf = {String.class, DataForm.class})
        @Nullable DataForm data,

        @Schema(description = "What the people it serves say.") @Nullable String userFeedback,

        @Schema(description = "What its staff say.") @Nullable String staffFeedback,

        @Schema(
                description =
                        "The overall score that the partner itself has published. Where the answers come to another"
                                + " one, both are shown.",
                example = "7.5")
        @Nullable BigDecimal statedTotal,

        @Schema(description = "Why it is submitted again; only then.") @Nullable String reason,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    SubmitAssessment command(String partner, String cycle) {
        return new SubmitAssessment(
                partner,
                cycle,
                new Submission(
                        framework,
                        version,
                        answers,
                        DataForm.text(data),
                        userFeedback,
                        staffFeedback,
                        statedTotal,
                        DataForm.tables(data)),
                reason,
                saidOn);
    }
}
