package org.pledgebook.web.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.cabinet.StalePaper;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Book;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.access.Accounts.Enrolment;
import org.pledgebook.web.access.Accounts.Kept;
import org.pledgebook.web.access.Accounts.Reservation;
import org.springframework.stereotype.Component;

/**
 * Enters people, and sets their passwords. Names and passwords go to the cabinet, access goes to the book: the cabinet
 * first, so that sign-in works as soon as the book has answered, and in such a way that whatever was cut short is
 * finished by sending it again.
 */
@Component
public final class People {

    private static final int ATTEMPTS = 20;
    private static final int ID_CHARACTERS = 26;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Book book;
    private final Streams streams;
    private final SecureRandom random = new SecureRandom();

    People(Accounts accounts, Passwords passwords, Book book, Streams streams) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.book = book;
        this.streams = streams;
    }

    /**
     * Somebody to be entered, with the access they begin with.
     *
     * @param signIn 1 to 100 visible characters without colons; capitals make no difference
     * @param password 8 to 128 characters
     * @param board limits the role to one board
     * @param partner for a {@link Role#PARTNER} alone
     */
    public record Newcomer(
            String signIn,
            String name,
            String email,
            String password,
            Role role,
            @Nullable String board,
            @Nullable String partner) {

        /** Leaves out what no log should hold. */
        @Override
        public String toString() {
            return "Newcomer[role=%s, board=%s, partner=%s]".formatted(role, board, partner);
        }
    }

    /** The person who signs in under this name, if there is one. */
    public Optional<String> personOf(String signIn) {
        return accounts.reservation(signIn).map(kept -> kept.paper().person());
    }

    /**
     * Enters somebody. When this returns, they can sign in.
     *
     * @throws Refused 409 {@code sign-in-taken} where the name is somebody else's; 422 where the sender's idempotency
     *     key stands for another body; whatever the book says of the access
     */
    public Receipt enrol(Newcomer newcomer, Sender sender) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryToEnrol(newcomer, sender);
            } catch (StalePaper overtaken) {
                // Somebody else reserved the name, or finished the same request, at the same instant.
                if (attempt == ATTEMPTS) {
                    throw taken();
                }
            }
        }
    }

    /**
     * Gives the very first administrator their account and their access; does nothing when there is one.
     *
     * @param beforehand run once the account is there, before the book is asked
     * @return whether it did
     */
    boolean appointFirst(Newcomer first, Runnable beforehand) {
        var person = GiveAccess.FIRST_ADMINISTRATOR;
        if (Grants.of(person, streams).known()) {
            return false;
        }
        var before = accounts.account(person);
        before.filter(kept -> !SignInName.id(kept.paper().signIn()).equals(SignInName.id(first.signIn())))
                .ifPresent(kept -> accounts.removeReservation(kept.paper().signIn()));
        accounts.put(person, accountOf(first), before.map(Kept::version).orElse(0L));
        var reserved = reserve(first.signIn(), person);
        beforehand.run();
        book.record(
                new GiveAccess(person, first.role(), first.board(), first.partner()),
                Sender.of(person, "first-administrator", "first-administrator"));
        confirm(first.signIn(), person, reserved);
        return true;
    }

    /**
     * Changes a person's own password, which is nobody's event.
     *
     * @return the person, whose version stays as it is
     */
    Receipt changeOwn(String person, String current, String password) {
        var kept = accountOf(person);
        if (!passwords.matches(current, kept.paper().passwordHash())) {
            throw Refused.value("/current", "This is not your password. Give the one you signed in with.");
        }
        if (current.equals(password)) {
            throw Refused.value("/password", "Choose a password that you do not have already.");
        }
        try {
            accounts.put(person, kept.paper().withOwnPassword(passwords.hash(password)), kept.version());
        } catch (StalePaper overtaken) {
            throw Refused.rule(
                    "password-changed-meanwhile",
                    "Your password was changed in the meantime",
                    "Your password was changed while this was on its way. Sign in again, then change it if you still want to.");
        }
        return new Receipt(person, streams.fold(StreamId.person(person), 0L, (version, event) -> version + 1));
    }

    /** Sets somebody else's password and puts that on record; they have to change it before anything else. */
    Receipt reset(String person, String password, Sender sender) {
        // The book decides first: until it has, nothing may change.
        var receipt = book.record(new ResetPassword(person), sender);
        for (int attempt = 1; ; attempt++) {
            var kept = accountOf(person);
            if (kept.paper().resetAt() >= receipt.version()) {
                return again(receipt, password, kept.paper());
            }
            try {
                var reset = kept.paper().withPasswordReset(passwords.hash(password), receipt.version());
                accounts.put(person, reset, kept.version());
                return receipt;
            } catch (StalePaper overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /**
     * Forgets who a person is, and ends their access. What was cut short is finished by sending it again, which is
     * answered alike however often it is done.
     */
    Receipt forget(String person, Sender sender) {
        // The book decides first, and with its event the access has ended.
        var receipt = book.record(new ForgetPerson(person), sender);
        for (int attempt = 1; ; attempt++) {
            try {
                accounts.forget(person);
                return receipt;
            } catch (StalePaper overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /** A resend: what the person has made of the password since then stays. */
    private Receipt again(Receipt receipt, String password, Account account) {
        if (account.mustChange()
                && account.resetAt() == receipt.version()
                && !passwords.matches(password, account.passwordHash())) {
            throw keyReused();
        }
        return receipt;
    }

    private Receipt tryToEnrol(Newcomer newcomer, Sender sender) {
        var person = personOf(newcomer, sender);
        try {
            var reserved = reserve(newcomer.signIn(), person);
            if (accounts.account(person).isEmpty()) {
                accounts.put(person, accountOf(newcomer), 0);
            }
            var receipt =
                    book.record(new GiveAccess(person, newcomer.role(), newcomer.board(), newcomer.partner()), sender);
            confirm(newcomer.signIn(), person, reserved);
            if (isForgotten(person)) {
                throw forgotten();
            }
            return receipt;
        } catch (Refused refused) {
            forgetIfNothingHappened(person, refused.refusal(), sender);
            throw refused;
        }
    }

    /** A new id, or the one this very request was given when it was sent before. */
    private String personOf(Newcomer newcomer, Sender sender) {
        var key = sender.idempotencyKey();
        if (key == null) {
            return newId();
        }
        var body = body(newcomer);
        var before = accounts.enrolment(sender.person(), key);
        if (before.isPresent()) {
            var hash = before.get().paper().bodyHash();
            if (hash == null) {
                throw forgotten();
            }
            if (!passwords.matches(body, hash)) {
                throw keyReused();
            }
            return before.get().paper().person();
        }
        var person = newId();
        accounts.put(sender.person(), key, new Enrolment(person, passwords.hash(body)));
        return person;
    }

    /**
     * Reserves a name for a person.
     *
     * @return the reservation's version
     * @throws StalePaper when somebody else reserved it at the same instant
     */
    private long reserve(String signIn, String person) {
        var before = accounts.reservation(signIn);
        if (before.isEmpty()) {
            return accounts.put(signIn, new Reservation(person, false), 0);
        }
        var other = before.get().paper();
        if (other.person().equals(person)) {
            return before.get().version();
        }
        if (other.confirmed() || Grants.of(other.person(), streams).known()) {
            throw taken();
        }
        // Whoever reserved it never got as far as the book, so nobody ever could do anything under this name.
        var version = accounts.put(
                signIn, new Reservation(person, false), before.get().version());
        accounts.removeAccount(other.person());
        return version;
    }

    /** From now on nobody else can get the name. */
    private void confirm(String signIn, String person, long reserved) {
        try {
            accounts.put(signIn, new Reservation(person, true), reserved);
        } catch (StalePaper overtaken) {
            var now = accounts.reservation(signIn);
            if (now.isEmpty() || !now.get().paper().person().equals(person)) {
                throw taken();
            }
        }
    }

    /**
     * The book said no, so nobody was entered: what was put down for them is taken away, and the key is free again. So
     * it is where somebody was forgotten while they were entered again.
     */
    private void forgetIfNothingHappened(String person, Refusal refusal, Sender sender) {
        if (isForgotten(person)) {
            accounts.forget(person);
        } else if (refusal.status() < 500 && !Grants.of(person, streams).known()) {
            accounts.removeAccount(person);
            if (sender.idempotencyKey() != null) {
                accounts.removeEnrolment(sender.person(), sender.idempotencyKey());
            }
        }
    }

    private boolean isForgotten(String person) {
        return streams.fold(
                StreamId.person(person), false, (forgotten, event) -> forgotten || event instanceof PersonForgotten);
    }

    private Kept<Account> accountOf(String person) {
        return accounts.account(person).orElseThrow(() -> Refused.unknown("person", person));
    }

    private Account accountOf(Newcomer newcomer) {
        return new Account(
                newcomer.signIn(), newcomer.name(), newcomer.email(), passwords.hash(newcomer.password()), false, 0);
    }

    private static String body(Newcomer newcomer) {
        return SignInName.sha256(String.join(
                "\0",
                newcomer.signIn(),
                newcomer.name(),
                newcomer.email(),
                newcomer.password(),
                newcomer.role().name(),
                String.valueOf(newcomer.board()),
                String.valueOf(newcomer.partner())));
    }

    private String newId() {
        var id = new StringBuilder("p-");
        for (int i = 0; i < ID_CHARACTERS; i++) {
            id.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return id.toString();
    }

    private static Refused taken() {
        return Refused.rule(
                "sign-in-taken",
                "This sign-in name is somebody else's",
                "Somebody signs in under this name already. Choose another one.");
    }

    private static Refused forgotten() {
        return Refused.rule(
                "person-forgotten",
                "This person was forgotten",
                "The person whom this request entered was forgotten since. To enter them anew, send it under a key of its own.");
    }

    private static Refused keyReused() {
        return new Refused(
                Refusal.values(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for something else",
                        List.of(
                                new Fault(
                                        "",
                                        "You sent this Idempotency-Key before, with another body. Send what is new under a key of its own."))));
    }
}
