package org.pledgebook.web.support;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.support.AnswerSupport;

record AnswerSupportForm(
        @Schema(description = "The partner that answers, another one of the board.", example = "example-trust")
        String from,

        @Schema(description = "What it answers.") String text,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    AnswerSupport command(String partner, int number) {
        return new AnswerSupport(partner, number, from, text, saidOn);
    }
}
