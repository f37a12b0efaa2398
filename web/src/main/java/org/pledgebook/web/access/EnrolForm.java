package org.pledgebook.web.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.access.People.Newcomer;

record EnrolForm(
        @Schema(description = "1 to 100 visible characters; capitals make no difference.", example = "anna")
        @NotNull @Pattern(regexp = SignInName.PATTERN, message = SignInName.MESSAGE) String signIn,

        @Schema(example = "Anna Example") @NotNull @Text(max = Text.SHORT)
        String name,

        @Schema(example = "anna@example.org")
        @NotNull @Size(min = 1, max = 254, message = "Use 1 to 254 characters.") @Email(message = "Give an e-mail address, such as anna@example.org.") String email,

        @NotNull Role role,

        @Schema(description = "Limits the role to one board; a partner's editor has the partner's.") @Nullable @Slug
        String board,

        @Schema(description = "Whose statements a PARTNER makes; for the other roles left out.") @Nullable @Slug
        String partner,

        @Schema(description = "8 to 128 characters.", format = "password")
        @NotNull @Pattern(regexp = Passwords.PATTERN, message = Passwords.MESSAGE) String password) {

    Newcomer newcomer() {
        return new Newcomer(signIn, name, email, password, role, board, partner);
    }

    /** Leaves out what no log should hold. */
    @Override
    public String toString() {
        return newcomer().toString();
    }
}
