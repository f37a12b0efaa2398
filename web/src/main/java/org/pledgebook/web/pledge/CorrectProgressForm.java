package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;

record CorrectProgressForm(
        Status status,
        @Schema(description = "How it is going.") String narrative,

        @Schema(description = "Where the pledge's measures stand, by the measure's id.", example = "{\"seats\": 3}")
        @Nullable Map<String, @Nullable BigDecimal> readings,

        @Schema(description = "What shows it.") @Nullable List<EvidenceLink> evidence,
        @Nullable String nextSteps,

        @Schema(description = "Why the earlier report is replaced.")
        String reason,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    CorrectProgress command(String partner, String cycle, int number, String period) {
        return new CorrectProgress(
                partner,
                cycle,
                number,
                period,
                Readings.report(status, narrative, readings, evidence, nextSteps),
                reason,
                saidOn);
    }
}
