package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;

/**
 * Answers a question on a pledge, once; also when the pledge is withdrawn or fulfilled or its cycle is closed.
 *
 * @param question its number among the pledge's questions, from 1
 * @param saidOn when it was answered, where that is not today; not in the future
 */
public record AnswerQuestion(
        String partner,
        String cycle,
        int number,
        int question,
        @NotNull @Text String text,
        @Nullable @Day LocalDate saidOn)
        implements PledgeCommand {}
