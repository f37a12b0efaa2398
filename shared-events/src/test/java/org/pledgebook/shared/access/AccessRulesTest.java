package org.pledgebook.shared.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.pledgebook.shared.access.AccessRulesTest.Who.ADMINISTRATOR_OF_ALL;
import static org.pledgebook.shared.access.AccessRulesTest.Who.ADMINISTRATOR_OF_ANOTHER;
import static org.pledgebook.shared.access.AccessRulesTest.Who.ADMINISTRATOR_OF_THE_BOARD;
import static org.pledgebook.shared.access.AccessRulesTest.Who.EDITOR_OF_THE_PARTNER;
import static org.pledgebook.shared.access.AccessRulesTest.Who.MEMBER_OF_ALL;
import static org.pledgebook.shared.access.AccessRulesTest.Who.MEMBER_OF_THE_BOARD;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Language;
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

/** Everyone against every command, about the board {@code islington} and its partner {@code mind}. */
class AccessRulesTest {

    private static final Set<Who> ALL_BOARDS = EnumSet.of(ADMINISTRATOR_OF_ALL);
    private static final Set<Who> THE_BOARD = EnumSet.of(ADMINISTRATOR_OF_ALL, ADMINISTRATOR_OF_THE_BOARD);
    private static final Set<Who> ANY_BOARD =
            EnumSet.of(ADMINISTRATOR_OF_ALL, ADMINISTRATOR_OF_THE_BOARD, ADMINISTRATOR_OF_ANOTHER);
    private static final Set<Who> THE_PARTNER =
            EnumSet.of(ADMINISTRATOR_OF_ALL, ADMINISTRATOR_OF_THE_BOARD, EDITOR_OF_THE_PARTNER);

    private static final Set<Who> MEMBERS = EnumSet.of(MEMBER_OF_ALL, MEMBER_OF_THE_BOARD);

    /** Who may, and nobody else. */
    private static final Map<Class<? extends Command>, Set<Who>> MAY = Map.ofEntries(
            Map.entry(EstablishBoard.class, ALL_BOARDS),
            Map.entry(IntroduceSigningKey.class, ALL_BOARDS),
            Map.entry(OpenCycle.class, THE_BOARD),
            Map.entry(CloseCycle.class, THE_BOARD),
            Map.entry(SetSmallNumbersPolicy.class, THE_BOARD),
            Map.entry(AddPartner.class, THE_BOARD),
            Map.entry(AddTeam.class, THE_BOARD),
            Map.entry(RenamePartner.class, THE_BOARD),
            Map.entry(MergePartner.class, THE_BOARD),
            Map.entry(LeaveBoard.class, THE_BOARD),
            Map.entry(PublishFramework.class, ANY_BOARD),
            Map.entry(PublishReference.class, ANY_BOARD),
            Map.entry(ReleaseTable.class, THE_BOARD),
            Map.entry(GiveAccess.class, THE_BOARD),
            Map.entry(EndAccess.class, THE_BOARD),
            Map.entry(ResetPassword.class, THE_BOARD),
            Map.entry(ForgetPerson.class, THE_BOARD),
            Map.entry(ImportStatements.class, THE_PARTNER),
            Map.entry(SubmitAssessment.class, THE_PARTNER),
            Map.entry(MakePledge.class, THE_PARTNER),
            Map.entry(RecordProgress.class, THE_PARTNER),
            Map.entry(CorrectProgress.class, THE_PARTNER),
            Map.entry(PostSupport.class, THE_PARTNER),
            Map.entry(AnswerSupport.class, THE_PARTNER),
            Map.entry(AmendPledge.class, THE_PARTNER),
            Map.entry(ExtendPledge.class, THE_PARTNER),
            Map.entry(WithdrawPledge.class, THE_PARTNER),
            Map.entry(FulfilPledge.class, THE_PARTNER),
            Map.entry(ContinuePledge.class, THE_PARTNER),
            Map.entry(AskQuestion.class, MEMBERS),
            Map.entry(AnswerQuestion.class, THE_PARTNER));

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyoneAndEverything")
    void givenPerson_whenTheySendACommand_thenTheTableDecides(Class<? extends Command> command, Who who) {
        assertThat(rule(command).allows(who.grants, "islington", "mind"))
                .isEqualTo(Objects.requireNonNull(MAY.get(command)).contains(who));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyoneAndEverything")
    void givenCommandAboutAllBoards_whenSent_thenARoleOnOneBoardIsNotEnough(Class<? extends Command> command, Who who) {
        var enough = command == PublishFramework.class || command == PublishReference.class
                ? ANY_BOARD
                : command == AskQuestion.class ? EnumSet.of(MEMBER_OF_ALL) : ALL_BOARDS;

        assertThat(rule(command).allows(who.grants, null, null)).isEqualTo(enough.contains(who));
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void givenAnAnswerOfAPartnerThatIsNotKnownYet_whenSent_thenEveryEditorOfTheBoardMay(Who who) {
        var editors = EnumSet.copyOf(THE_PARTNER);
        editors.add(Who.EDITOR_OF_ANOTHER_ON_THE_BOARD);

        assertThat(rule(AnswerSupport.class).allows(who.grants, "islington", null))
                .isEqualTo(editors.contains(who));
    }

    @Test
    void givenEveryCommand_whenLookedUp_thenTheTableHereSpeaksOfIt() {
        assertThat(MAY.keySet()).containsExactlyInAnyOrderElementsOf(Language.COMMANDS);
    }

    @Test
    void givenCommandOfWhichNothingIsSaid_whenLookedUp_thenThereIsNoRule() {
        assertThat(AccessRules.of(Unheard.class)).isNull();
    }

    @ParameterizedTest
    @EnumSource(AccessRules.Rule.class)
    void givenRule_whenItRefuses_thenItSaysWhoCan(AccessRules.Rule rule) {
        assertThat(rule.words()).matches("Only .*(administrator|member).* can do this\\.");
    }

    static Stream<Arguments> everyoneAndEverything() {
        return Language.COMMANDS.stream()
                .flatMap(command -> Stream.of(Who.values()).map(who -> arguments(command, who)));
    }

    private static AccessRules.Rule rule(Class<? extends Command> command) {
        return Objects.requireNonNull(AccessRules.of(command));
    }

    enum Who {
        ADMINISTRATOR_OF_ALL(Role.ADMINISTRATOR, null, null),
        ADMINISTRATOR_OF_THE_BOARD(Role.ADMINISTRATOR, "islington", null),
        ADMINISTRATOR_OF_ANOTHER(Role.ADMINISTRATOR, "camden", null),
        MEMBER_OF_ALL(Role.BOARD_MEMBER, null, null),
        MEMBER_OF_THE_BOARD(Role.BOARD_MEMBER, "islington", null),
        AUDITOR_OF_ALL(Role.AUDITOR, null, null),
        AUDITOR_OF_THE_BOARD(Role.AUDITOR, "islington", null),
        EDITOR_OF_THE_PARTNER(Role.PARTNER, "islington", "mind"),
        EDITOR_OF_ANOTHER_ON_THE_BOARD(Role.PARTNER, "islington", "healthwatch"),
        EDITOR_ON_ANOTHER_BOARD(Role.PARTNER, "camden", "camden-mind"),
        NOBODY(Grants.NONE),
        SOMEBODY_WHOSE_ACCESS_HAS_ENDED(new Grants(true, List.of()));

        private final Grants grants;

        Who(Role role, @Nullable String board, @Nullable String partner) {
            this(new Grants(true, List.of(new Grant(role, board, partner))));
        }

        Who(Grants grants) {
            this.grants = grants;
        }
    }

    private record Unheard() implements Command {
        @Override
        public String stream() {
            return "board:islington";
        }
    }
}
