package org.pledgebook.standalone;

import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.access.FirstAdministrator;
import org.pledgebook.web.access.People;

/** Enters the demo accounts in the way everybody is entered; the one administrator among them is the book's first. */
final class ExampleBoardsPeople implements ExampleBoards.People {

    private final FirstAdministrator first;
    private final People people;
    private final Streams streams;

    ExampleBoardsPeople(FirstAdministrator first, People people, Streams streams) {
        this.first = first;
        this.people = people;
        this.streams = streams;
    }

    @Override
    public String enrol(ExampleBoards.Account account, String actor, String key) {
        try {
            if (account.role() == Role.ADMINISTRATOR) {
                first.appoint(account.signIn(), account.password());
                return GiveAccess.FIRST_ADMINISTRATOR;
            }
            // Known by name rather than by key: a key would cost each account a second slow hash.
            return people.personOf(account.signIn())
                    .filter(person -> Grants.of(person, streams).known())
                    .orElseGet(() -> people.enrol(newcomer(account), new Sender(actor, key, null, null))
                            .id());
        } catch (Refused refused) {
            throw refused.refusal().asException();
        }
    }

    private static People.Newcomer newcomer(ExampleBoards.Account account) {
        return new People.Newcomer(
                account.signIn(),
                account.name(),
                account.email(),
                account.password(),
                account.role(),
                null,
                account.partner());
    }
}
