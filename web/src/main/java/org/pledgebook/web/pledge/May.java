package org.pledgebook.web.pledge;

import java.util.List;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.QuestionView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.web.Reader;

/**
 * What a reader is offered to say of a pledge. It saves them forms that lead nowhere; the book decides.
 *
 * @param answer the questions that are open
 */
record May(
        boolean amend,
        boolean extend,
        boolean fulfil,
        boolean withdraw,
        boolean continues,
        boolean support,
        List<QuestionView> answer) {

    /** Nothing, as for somebody who looks at the past. */
    static final May NOTHING = new May(false, false, false, false, false, false, List.of());

    static May of(PledgeView pledge, BoardView board, CycleView cycle, Reader reader) {
        var live = cycle.closedAt() == null && pledge.standing() == Standing.LIVE;
        var later = board.cycles().stream()
                .anyMatch(one -> one.closedAt() == null && one.startsOn().isAfter(cycle.startsOn()));
        return new May(
                live && reader.maySend(AmendPledge.class, pledge.board(), pledge.partner()),
                live
                        && !pledge.teams().isEmpty()
                        && reader.maySend(ExtendPledge.class, pledge.board(), pledge.partner()),
                live && reader.maySend(FulfilPledge.class, pledge.board(), pledge.partner()),
                live && reader.maySend(WithdrawPledge.class, pledge.board(), pledge.partner()),
                later
                        && pledge.standing() != Standing.WITHDRAWN
                        && pledge.continuedAs() == null
                        && reader.maySend(ContinuePledge.class, pledge.board(), pledge.partner()),
                reader.maySend(PostSupport.class, pledge.board(), pledge.partner()),
                reader.maySend(AnswerQuestion.class, pledge.board(), pledge.partner())
                        ? pledge.questions().stream()
                                .filter(question -> question.answer() == null)
                                .toList()
                        : List.of());
    }

    /** Whether there is nothing to offer. */
    public boolean none() {
        return equals(NOTHING);
    }
}
