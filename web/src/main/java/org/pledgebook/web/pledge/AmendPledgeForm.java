package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;

@Schema(description = "What is left out stays as it is; a list and the basis are each replaced whole.")
record AmendPledgeForm(
        @Nullable String title,
        @Nullable String inequality,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String howWeWillKnow,
        @Nullable List<String> characteristics,
        Commitment.@Nullable Origin origin,

        @Schema(description = "Ids of the teams it pilots in; empty for the whole organisation.") @Nullable List<String> teams,

        Commitment.@Nullable Basis basis,
        @Nullable String lead,

        @Schema(description = "All that is counted from now on; a measure is known by its id.") @Nullable List<Measure> measures,

        @Schema(description = "The framework items it answers.") @Nullable List<AnsweredItem> items,

        @Schema(description = "Why it is changed.") String reason,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    AmendPledge command(String partner, String cycle, int number) {
        var amendment = new Amendment(
                title,
                inequality,
                action,
                outcome,
                howWeWillKnow,
                characteristics,
                origin,
                teams,
                basis,
                lead,
                measures,
                items);
        return new AmendPledge(partner, cycle, number, amendment, reason, saidOn);
    }
}
