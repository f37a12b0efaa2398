package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.AMEND_PLEDGE;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CORRECT_PROGRESS;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.MAKE_PLEDGE;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.RECORD_PROGRESS;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.pledgeMade;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.WithdrawPledge;

class WithdrawPledgeTest {

    private static final WithdrawPledge WITHDRAW = new WithdrawPledge(PARTNER, CYCLE, 1, "No seat falls free", null);

    private final Book book =
            Book.of(PledgeSet.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, pledgeMade(1));

    @Test
    void givenPledge_whenItIsWithdrawn_thenItCountsAsOneOfItsEvents() {
        book.given(firstQuarterReported());
        book.when(WITHDRAW).then(withdrawn(1)).answers("healthwatch/2023/1", 3);
    }

    @Test
    void givenThreePledges_whenOneIsWithdrawn_thenItsPlaceIsFreeAndTheNextHasANumberOfItsOwn() {
        book.given(pledgeMade(2), pledgeMade(3), withdrawn(1));
        book.when(MAKE_PLEDGE).then(pledgeMade(4)).answers("healthwatch/2023/4", 1);
        book.given(pledgeMade(4));
        book.when(MAKE_PLEDGE).refused("pledges-full", 409);
        book.when(with(RECORD_PROGRESS, "number", 4)).answers("healthwatch/2023/4", 2);
    }

    @Test
    void givenAllWithdrawn_whenPledgesAreMade_thenThereIsRoomForAsManyAsBefore() {
        book.given(pledgeMade(2), withdrawn(1), withdrawn(2), pledgeMade(3), pledgeMade(4), pledgeMade(5));
        var refusal = book.when(MAKE_PLEDGE).refused("pledges-full", 409);
        assertThat(refusal.detail()).contains("made 3 of 3 pledges").contains("Amend or withdraw");
    }

    @Test
    void givenWithdrawnPledge_whenMoreIsSaidOfIt_thenNothingIsTakenButQuestionsAndAnswers() {
        book.given(firstQuarterReported(), withdrawn(1));
        book.when(WITHDRAW).refused("pledge-withdrawn", 409);
        book.when(with(RECORD_PROGRESS, "period", "2023-Q2")).refused("pledge-withdrawn", 409);
        book.when(CORRECT_PROGRESS).refused("pledge-withdrawn", 409);
        book.when(AMEND_PLEDGE).refused("pledge-withdrawn", 409);
        book.when(new ExtendPledge(PARTNER, CYCLE, 1, List.of(), "It works", null))
                .refused("pledge-withdrawn", 409);
        book.when(new FulfilPledge(PARTNER, CYCLE, 1, "Done", null)).refused("pledge-withdrawn", 409);
        book.when(new AskQuestion(PARTNER, CYCLE, 1, "Why?", null)).answers("healthwatch/2023/1/questions/1", 1);
        book.given(new QuestionAsked(BOARD, PARTNER, CYCLE, 1, 1, "Why?", null));
        book.when(new AnswerQuestion(PARTNER, CYCLE, 1, 1, "No seat.", null))
                .then(new QuestionAnswered(BOARD, PARTNER, CYCLE, 1, 1, "No seat.", null));
    }

    @Test
    void givenFulfilledPledge_whenItIsWithdrawn_thenItIsTooLate() {
        book.given(new PledgeFulfilled(BOARD, PARTNER, CYCLE, 1, "Two trustees", day("2023-04-12"), null));
        book.when(WITHDRAW).refused("pledge-fulfilled", 409);
    }

    @Test
    void givenClosedCycle_whenPledgeIsWithdrawn_thenItTakesNoMoreStatements() {
        book.given(CYCLE_CLOSED).when(WITHDRAW).refused("cycle-closed", 409);
    }

    @Test
    void givenDay_whenWithdrawalWasSaidThen_thenThatIsKeptButNotTheFuture() {
        book.when(with(WITHDRAW, "saidOn", day("2023-04-01"))).then(with(withdrawn(1), "saidOn", day("2023-04-01")));
        book.when(with(WITHDRAW, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void givenNoSuchPledge_whenItIsWithdrawn_thenItIsUnknown(int number) {
        book.when(with(WITHDRAW, "number", number)).refused("not-found", 404);
    }

    private static PledgeWithdrawn withdrawn(int number) {
        return new PledgeWithdrawn(BOARD, PARTNER, CYCLE, number, "No seat falls free", null);
    }
}
