package org.pledgebook.shared.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pledgebook.shared.StreamId;

/**
 * Records many statements of one partner in one cycle, in their order: all of them or none. Each is decided as if it
 * had been sent by itself. One that is in the book already, whoever recorded it, is left as it is.
 *
 * @param preview whether it is only to be said what would come of it
 */
public record ImportStatements(
        String partner,
        String cycle,
        boolean preview,

        @NotNull @Size(min = 1, max = ImportStatements.MOST, message = "Give 1 to 2,000 statements.") List<@NotNull @Valid Statement> statements)
        implements ExchangeCommand {

    /** The most statements that are taken at once. */
    public static final int MOST = 2_000;

    /** That of the pledges, where most of them go. */
    @Override
    public String stream() {
        return StreamId.pledges(partner, cycle);
    }
}
