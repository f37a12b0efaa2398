package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;

record RecordProgressForm(
        @Schema(
                description = "A period of the cycle that has begun; null in a cycle without periods, where the report"
                        + " speaks for saidOn or else today.",
                example = "2023-Q1")
        @Nullable String period,

        Status status,
        @Schema(description = "How it is going.") String narrative,

        @Schema(description = "Where the pledge's measures stand, by the measure's id.", example = "{\"seats\": 3}")
        @Nullable Map<String, @Nullable BigDecimal> readings,

        @Schema(description = "What shows it.") @Nullable List<EvidenceLink> evidence,
        @Nullable String nextSteps,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    RecordProgress command(String partner, String cycle, int number) {
        return new RecordProgress(
                partner,
                cycle,
                number,
                period,
                Readings.report(status, narrative, readings, evidence, nextSteps),
                saidOn);
    }
}
