package org.pledgebook.web.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Page;
import org.pledgebook.query.access.PersonQueries;
import org.pledgebook.query.access.PersonView;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Book;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.Validity;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "People", description = "Who may do what")
@RestController
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
final class PeopleApi {

    private final Book book;
    private final People people;
    private final Accounts accounts;
    private final PersonQueries persons;
    private final Validity validity;

    PeopleApi(Book book, People people, Accounts accounts, PersonQueries persons, Validity validity) {
        this.book = book;
        this.people = people;
        this.accounts = accounts;
        this.persons = persons;
        this.validity = validity;
    }

    @Operation(
            summary = "Enter a person",
            description = "For administrators, of the board the person gets access to or of all. The id is generated;"
                    + " when this answers, the person can sign in.")
    @PostMapping
    @Sends(GiveAccess.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> enrolPerson(@RequestBody EnrolForm form, Sender sender) {
        validity.checkForm(form);
        return book.made(people.enrol(form.newcomer(), sender), receipt -> "/api/people/" + receipt.id());
    }

    @Operation(
            summary = "Give a person more access",
            description = "For administrators, of the board it is for or of all. It stands beside what the person has.")
    @PostMapping("/{person}/access")
    @Sends(GiveAccess.class)
    ResponseEntity<Recorded> giveAccess(@PathVariable String person, @RequestBody GiveAccessForm form, Sender sender) {
        if (accounts.account(person).isEmpty()) {
            throw Refused.unknown("person", person);
        }
        return book.changed(form.command(person), sender);
    }

    @Operation(
            summary = "End all access of a person",
            description = "For administrators, of every board the person has access to. From the next request on.")
    @PostMapping("/{person}/access/end")
    @Sends(EndAccess.class)
    ResponseEntity<Recorded> endAccess(@PathVariable String person, @RequestBody EndAccessForm form, Sender sender) {
        return book.changed(form.command(person), sender);
    }

    @Operation(
            summary = "Set a password",
            description = "One's own with {current, password}. Somebody else's with {password}, for administrators of"
                    + " every board the person has access to: that goes on record, and the person has to change it"
                    + " before anything else.")
    @PostMapping("/{person}/password")
    @Sends(value = ResetPassword.class, orOneself = true)
    ResponseEntity<Recorded> setPassword(
            @PathVariable String person, @RequestBody SetPasswordForm form, Sender sender) {
        validity.checkForm(form);
        if (!person.equals(sender.person())) {
            if (form.current() != null) {
                throw Refused.value("/current", "Leave this out: it is somebody else's password that you set.");
            }
            return book.changed(people.reset(person, form.password(), sender));
        }
        if (form.current() == null) {
            throw Refused.value("/current", "Give the password you have now: it is your own that you change.");
        }
        return book.changed(people.changeOwn(person, form.current(), form.password()));
    }

    @Operation(
            summary = "Forget a person",
            description = "For administrators, of every board the person has access to; nobody forgets themselves."
                    + " Their name, address, sign-in name and password are removed, and their access ends with the"
                    + " next request. The id stays in the record, and so does who did this. Sent again, it is answered"
                    + " alike.")
    @DeleteMapping("/{person}")
    @Sends(ForgetPerson.class)
    ResponseEntity<Recorded> forgetPerson(@PathVariable String person, Sender sender) {
        return book.changed(people.forget(person, sender));
    }

    @Operation(
            summary = "List people",
            description = "For administrators: everybody, or who has access to their boards. By id.")
    @GetMapping
    @Reads(By.ADMINISTRATORS)
    Everybody listPeople(Paging paging, Grants grants) {
        var page = paging.of((cursor, limit) -> seenBy(grants, cursor, limit));
        return new Everybody(page.items(), page.next());
    }

    private Page<PersonEntry> seenBy(Grants grants, @Nullable String cursor, int limit) {
        var found = new ArrayList<PersonEntry>();
        var next = cursor;
        do {
            // Asks for no more than can be shown, so that the cursor never skips anybody.
            var page = persons.all(next, limit - found.size());
            page.items().stream()
                    .filter(person -> maySee(person, grants))
                    .map(this::entry)
                    .forEach(found::add);
            next = page.next();
        } while (next != null && found.size() < limit);
        return new Page<>(found, next);
    }

    private static boolean maySee(PersonView person, Grants grants) {
        return grants.has(Role.ADMINISTRATOR, null)
                || person.grants().stream()
                        .map(Grant::board)
                        .filter(Objects::nonNull)
                        .anyMatch(board -> grants.has(Role.ADMINISTRATOR, board));
    }

    private PersonEntry entry(PersonView person) {
        var account = accounts.account(person.id()).map(Accounts.Kept::paper);
        return new PersonEntry(
                person.id(),
                account.map(Account::signIn).orElse(null),
                account.map(Account::name).orElse(null),
                account.map(Account::email).orElse(null),
                person.grants(),
                person.forgotten(),
                person.version());
    }

    /**
     * A person as administrators see them: the one list that has names.
     *
     * @param signIn null, like name and email, where the person was forgotten
     * @param access empty once it has ended
     * @param forgotten whether nothing but the id is kept of them
     */
    record PersonEntry(
            String id,
            @Nullable String signIn,
            @Nullable String name,
            @Nullable String email,
            List<Grant> access,
            boolean forgotten,
            long version) {}

    /** A part of the list of people. */
    record Everybody(List<PersonEntry> people, @Nullable String next) {}
}
