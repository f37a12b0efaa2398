package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.ExtendPledge;

record ExtendPledgeForm(
        @Schema(
                description =
                        "Ids of all teams it then covers, those it pilots in among them; empty for the whole organisation.",
                example = "[]")
        List<String> teams,

        @Schema(description = "Why it is extended.") String reason,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    ExtendPledge command(String partner, String cycle, int number) {
        return new ExtendPledge(partner, cycle, number, teams, reason, saidOn);
    }
}
