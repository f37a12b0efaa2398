package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;

/**
 * Makes one of a partner's pledges for a cycle. The book gives it the next number.
 *
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record MakePledge(
        String partner,
        String cycle,
        @NotNull @Valid Commitment commitment,
        @Nullable @Day LocalDate saidOn) implements PledgeCommand {}
