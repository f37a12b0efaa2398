package org.pledgebook.shared.partner;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Text;

/** Gives a partner another name. Its id stays, and so does all it said under the name before. */
public record RenamePartner(
        String partner,
        @NotNull @Text(max = Text.SHORT) String name,
        @NotNull @Text String reason) implements PartnerCommand {}
