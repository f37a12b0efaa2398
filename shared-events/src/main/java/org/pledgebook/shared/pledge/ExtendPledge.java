package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Extends a pilot to more teams.
 *
 * @param teams ids of all teams it then covers, those it pilots in among them; empty for the whole organisation
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record ExtendPledge(
        String partner,
        String cycle,
        int number,

        @NotNull @Size(max = 200, message = "Give at most 200.") List<@NotNull @Slug String> teams,

        @NotNull @Text String reason,
        @Nullable @Day LocalDate saidOn)
        implements PledgeCommand {}
