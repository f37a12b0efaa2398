package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Changes what a pledge says. Every earlier version stays readable.
 *
 * @param amendment changes something
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record AmendPledge(
        String partner,
        String cycle,
        int number,
        @NotNull @Valid Amendment amendment,
        @NotNull @Text String reason,
        @Nullable @Day LocalDate saidOn)
        implements PledgeCommand {}
