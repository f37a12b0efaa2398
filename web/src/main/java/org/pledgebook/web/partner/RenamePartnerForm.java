package org.pledgebook.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.pledgebook.shared.partner.RenamePartner;

record RenamePartnerForm(
        @Schema(example = "Healthwatch Islington") String name,

        @Schema(example = "The organisation has a new name.")
        String reason) {

    RenamePartner command(String partner) {
        return new RenamePartner(partner, name, reason);
    }
}
