package org.pledgebook.web.access;

import java.io.PrintStream;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.access.People.Newcomer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Appoints the one administrator whom nobody was there to appoint. */
@Component
public final class FirstAdministrator {

    private static final int PASSWORD_CHARACTERS = 20;
    /** Without characters that look like each other. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private final People people;
    private final PrintStream console;
    private @Nullable String made;

    @Autowired
    FirstAdministrator(People people) {
        this(people, System.out);
    }

    FirstAdministrator(People people, PrintStream console) {
        this.people = people;
        this.console = console;
    }

    /**
     * Appoints an administrator of all boards, {@link GiveAccess#FIRST_ADMINISTRATOR}, if the book knows no such person.
     *
     * @param signIn the name to sign in with
     * @param password the password; null has one made and printed on the console, once even where this is
     *     tried again
     * @return whether somebody was appointed; false when there is a first administrator already
     */
    public synchronized boolean appoint(String signIn, @Nullable String password) {
        var again = made;
        var chosen = password != null ? password : again != null ? again : random();
        return people.appointFirst(
                new Newcomer(
                        signIn, "First administrator", signIn + "@localhost", chosen, Role.ADMINISTRATOR, null, null),
                () -> {
                    // Before the book knows them: were it printed after, a crash in between would lose it for ever.
                    if (password == null && again == null) {
                        made = chosen;
                        print(signIn, chosen);
                    }
                });
    }

    private void print(String signIn, String password) {
        console.printf(
                "%nThe book has no administrator yet. Sign in as%n%n    %s%n    %s%n%nand keep the password: it is shown this once.%n%n",
                signIn, password);
        console.flush();
    }

    private static String random() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < PASSWORD_CHARACTERS; i++) {
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }
}
