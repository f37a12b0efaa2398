package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Withdraws a pledge: it keeps its number and stays readable, its place is free for another, and nothing more can be
 * said of it but answers to questions.
 *
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record WithdrawPledge(
        String partner,
        String cycle,
        int number,
        @NotNull @Text String reason,
        @Nullable @Day LocalDate saidOn) implements PledgeCommand {}
