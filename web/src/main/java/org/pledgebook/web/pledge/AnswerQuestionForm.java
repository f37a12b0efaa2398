package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.AnswerQuestion;

record AnswerQuestionForm(
        @Schema(description = "What the partner answers.") String text,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    AnswerQuestion command(String partner, String cycle, int number, int question) {
        return new AnswerQuestion(partner, cycle, number, question, text, saidOn);
    }
}
