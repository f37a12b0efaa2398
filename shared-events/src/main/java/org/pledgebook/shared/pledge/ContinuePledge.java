package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Carries a pledge into a later cycle of the same board, where it takes a place of its own. It is for the later cycle's
 * pledges to decide, since theirs is the place; the earlier pledge stays as it is.
 *
 * @param cycle the later cycle
 * @param from the cycle of the pledge that is carried on
 * @param number that pledge's number there
 * @param version which of that pledge's versions goes on, from 1; null for what it says now
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record ContinuePledge(
        String partner,
        @NotNull @Slug String cycle,
        String from,
        int number,

        @Nullable @Min(value = 1, message = "Give a whole number from 1, or none.") Integer version,

        @NotNull @Text String reason,
        @Nullable @Day LocalDate saidOn)
        implements PledgeCommand {}
