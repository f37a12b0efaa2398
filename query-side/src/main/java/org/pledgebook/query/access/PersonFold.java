package org.pledgebook.query.access;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessEvent;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.PasswordReset;
import org.pledgebook.shared.access.PersonForgotten;

/** Makes {@link PersonDocument}s. */
public final class PersonFold implements Fold<PersonDocument> {

    @Override
    public Class<PersonDocument> kind() {
        return PersonDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.person("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof AccessEvent access ? access.person() : null;
    }

    @Override
    public PersonDocument fold(@Nullable PersonDocument before, Recorded recorded) {
        var event = (AccessEvent) recorded.event();
        return new PersonDocument(
                event.person(),
                recorded.position(),
                grants(before).after(event),
                event instanceof PersonForgotten || (before != null && before.forgotten()),
                before == null ? 1 : before.version() + 1);
    }

    @Override
    public @Nullable Told tell(@Nullable PersonDocument before, Event event) {
        var had = grants(before);
        if (event instanceof AccessGiven given) {
            return new Told(
                    about(Stream.of(given.grant())),
                    null,
                    "Gave %s access as %s.".formatted(given.person(), named(given.grant())),
                    List.of(new Change("access", listed(had), listed(had.after(given)))),
                    null);
        }
        if (event instanceof AccessEnded ended) {
            return new Told(
                    about(had.live().stream()),
                    null,
                    "Ended all access of " + ended.person() + ".",
                    List.of(new Change("access", listed(had), listed(had.after(ended)))),
                    ended.reason());
        }
        if (event instanceof PasswordReset reset) {
            return Told.of(
                    about(had.live().stream()),
                    "Set a new password for " + reset.person() + ", to be changed at the next sign-in.");
        }
        if (event instanceof PersonForgotten forgotten) {
            return new Told(
                    about(had.live().stream()),
                    null,
                    "Forgot %s: nothing but this id is kept.".formatted(forgotten.person()),
                    had.live().isEmpty()
                            ? List.of()
                            : List.of(new Change("access", listed(had), listed(had.after(forgotten)))),
                    null);
        }
        return null;
    }

    private static Grants grants(@Nullable PersonDocument person) {
        return person == null ? Grants.NONE : person.grants();
    }

    /** Readers of a board may read of somebody's access to it; of access to all boards, readers of all boards. */
    private static About about(Stream<Grant> grants) {
        return new About(
                grants.flatMap(grant -> Stream.ofNullable(grant.board()))
                        .distinct()
                        .toList(),
                null,
                null,
                null);
    }

    private static String listed(Grants grants) {
        return Words.listed(grants.live().stream().map(PersonFold::named).toList());
    }

    private static String named(Grant grant) {
        var role = Words.lower(grant.role());
        if (grant.partner() != null) {
            return role + " " + grant.partner();
        }
        return role + " of " + (grant.board() == null ? "all boards" : grant.board());
    }
}
