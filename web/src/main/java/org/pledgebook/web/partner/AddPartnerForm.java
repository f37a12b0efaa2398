package org.pledgebook.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.Kind;

record AddPartnerForm(
        @Schema(example = "healthwatch-islington") String id,
        @Schema(example = "Healthwatch Islington") String name,
        Kind kind,

        @Schema(description = "Ids of its teams; none for a small organisation.", example = "[\"outreach\"]") @Nullable List<String> teams) {

    AddPartner command(String board) {
        return new AddPartner(board, id, name, kind, Objects.requireNonNullElse(teams, List.of()));
    }
}
