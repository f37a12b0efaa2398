package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.pledgeMade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;

class QuestionTest {

    private static final AskQuestion ASK = new AskQuestion(PARTNER, CYCLE, 1, "Who was asked?", null);
    private static final AnswerQuestion ANSWER = new AnswerQuestion(PARTNER, CYCLE, 1, 1, "All members.", null);
    private static final QuestionAnswered ANSWERED =
            new QuestionAnswered(BOARD, PARTNER, CYCLE, 1, 1, "All members.", null);

    private final Book book =
            Book.of(PledgeSet.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, pledgeMade(1));

    @Test
    void givenPledge_whenQuestionsAreAsked_thenEachHasTheNextNumberAndAVersionOfItsOwn() {
        book.given(firstQuarterReported());
        book.when(ASK).then(asked(1)).answers("healthwatch/2023/1/questions/1", 1);
        book.given(asked(1), pledgeMade(2));
        book.when(ASK).then(asked(2)).answers("healthwatch/2023/1/questions/2", 1);
        book.when(with(ASK, "number", 2)).answers("healthwatch/2023/2/questions/1", 1);
    }

    @Test
    void givenQuestion_whenItIsAnswered_thenThatIsOnce() {
        book.given(asked(1), asked(2));
        book.when(ANSWER).then(ANSWERED).answers("healthwatch/2023/1/questions/1", 2);
        book.given(ANSWERED);
        book.when(ANSWER).refused("already-answered", 409);
        book.when(with(ANSWER, "question", 2)).answers("healthwatch/2023/1/questions/2", 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 2, Integer.MAX_VALUE})
    void givenNoSuchQuestionOrPledge_whenItIsAskedOrAnswered_thenItIsUnknown(int number) {
        book.given(asked(1));
        book.when(with(ANSWER, "question", number)).refused("not-found", 404);
        book.when(with(ANSWER, "number", number)).refused("not-found", 404);
        book.when(with(ASK, "number", number)).refused("not-found", 404);
    }

    @Test
    void givenClosedCycle_whenTheBoardLooksBack_thenItAsksAndIsAnswered() {
        book.given(CYCLE_CLOSED).when(ASK).then(asked(1));
        book.given(asked(1)).when(ANSWER).then(ANSWERED);
    }

    @Test
    void givenQuestionsAndAnswers_whenTheyWereSaidOnAnotherDay_thenThatIsKeptButNotTheFuture() {
        book.given(asked(1));
        book.when(with(ASK, "saidOn", day("2023-04-01"))).then(with(asked(2), "saidOn", day("2023-04-01")));
        book.when(with(ANSWER, "saidOn", day("2023-04-01"))).then(with(ANSWERED, "saidOn", day("2023-04-01")));
        var refusal = book.when(with(ASK, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        assertThat(refusal.detail()).contains("2023-04-12");
        book.when(with(ANSWER, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
    }

    private static QuestionAsked asked(int question) {
        return new QuestionAsked(BOARD, PARTNER, CYCLE, 1, question, "Who was asked?", null);
    }
}
