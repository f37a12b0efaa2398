package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has answered a question on one of its pledges.
 *
 * @param question its number among the pledge's questions, from 1
 * @param saidOn when it was answered, where that is not the day it was entered
 */
@Stored(name = "question-answered")
public record QuestionAnswered(
        String board,
        String partner,
        String cycle,
        int number,
        int question,
        String text,
        @Nullable LocalDate saidOn) implements PledgeEvent {}
