package org.pledgebook.web.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

record SetPasswordForm(
        @Schema(description = "The password you have now; only with your own.", format = "password") @Nullable String current,

        @Schema(description = "The new one, 8 to 128 characters.", format = "password")
        @NotNull @Pattern(regexp = Passwords.PATTERN, message = Passwords.MESSAGE) String password) {

    /** Leaves out what no log should hold. */
    @Override
    public String toString() {
        return "SetPasswordForm[]";
    }
}
