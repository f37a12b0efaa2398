package org.pledgebook.command.access;

import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.shared.access.GiveAccess.FIRST_ADMINISTRATOR;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pledgebook.command.Book;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.PasswordReset;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;

class PersonTest {

    private static final String PERSON = "p-1";
    private static final String SECRETARY = "p-2";
    private static final AccessGiven MEMBER = given(Role.BOARD_MEMBER, BOARD, null);
    private static final ForgetPerson FORGET = new ForgetPerson(PERSON);
    private static final EndAccess END = new EndAccess(PERSON, "Has left");

    private final Book book = Book.of(Person.class).given(BOARD_ESTABLISHED, PARTNER_JOINED);

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "BOARD_MEMBER", "AUDITOR"})
    void givenNobody_whenAccessToOneBoardOrToAllIsGiven_thenItIsRecorded(Role role) {
        book.when(give(role, BOARD, null)).then(given(role, BOARD, null)).answers(PERSON, 1);
        book.when(give(role, null, null)).then(given(role, null, null)).answers(PERSON, 1);
    }

    @Test
    void givenPartner_whenAccessIsGivenToItsEditor_thenTheBoardIsThePartnersWhetherOrNotItIsNamed() {
        book.when(give(Role.PARTNER, null, PARTNER)).then(given(Role.PARTNER, BOARD, PARTNER));
        book.when(give(Role.PARTNER, BOARD, PARTNER)).then(given(Role.PARTNER, BOARD, PARTNER));
    }

    @Test
    void givenAccess_whenOtherAccessIsGiven_thenItStandsBesideIt() {
        book.given(MEMBER)
                .when(give(Role.AUDITOR, BOARD, null))
                .then(given(Role.AUDITOR, BOARD, null))
                .answers(PERSON, 2);
    }

    @Test
    void givenAccess_whenTheSameIsGivenAgain_thenItIsGivenAlreadyUntilItEnds() {
        book.given(MEMBER).when(give(Role.BOARD_MEMBER, BOARD, null)).refused("access-given-already", 409);
        book.given(new AccessEnded(PERSON, "Has left"))
                .when(give(Role.BOARD_MEMBER, BOARD, null))
                .then(MEMBER)
                .answers(PERSON, 3);
    }

    @Test
    void givenRoleForNoPartner_whenPartnerIsNamed_thenItIsNotAskedFor() {
        book.when(give(Role.AUDITOR, BOARD, PARTNER)).refused("partner-not-asked-for", 422, "/partner");
    }

    @Test
    void givenRoleOfPartner_whenNoneIsNamed_thenItIsMissing() {
        book.when(give(Role.PARTNER, BOARD, null)).refused("partner-missing", 422, "/partner");
    }

    @Test
    void givenNoSuchBoardOrPartner_whenAccessIsGiven_thenItIsUnknown() {
        book.when(give(Role.AUDITOR, "camden", null)).refused("unknown-board", 422, "/board");
        book.when(give(Role.PARTNER, null, "nobody")).refused("unknown-partner", 422, "/partner");
        book.when(give(Role.AUDITOR, "camden", PARTNER)).refused("partner-not-asked-for", 422, "/partner", "/board");
    }

    @Test
    void givenPartnerOfAnotherBoard_whenAccessIsGiven_thenTheRightBoardIsNamed() {
        book.given(with(BOARD_ESTABLISHED, "board", "camden"))
                .when(give(Role.PARTNER, "camden", PARTNER))
                .refused("partner-of-another-board", 422, "/board");
    }

    @Test
    void givenAccess_whenItIsEnded_thenTheReasonIsRecorded() {
        book.given(MEMBER)
                .when(END, SECRETARY)
                .then(new AccessEnded(PERSON, "Has left"))
                .answers(PERSON, 2);
    }

    @Test
    void givenStranger_whenAccessIsEndedOrPasswordSet_thenPersonIsUnknown() {
        book.when(END, SECRETARY).refused("not-found", 404);
        book.when(new ResetPassword(PERSON), SECRETARY).refused("not-found", 404);
    }

    @Test
    void givenEndedAccess_whenItIsEndedAgain_thenThereIsNone() {
        book.given(MEMBER, new AccessEnded(PERSON, "Has left"))
                .when(END, SECRETARY)
                .refused("no-access", 409);
    }

    @Test
    void givenOwnAccess_whenItIsEnded_thenSomebodyElseMustDoIt() {
        book.given(MEMBER).when(END, PERSON).refused("own-access", 409);
    }

    @Test
    void givenFirstAdministrator_whenAnotherEndsTheirAccess_thenItEnds() {
        book.given(new AccessGiven(FIRST_ADMINISTRATOR, new Grant(Role.ADMINISTRATOR, null, null)))
                .when(new EndAccess(FIRST_ADMINISTRATOR, "Handed over"), SECRETARY)
                .then(new AccessEnded(FIRST_ADMINISTRATOR, "Handed over"));
    }

    @Test
    void givenPerson_whenPasswordIsSet_thenThatIsRecordedAlsoWithoutAccess() {
        book.given(MEMBER)
                .when(new ResetPassword(PERSON))
                .then(new PasswordReset(PERSON))
                .answers(PERSON, 2);
        book.given(new AccessEnded(PERSON, "Has left"))
                .when(new ResetPassword(PERSON))
                .answers(PERSON, 3);
    }

    @Test
    void givenPerson_whenTheyAreForgotten_thenThatIsRecordedAlsoWithoutAccess() {
        book.given(MEMBER)
                .when(FORGET, SECRETARY)
                .then(new PersonForgotten(PERSON))
                .answers(PERSON, 2);
        book.given(new AccessEnded(PERSON, "Has left")).when(FORGET, SECRETARY).answers(PERSON, 3);
    }

    @Test
    void givenForgottenPerson_whenTheyAreForgottenAgain_thenItIsAnsweredAlikeAndNothingIsAppended() {
        book.given(MEMBER, new PersonForgotten(PERSON))
                .when(FORGET, SECRETARY)
                .answers(PERSON, 2)
                .appendsNothing();
    }

    @Test
    void givenForgottenPerson_whenAnythingElseIsAsked_thenNothingMoreIsRecordedOfThem() {
        book.given(MEMBER, new PersonForgotten(PERSON));
        book.when(give(Role.AUDITOR, BOARD, null)).refused("person-forgotten", 409);
        book.when(new ResetPassword(PERSON), SECRETARY).refused("person-forgotten", 409);
        book.when(END, SECRETARY).refused("no-access", 409);
    }

    @Test
    void givenStrangerOrOneself_whenForgotten_thenThePersonIsUnknownOrSomebodyElseMustDoIt() {
        book.when(FORGET, SECRETARY).refused("not-found", 404);
        book.given(MEMBER).when(FORGET, PERSON).refused("own-access", 409);
    }

    private static GiveAccess give(Role role, @Nullable String board, @Nullable String partner) {
        return new GiveAccess(PERSON, role, board, partner);
    }

    private static AccessGiven given(Role role, @Nullable String board, @Nullable String partner) {
        return new AccessGiven(PERSON, new Grant(role, board, partner));
    }
}
