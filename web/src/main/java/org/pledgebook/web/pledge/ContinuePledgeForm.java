package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.ContinuePledge;

record ContinuePledgeForm(
        @Schema(description = "The later cycle.", example = "2024")
        String cycle,

        @Schema(description = "Why it goes on.") String reason,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    ContinuePledge command(String partner, String from, int number) {
        return new ContinuePledge(partner, cycle, from, number, null, reason, saidOn);
    }
}
