package org.pledgebook.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Book;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.access.Accounts.Reservation;
import org.pledgebook.web.access.People.Newcomer;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** What becomes of somebody who is entered while things fail in between. */
class EnrolmentTest {

    private static final Sender SENDER = new Sender("p-secretary", "r", null, null);
    private static final Sender WITH_KEY = new Sender("p-secretary", "r", "k", null);

    @TempDir
    Path folder;

    private final Refused away = Refused.later("store-away", "t", "d", Duration.ofSeconds(1));

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Book book = mock(Book.class);
    private final Passwords passwords = new Passwords(1_000);
    private SqliteCabinet cabinet;
    private Accounts accounts;
    private People people;
    private SignIn signIn;

    @BeforeEach
    void open() {
        cabinet = new SqliteCabinet(folder.resolve("cabinet.db"));
        accounts = new Accounts(cabinet);
        people = new People(accounts, passwords, book, new Streams(store));
        signIn = new SignIn(accounts, passwords, () -> 1);
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void givenTheBookIsAway_whenTheNewcomerIsSentAgain_thenTheyAreEnteredWithWhatWasSentLast() {
        bookIsAway();
        assertThatThrownBy(() -> people.enrol(anna("first password"), SENDER)).isSameAs(away);
        var before = people.personOf("anna").orElseThrow();
        bookStores();

        var person = people.enrol(anna("second password"), SENDER).id();

        assertThat(accounts.account(before)).isEmpty();
        assertThat(person(signIn("anna", "second password"))).isEqualTo(person);
        assertThatThrownBy(() -> signIn("anna", "first password")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void givenTheBookIsAway_whenTheNewcomerIsSentAgainWithTheSameKey_thenTheyKeepTheirId() {
        bookIsAway();
        assertThatThrownBy(() -> people.enrol(anna("a password"), WITH_KEY)).isSameAs(away);
        var before = people.personOf("anna").orElseThrow();
        bookStores();

        assertThat(people.enrol(anna("a password"), WITH_KEY).id()).isEqualTo(before);
    }

    @Test
    void givenTheAnswerWasLost_whenTheNewcomerIsSentAgain_thenTheNameIsTaken_andTheyCanSignIn() {
        bookStoresAndItsAnswerIsLost();
        assertThatThrownBy(() -> people.enrol(anna("a password"), SENDER)).isSameAs(away);
        bookStores();

        assertThat(refused(SENDER).refusal().type()).isEqualTo("sign-in-taken");

        assertThat(signIn("anna", "a password").isAuthenticated()).isTrue();
    }

    @Test
    void givenSomebodyElseGotTheNameMeanwhile_whenTheSlowerOneIsDone_thenTheyHearSo() {
        when(book.record(any(), any())).thenAnswer(asked -> {
            var receipt = stored(asked.getArgument(0));
            var reserved = accounts.reservation("anna").orElseThrow();
            accounts.put("anna", new Reservation("p-faster", false), reserved.version());
            return receipt;
        });

        assertThat(refused(SENDER).refusal().type()).isEqualTo("sign-in-taken");
    }

    @Test
    void givenANewBook_whenTheFirstAdministratorIsAppointedAfterSomeTries_thenThePasswordIsPrintedOnce_andIsRight() {
        var console = new ByteArrayOutputStream();
        var first = new FirstAdministrator(people, new PrintStream(console, true, StandardCharsets.UTF_8));
        bookIsAway();
        assertThatThrownBy(() -> first.appoint("boss", null)).isSameAs(away);
        assertThatThrownBy(() -> first.appoint("boss", null)).isSameAs(away);
        bookStores();

        assertThat(first.appoint("boss", null)).isTrue();

        var lines = console.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        assertThat(lines).containsOnlyOnce("boss");
        var password = lines.get(lines.indexOf("boss") + 1);
        assertThat(password).hasSize(20);
        assertThat(person(signIn("boss", password))).isEqualTo(GiveAccess.FIRST_ADMINISTRATOR);
        assertThat(first.appoint("boss", null)).isFalse();
        assertThat(first.appoint("other", "another password")).isFalse();
    }

    @Test
    void givenACrashBeforeTheBookKnew_whenItStartsWithAnotherName_thenOnlyThatOneSignsIn() {
        var first = new FirstAdministrator(people, System.out);
        bookIsAway();
        assertThatThrownBy(() -> first.appoint("boss", "a password")).isSameAs(away);
        bookStores();

        assertThat(first.appoint("chief", "b password")).isTrue();

        assertThat(signIn("chief", "b password").isAuthenticated()).isTrue();
        assertThat(people.personOf("boss")).isEmpty();
    }

    @Test
    void givenACrashAfterTheBookKnew_whenForgettingIsSentAgain_thenItIsFinished() {
        bookStores();
        var person = people.enrol(anna("a password"), WITH_KEY).id();
        bookForgetsAndItsAnswerIsLost();
        assertThatThrownBy(() -> people.forget(person, SENDER)).isSameAs(away);
        assertThat(accounts.account(person)).isPresent();
        bookForgets();

        people.forget(person, SENDER);

        assertThat(accounts.account(person)).isEmpty();
        assertThat(people.personOf("anna")).isEmpty();
        assertThat(cabinet.stream("enrolment")).noneMatch(paper -> paper.json().contains("bodyHash\":\""));
        people.forget(person, SENDER);
    }

    @Test
    void givenSomebodyWhoIsForgottenWhileTheyAreEnteredAgain_whenThatIsDone_thenNothingOfThemIsBack() {
        bookStores();
        var person = people.enrol(anna("a password"), WITH_KEY).id();
        doAnswer(asked -> {
                    // The book's answer to the resend is on its way, and they are forgotten.
                    forgotten(person);
                    return new Receipt(person, 1);
                })
                .when(book)
                .record(any(), any());

        assertThat(refused(WITH_KEY).refusal().type()).isEqualTo("person-forgotten");

        assertThat(accounts.account(person)).isEmpty();
        assertThat(people.personOf("anna")).isEmpty();
    }

    private void bookForgets() {
        doAnswer(asked -> new Receipt(asked.<ForgetPerson>getArgument(0).person(), 2))
                .when(book)
                .record(any(), any());
    }

    private void bookForgetsAndItsAnswerIsLost() {
        doAnswer(asked -> {
                    forgotten(asked.<ForgetPerson>getArgument(0).person());
                    throw away;
                })
                .when(book)
                .record(any(), any());
    }

    private void forgotten(String person) {
        store.publish(
                new GenericDomainEventMessage<>("person", StreamId.person(person), 1, new PersonForgotten(person)));
    }

    private void bookIsAway() {
        doThrow(away).when(book).record(any(), any());
    }

    private void bookStores() {
        doAnswer(asked -> stored(asked.getArgument(0))).when(book).record(any(), any());
    }

    private void bookStoresAndItsAnswerIsLost() {
        doAnswer(asked -> {
                    stored(asked.getArgument(0));
                    throw away;
                })
                .when(book)
                .record(any(), any());
    }

    private Receipt stored(GiveAccess command) {
        store.publish(new GenericDomainEventMessage<>(
                "person",
                StreamId.person(command.person()),
                0,
                new AccessGiven(command.person(), new Grant(command.role(), null, null))));
        return new Receipt(command.person(), 1);
    }

    private Authentication signIn(String name, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }

    private static String person(Authentication signedIn) {
        return signedIn.getName();
    }

    private Refused refused(Sender sender) {
        return catchThrowableOfType(Refused.class, () -> people.enrol(anna("a password"), sender));
    }

    private static Newcomer anna(String password) {
        return new Newcomer("anna", "Anna", "anna@example.org", password, Role.AUDITOR, null, null);
    }
}
