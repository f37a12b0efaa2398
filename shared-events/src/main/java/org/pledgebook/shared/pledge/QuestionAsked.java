package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A board member has asked something about a pledge.
 *
 * @param question its number among the pledge's questions, from 1
 * @param saidOn when it was asked, where that is not the day it was entered
 */
@Stored(name = "question-asked")
public record QuestionAsked(
        String board,
        String partner,
        String cycle,
        int number,
        int question,
        String text,
        @Nullable LocalDate saidOn) implements PledgeEvent {}
