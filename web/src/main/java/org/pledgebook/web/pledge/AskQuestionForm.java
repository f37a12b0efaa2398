package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.AskQuestion;

record AskQuestionForm(
        @Schema(description = "What the board asks.") String text,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    AskQuestion command(String partner, String cycle, int number) {
        return new AskQuestion(partner, cycle, number, text, saidOn);
    }
}
