package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Says that a pledge has been kept. After that it is not changed, extended or withdrawn; reports for periods that had
 * begun by then, corrections, answers and a continuation may still come.
 *
 * @param outcome what has come of it
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record FulfilPledge(
        String partner,
        String cycle,
        int number,
        @NotNull @Text String outcome,
        @Nullable @Day LocalDate saidOn) implements PledgeCommand {}
