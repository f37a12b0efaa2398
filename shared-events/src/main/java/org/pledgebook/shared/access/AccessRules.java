package org.pledgebook.shared.access;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;

/** Who may send which command: one line each, and a command without a line is refused. */
public final class AccessRules {

    /** Every command's rule. */
    private static final Map<Class<? extends Command>, Rule> RULES = Map.ofEntries(
            entry(EstablishBoard.class, Rule.ADMINISTRATOR_OF_ALL_BOARDS),
            entry(IntroduceSigningKey.class, Rule.ADMINISTRATOR_OF_ALL_BOARDS),
            entry(OpenCycle.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(CloseCycle.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(SetSmallNumbersPolicy.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(AddPartner.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(AddTeam.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(RenamePartner.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(MergePartner.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(LeaveBoard.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(PublishFramework.class, Rule.ANY_ADMINISTRATOR),
            entry(PublishReference.class, Rule.ANY_ADMINISTRATOR),
            entry(ReleaseTable.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(GiveAccess.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(EndAccess.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(ResetPassword.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(ForgetPerson.class, Rule.ADMINISTRATOR_OF_THE_BOARD),
            entry(ImportStatements.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(SubmitAssessment.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(MakePledge.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(RecordProgress.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(CorrectProgress.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(PostSupport.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(AnswerSupport.class, Rule.EDITOR_OF_THE_ANSWERING_PARTNER),
            entry(AmendPledge.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(ExtendPledge.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(WithdrawPledge.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(FulfilPledge.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(ContinuePledge.class, Rule.EDITOR_OF_THE_PARTNER),
            entry(AskQuestion.class, Rule.MEMBER_OF_THE_BOARD),
            entry(AnswerQuestion.class, Rule.EDITOR_OF_THE_PARTNER));

    private AccessRules() {}

    /** The rule for a command; null where nothing is said, which refuses it. */
    public static @Nullable Rule of(Class<? extends Command> command) {
        return RULES.get(command);
    }

    /** What somebody must be to send a command. */
    public enum Rule {
        /** An administrator of all boards. */
        ADMINISTRATOR_OF_ALL_BOARDS("Only an administrator of all boards can do this."),
        /** An administrator of the board it is about, or of all. */
        ADMINISTRATOR_OF_THE_BOARD("Only an administrator of the board can do this."),
        /** An administrator of any board. */
        ANY_ADMINISTRATOR("Only an administrator can do this."),
        /** One of the partner's editors, or an administrator of its board, who is shown as the one who did. */
        EDITOR_OF_THE_PARTNER("Only the partner's editors, or an administrator of its board, can do this."),
        /**
         * One of the editors of the partner that answers, or an administrator of the board. Where it is not known yet
         * which partner that is, an editor of any partner of the board.
         */
        EDITOR_OF_THE_ANSWERING_PARTNER(
                "Only editors of the partner that answers, or an administrator of the board, can do this."),
        /** A member of the board it is about, or of all boards. */
        MEMBER_OF_THE_BOARD("Only a member of the board can do this.");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        /** Who can do it, as a sentence. */
        public String words() {
            return words;
        }

        /**
         * Whether somebody with these grants may.
         *
         * @param board the board it is about; null where it is about all boards
         * @param partner the partner it is about, if it is about one
         */
        public boolean allows(Grants grants, @Nullable String board, @Nullable String partner) {
            return switch (this) {
                case ADMINISTRATOR_OF_ALL_BOARDS -> grants.has(Role.ADMINISTRATOR, null);
                case ADMINISTRATOR_OF_THE_BOARD -> grants.has(Role.ADMINISTRATOR, board);
                case ANY_ADMINISTRATOR -> grants.hasAnywhere(Role.ADMINISTRATOR);
                case EDITOR_OF_THE_PARTNER ->
                    (partner != null && grants.edits(partner)) || grants.has(Role.ADMINISTRATOR, board);
                case EDITOR_OF_THE_ANSWERING_PARTNER ->
                    (partner == null ? grants.editsOn(board) : grants.edits(partner))
                            || grants.has(Role.ADMINISTRATOR, board);
                case MEMBER_OF_THE_BOARD -> grants.has(Role.BOARD_MEMBER, board);
            };
        }
    }
}
