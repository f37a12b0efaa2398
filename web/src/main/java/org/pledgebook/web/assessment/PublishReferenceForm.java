package org.pledgebook.web.assessment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.UsageTable;

record PublishReferenceForm(
        @Schema(example = "islington-census-2021-ts021") String id,

        @Schema(description = "1 to 10,000.", example = "1") int version,

        @Schema(example = "Islington, usual residents by ethnic group")
        String title,

        @Schema(
                description = "Who counted, and in which table.",
                example = "Office for National Statistics, Census 2021, TS021")
        String source,

        @Schema(description = "The day it speaks for.", example = "2021-03-21")
        LocalDate countedOn,

        @Schema(description = "What the groups divide people by.", example = "race") @Nullable String characteristic,

        List<UsageTable.Group> groups,

        @Schema(
                description = "Everybody in this count, as it was published; it need not be the sum of the groups.",
                example = "216550")
        int total) {

    PublishReference command() {
        return new PublishReference(
                new ReferencePopulation(id, version, title, source, countedOn, characteristic, groups, total));
    }
}
