package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.WithdrawPledge;

record WithdrawPledgeForm(
        @Schema(description = "Why it is taken back.") String reason,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    WithdrawPledge command(String partner, String cycle, int number) {
        return new WithdrawPledge(partner, cycle, number, reason, saidOn);
    }
}
