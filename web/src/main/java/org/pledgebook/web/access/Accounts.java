package org.pledgebook.web.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.StalePaper;
import org.pledgebook.web.page.Drafts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** People's papers in the cabinet: their accounts, their sign-in names, and which requests made them. */
@Component
final class Accounts {

    private static final String PERSON = "person";
    private static final String SIGN_IN = "sign-in";
    private static final String ENROLMENT = "enrolment";

    private final Cabinet cabinet;
    private final JsonMapper json = JsonMapper.shared();

    Accounts(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * A paper as it was read.
     *
     * @param version to be handed back when it is replaced
     */
    record Kept<T>(T paper, long version) {}

    /**
     * Whose a sign-in name is.
     *
     * @param confirmed whether that person's access is in the book; until then somebody else may still get the name
     */
    record Reservation(String person, boolean confirmed) {}

    /**
     * Which person a request with an idempotency key made.
     *
     * @param bodyHash of the whole body; hashed like a password, since it holds one. Null once the person is forgotten:
     *     the request must not enter them again
     */
    record Enrolment(String person, @Nullable String bodyHash) {}

    Optional<Kept<Account>> account(String person) {
        return read(PERSON, person, Account.class);
    }

    long put(String person, Account account, long versionSeen) {
        return cabinet.put(PERSON, person, json.writeValueAsString(account), versionSeen);
    }

    void removeAccount(String person) {
        cabinet.remove(PERSON, person);
    }

    Optional<Kept<Reservation>> reservation(String signIn) {
        return read(SIGN_IN, SignInName.id(signIn), Reservation.class);
    }

    long put(String signIn, Reservation reservation, long versionSeen) {
        return cabinet.put(SIGN_IN, SignInName.id(signIn), json.writeValueAsString(reservation), versionSeen);
    }

    void removeReservation(String signIn) {
        cabinet.remove(SIGN_IN, SignInName.id(signIn));
    }

    Optional<Kept<Enrolment>> enrolment(String actor, String key) {
        return read(ENROLMENT, enrolmentId(actor, key), Enrolment.class);
    }

    void put(String actor, String key, Enrolment enrolment) {
        cabinet.put(ENROLMENT, enrolmentId(actor, key), json.writeValueAsString(enrolment), 0);
    }

    void removeEnrolment(String actor, String key) {
        cabinet.remove(ENROLMENT, enrolmentId(actor, key));
    }

    /**
     * Takes away everything that says who a person is. It can be repeated: the account goes last, since it leads to the
     * rest.
     *
     * @throws StalePaper when one of the papers was written in the meantime
     */
    void forget(String person) {
        cabinet.stream(ENROLMENT)
                .filter(paper -> isOf(person, json.readValue(paper.json(), Enrolment.class)))
                .forEach(paper -> cabinet.put(
                        ENROLMENT, paper.id(), json.writeValueAsString(new Enrolment(person, null)), paper.version()));
        account(person)
                .map(kept -> kept.paper().signIn())
                .filter(signIn -> reservation(signIn)
                        .filter(reserved -> reserved.paper().person().equals(person))
                        .isPresent())
                .ifPresent(this::removeReservation);
        Drafts.removeAll(person, cabinet);
        removeAccount(person);
    }

    private static boolean isOf(String person, Enrolment enrolment) {
        return enrolment.person().equals(person) && enrolment.bodyHash() != null;
    }

    private static String enrolmentId(String actor, String key) {
        return SignInName.sha256(actor + " " + key);
    }

    private <T> Optional<Kept<T>> read(String kind, String id, Class<T> type) {
        return cabinet.get(kind, id).map(paper -> new Kept<>(json.readValue(paper.json(), type), paper.version()));
    }
}
