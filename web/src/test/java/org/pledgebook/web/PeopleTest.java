package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.when;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.query.Page;
import org.pledgebook.query.access.PersonQueries;
import org.pledgebook.query.access.PersonView;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Role;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleTest extends EdgeTest {

    @Autowired
    PersonQueries persons;

    @Autowired
    Cabinet cabinet;

    @Test
    void givenANewcomer_whenTheyAreEntered_thenTheySignInAtOnce_underAnIdThatSaysNothing() {
        var name = fresh("person");

        var answer = post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", ""))
                .is(201);

        assertThat(answer.id()).matches("p-[a-z2-7]{26}");
        assertThat(answer.header("Location")).isEqualTo("/api/people/" + answer.id());
        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenANameThatIsTaken_whenSomebodyElseWantsIt_thenItIsRefusedInAnySpelling() {
        var name = person("AUDITOR", "");
        var before = readModels.head();

        post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", "")).isProblem(409, "sign-in-taken");
        post(ADMINISTRATOR, "/api/people", newcomer(name.replace("p", "P"), "AUDITOR", ""))
                .isProblem(409, "sign-in-taken");
        // Full-width letters are the same letters.
        post(ADMINISTRATOR, "/api/people", newcomer(name.replace("p", "ｐ"), "AUDITOR", ""))
                .isProblem(409, "sign-in-taken");

        assertThat(readModels.head()).isEqualTo(before);
        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenAnIdempotencyKey_whenTheSameIsSentAgain_thenItIsTheSamePerson() {
        var body = newcomer(fresh("person"), "AUDITOR", "");

        var ids = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> send(posting(ADMINISTRATOR, "/api/people", body).header("Idempotency-Key", "people-1"))
                        .is(201)
                        .id())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
        assertThat(eventsOf(ids)).isEqualTo(1);
        send(posting(ADMINISTRATOR, "/api/people", body.replace("AUDITOR", "BOARD_MEMBER"))
                        .header("Idempotency-Key", "people-1"))
                .isProblem(422, "idempotency-key-reused");
        send(posting(ADMINISTRATOR, "/api/people", body.replace(PASSWORD, "another password"))
                        .header("Idempotency-Key", "people-1"))
                .isProblem(422, "idempotency-key-reused");
    }

    @Test
    void givenManyWhoWantOneName_whenTheyComeAtOnce_thenOneGetsIt() {
        var name = fresh("person");

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", ""))
                        .status())
                .toList();

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenANameThatWasReservedAndNeverUsed_whenItIsAskedForAgain_thenItIsGiven() {
        var name = fresh("person");
        // A board that is not there: the book refuses, after the name was reserved.
        post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", "\"board\": \"no-such-board\""))
                .isProblem(422, "unknown-board")
                .at("/board");
        get(name, "/api/frameworks").isProblem(401, "not-signed-in");

        post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", "")).is(201);

        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenARefusal_whenTheMendedBodyIsSentUnderTheSameKey_thenItIsTaken() {
        var body = newcomer(fresh("person"), "AUDITOR", "\"board\": \"no-such-board\"");
        send(posting(ADMINISTRATOR, "/api/people", body).header("Idempotency-Key", "people-2"))
                .isProblem(422, "unknown-board");

        send(posting(ADMINISTRATOR, "/api/people", body.replace("no-such-board", board()))
                        .header("Idempotency-Key", "people-2"))
                .is(201);
    }

    @ParameterizedTest
    @CsvSource({
        "signIn, '', /signIn",
        "signIn, two words, /signIn",
        "signIn, a:b, /signIn",
        "name, '', /name",
        "email, nowhere, /email",
        "password, 7 chars, /password",
        "role, KING, /role",
        "board, No Slug, /board"
    })
    void givenAFieldThatCannotBe_whenSomebodyIsEntered_thenItIsNamed(String field, String value, String pointer) {
        var body = newcomer(fresh("person"), "AUDITOR", "\"board\": null")
                .replaceAll("\"" + field + "\": (\"[^\"]*\"|null)", "\"" + field + "\": \"" + value + "\"");

        post(ADMINISTRATOR, "/api/people", body)
                .isProblem(422, "invalid-values")
                .at(pointer);
    }

    @Test
    void givenOnesOwnPassword_whenItIsChanged_thenTheOldOneEndsAtOnce_andNothingIsRecorded() {
        var name = fresh("person");
        var path = "/api/people/" + enrol(name) + "/password";
        get(name, "/api/frameworks").is(200);
        var before = readModels.head();

        post(name, path, passwords("wrong", "a new password"))
                .isProblem(422, "invalid-values")
                .at("/current");
        post(name, path, passwords(PASSWORD, "short"))
                .isProblem(422, "invalid-values")
                .at("/password");
        post(name, path, passwords(PASSWORD, PASSWORD))
                .isProblem(422, "invalid-values")
                .at("/password");
        post(name, path, "{\"password\": \"a new password\"}")
                .isProblem(422, "invalid-values")
                .at("/current");
        var changed = post(name, path, passwords(PASSWORD, "a new password")).is(200);

        assertThat(changed.json().path("version").longValue()).isEqualTo(1);
        assertThat(readModels.head()).isEqualTo(before);
        get(name, "/api/frameworks").isProblem(401, "not-signed-in");
        send(request("/api/frameworks").header("Authorization", basic(name, "a new password")))
                .is(200);
    }

    @Test
    void givenAPasswordThatAnAdministratorSet_whenThePersonSignsIn_thenTheyHaveToChangeItFirst() {
        var name = fresh("person");
        var path = "/api/people/" + enrol(name) + "/password";
        get(name, "/api/frameworks").is(200);

        assertThat(post(ADMINISTRATOR, path, "{\"password\": \"set by somebody\"}")
                        .is(200)
                        .json()
                        .path("version")
                        .longValue())
                .isEqualTo(2);

        get(name, "/api/frameworks").isProblem(401, "not-signed-in");
        var set = basic(name, "set by somebody");
        send(request("/api/frameworks").header("Authorization", set)).isProblem(403, "password-change-needed");
        send(request("/api/boards/x").header("Authorization", set)).isProblem(403, "password-change-needed");
        send(request(path)
                        .header("Authorization", set)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(passwords("set by somebody", PASSWORD))))
                .is(200);
        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenAResetThatIsSentAgain_whenThePersonHasChangedThePasswordSince_thenTheirsStays() {
        var name = fresh("person");
        var path = "/api/people/" + enrol(name) + "/password";
        var reset = "{\"password\": \"set by somebody\"}";
        var first = send(posting(ADMINISTRATOR, path, reset).header("Idempotency-Key", "reset-1"))
                .is(200);
        send(posting(ADMINISTRATOR, path, "{\"password\": \"set to another\"}").header("Idempotency-Key", "reset-1"))
                .isProblem(422, "idempotency-key-reused");
        send(request(path)
                        .header("Authorization", basic(name, "set by somebody"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(passwords("set by somebody", PASSWORD))))
                .is(200);

        var again = send(posting(ADMINISTRATOR, path, reset).header("Idempotency-Key", "reset-1"))
                .is(200);

        assertThat(again.json().path("version")).isEqualTo(first.json().path("version"));
        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenSomebodyElsesPassword_whenAMemberSetsIt_thenTheyMayNot_andNothingChanges() {
        var member = person("BOARD_MEMBER", "");
        var name = fresh("person");
        var id = enrol(name);

        post(member, "/api/people/" + id + "/password", "{\"password\": \"set by somebody\"}")
                .isProblem(403, "forbidden");
        post(ADMINISTRATOR, "/api/people/" + id + "/password", passwords(PASSWORD, "set by somebody"))
                .isProblem(422, "invalid-values")
                .at("/current");
        post(ADMINISTRATOR, "/api/people/p-nobody/password", "{\"password\": \"set by somebody\"}")
                .isProblem(404, "not-found");
        post(ADMINISTRATOR, "/api/people/p-nobody/access", "{\"role\": \"AUDITOR\"}")
                .isProblem(404, "not-found");

        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenABoardsAdministrator_whenTheyResetSomebodyOfAllBoards_thenTheyMayNot_andThePasswordStays() {
        var secretary = person("ADMINISTRATOR", "\"board\": \"" + board() + "\"");
        var name = fresh("person");
        var id = enrol(name);

        post(secretary, "/api/people/" + id + "/password", "{\"password\": \"set by somebody\"}")
                .isProblem(403, "forbidden");

        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenPeople_whenABoardsAdministratorListsThem_thenTheySeeTheirBoardsAlone_andNobodyIsSkipped() {
        var board = board();
        var secretary = person("ADMINISTRATOR", "\"board\": \"" + board + "\"");
        var theirs = new Grant(Role.AUDITOR, board, null);
        var others = new Grant(Role.AUDITOR, "another", null);
        var anna = enrol(fresh("person"));
        when(persons.all(isNull(), eq(2)))
                .thenReturn(new Page<>(
                        List.of(
                                new PersonView("p-1", List.of(others), false, 1),
                                new PersonView(anna, List.of(theirs), false, 1)),
                        "c1"));
        when(persons.all("c1", 1))
                .thenReturn(new Page<>(List.of(new PersonView("p-3", List.of(others), false, 1)), "c2"));
        when(persons.all("c2", 1))
                .thenReturn(new Page<>(List.of(new PersonView("p-4", List.of(theirs), false, 2)), "c3"));

        var people = get(secretary, "/api/people?limit=2").is(200).json();

        assertThat(people.path("people").values().stream()
                        .map(person -> person.path("id").stringValue()))
                .containsExactly(anna, "p-4");
        assertThat(people.path("people").path(0).path("name").stringValue()).isEqualTo("Somebody");
        assertThat(people.path("people").path(1).path("name").isNull()).isTrue();
        assertThat(people.path("next").stringValue()).isEqualTo("c3");
    }

    @Test
    void givenAPerson_whenTheyAreForgotten_thenTheyAreNobodyAtOnce_andARepeatIsAnsweredAlike() {
        var name = fresh("person");
        var id = enrol(name);
        get(name, "/api/frameworks").is(200);

        var forgotten = forget(ADMINISTRATOR, id).is(200).json();

        assertThat(forgotten.propertyNames()).containsExactly("id", "version", "position");
        assertThat(forgotten.path("id").stringValue()).isEqualTo(id);
        assertThat(forgotten.path("version").longValue()).isEqualTo(2);
        get(name, "/api/frameworks").isProblem(401, "not-signed-in");
        var again = forget(ADMINISTRATOR, id).is(200).json();
        assertThat(again.path("version").longValue()).isEqualTo(2);
        assertThat(eventsOf(Set.of(id))).isEqualTo(2);
        assertThat(cabinet.get("person", id)).isEmpty();
        // The name is free again, for somebody of their own.
        assertThat(enrol(name)).isNotEqualTo(id);
        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenAPersonWhoWasForgotten_whenMoreIsAskedOfThem_thenNothingHappens() {
        var id = enrol(fresh("person"));
        forget(ADMINISTRATOR, id).is(200);

        post(ADMINISTRATOR, "/api/people/" + id + "/access", "{\"role\": \"AUDITOR\"}")
                .isProblem(404, "not-found");
        post(ADMINISTRATOR, "/api/people/" + id + "/password", "{\"password\": \"set by somebody\"}")
                .isProblem(409, "person-forgotten");
        post(ADMINISTRATOR, "/api/people/" + id + "/access/end", "{\"reason\": \"left\"}")
                .isProblem(409, "no-access");
        assertThat(eventsOf(Set.of(id))).isEqualTo(2);
    }

    @Test
    void givenAnEnrolmentWithAKey_whenItIsSentAgainAfterThePersonWasForgotten_thenItBringsNobodyBack() {
        var name = fresh("person");
        var body = newcomer(name, "AUDITOR", "");
        var id = send(posting(ADMINISTRATOR, "/api/people", body).header("Idempotency-Key", "people-3"))
                .is(201)
                .id();
        forget(ADMINISTRATOR, id).is(200);

        send(posting(ADMINISTRATOR, "/api/people", body).header("Idempotency-Key", "people-3"))
                .isProblem(409, "person-forgotten");

        get(name, "/api/frameworks").isProblem(401, "not-signed-in");
        assertThat(cabinet.stream("person")).noneMatch(paper -> paper.json().contains('"' + name + '"'));
    }

    @Test
    void givenOneselfOrSomebodyOutOfReach_whenForgotten_thenItIsRefused() {
        var board = board();
        var secretary = fresh("secretary");
        var own = post(
                        ADMINISTRATOR,
                        "/api/people",
                        newcomer(secretary, "ADMINISTRATOR", "\"board\": \"%s\"".formatted(board)))
                .is(201)
                .id();
        var member = post(
                        secretary,
                        "/api/people",
                        newcomer(fresh("person"), "BOARD_MEMBER", "\"board\": \"%s\"".formatted(board)))
                .is(201)
                .id();
        var name = fresh("person");
        var ofAllBoards = enrol(name);

        forget(secretary, own).isProblem(409, "own-access");
        forget(ADMINISTRATOR, GiveAccess.FIRST_ADMINISTRATOR).isProblem(409, "own-access");
        forget(secretary, ofAllBoards).isProblem(403, "forbidden");
        forget(name, member).isProblem(403, "forbidden");
        forget(ADMINISTRATOR, "p-nobody").isProblem(404, "not-found");
        send(as(secretary, "/api/people/" + member).header("If-Match", "\"9\"").DELETE())
                .isProblem(412, "version-moved-on");
        forget(secretary, member).is(200);
        forget(secretary, member).is(200);

        get(name, "/api/frameworks").is(200);
    }

    @Test
    void givenTheCabinet_whenItIsLookedThrough_thenNoPasswordIsInIt() {
        person("AUDITOR", "");

        for (var kind : List.of("person", "sign-in", "enrolment")) {
            assertThat(cabinet.stream(kind))
                    .isNotEmpty()
                    .noneMatch(paper -> paper.json().contains(PASSWORD));
        }
    }

    @Test
    void givenTheFirstAdministrator_whenTheyAreLookedAt_thenTheyAppointedThemselvesOnce() {
        assertThat(eventsOf(Set.of(GiveAccess.FIRST_ADMINISTRATOR))).isEqualTo(1);
    }

    private Answer forget(String signIn, String id) {
        return send(as(signIn, "/api/people/" + id).DELETE());
    }

    private String enrol(String name) {
        return post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", ""))
                .is(201)
                .id();
    }

    private long eventsOf(Set<String> people) {
        return people.stream()
                .mapToLong(person -> streams.fold(StreamId.person(person), 0L, (count, event) -> count + 1))
                .sum();
    }

    private static String passwords(String current, String password) {
        return "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, password);
    }
}
