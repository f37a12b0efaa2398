package org.pledgebook.shared.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Gives an organisation its seat on a board.
 *
 * @param partner the id it will have for ever, one over all boards
 * @param teams ids of its teams; none for a small organisation
 */
public record AddPartner(
        String board,
        @NotNull @Slug String partner,
        @NotNull @Text(max = Text.SHORT) String name,
        @NotNull Kind kind,

        @NotNull @Size(max = 200, message = "Give at most 200.") List<@NotNull @Slug String> teams)
        implements PartnerCommand {}
