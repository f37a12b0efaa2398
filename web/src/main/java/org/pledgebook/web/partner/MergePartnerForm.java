package org.pledgebook.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.pledgebook.shared.partner.MergePartner;

record MergePartnerForm(
        @Schema(description = "The id of the partner that goes on.", example = "example-trust")
        String into,

        String reason) {

    MergePartner command(String partner) {
        return new MergePartner(partner, into, reason);
    }
}
