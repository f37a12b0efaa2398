package org.pledgebook.web.access;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Role;

record GiveAccessForm(
        Role role,

        @Schema(description = "Limits the role to one board; a partner's editor has the partner's.") @Nullable String board,

        @Schema(description = "Whose statements a PARTNER makes; for the other roles left out.") @Nullable String partner) {

    GiveAccess command(String person) {
        return new GiveAccess(person, role, board, partner);
    }
}
