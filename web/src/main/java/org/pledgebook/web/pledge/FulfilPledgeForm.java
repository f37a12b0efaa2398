package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.FulfilPledge;

record FulfilPledgeForm(
        @Schema(description = "What has come of it.") String outcome,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    FulfilPledge command(String partner, String cycle, int number) {
        return new FulfilPledge(partner, cycle, number, outcome, saidOn);
    }
}
