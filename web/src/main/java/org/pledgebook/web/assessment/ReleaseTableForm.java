package org.pledgebook.web.assessment;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.ReleaseTable;

record ReleaseTableForm(
        @Schema(
                description = "The group that is masked along with small ones, so that no total gives them away; the"
                        + " largest by default.",
                example = "white")
        @Nullable String with) {

    ReleaseTable command(String partner, String cycle, String table) {
        return new ReleaseTable(partner, cycle, table, with);
    }
}
