package org.pledgebook.web.support;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.shared.support.SupportKind;

record PostSupportForm(
        SupportKind kind,

        @Schema(description = "What is offered or asked for.", example = "Who knows a signing interpreter?")
        String text,

        @Schema(
                description = "The pledge it is about, any partner's of the board; without one, support in general.",
                example = "healthwatch-islington/2023/2")
        @Nullable String pledge,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    PostSupport command(String partner) {
        return new PostSupport(partner, kind, text, pledge, saidOn);
    }
}
