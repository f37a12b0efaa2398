package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends EdgeTest {

    private static final String PATH = "/api/frameworks";

    @Autowired
    AtomicLong signInTime;

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic YWJj", "Bearer x", "Basic OjpA"})
    void givenCredentialsThatAreNone_whenTheyAreSent_thenItAsksForSome(String credentials) {
        send(request(PATH).header("Authorization", credentials)).isProblem(401, "not-signed-in");
    }

    @Test
    void givenWrongPasswordAndUnknownName_whenTheyAreTried_thenTheyLookTheSame() {
        var wrong =
                signIn(ADMINISTRATOR, "wrong").isProblem(401, "not-signed-in").text();

        assertThat(signIn(fresh("nobody"), "wrong")
                        .isProblem(401, "not-signed-in")
                        .text())
                .isEqualTo(wrong);
        assertThat(signIn("two words", "wrong").isProblem(401, "not-signed-in").text())
                .isEqualTo(wrong);
        assertThat(signIn("", "").isProblem(401, "not-signed-in").text()).isEqualTo(wrong);
    }

    @Test
    void givenAName_whenItIsTypedInCapitals_thenItIsTheSame() {
        var name = person("AUDITOR", "");

        signIn(name.toUpperCase(Locale.ROOT), PASSWORD).is(200);
    }

    @Test
    void givenTenFailures_whenAnotherIsTried_thenItHasToWait_whileWhoeverIsSignedInGoesOn() {
        var name = person("AUDITOR", "");
        signIn(name, PASSWORD).is(200);
        IntStream.range(0, 10)
                .parallel()
                .forEach(i -> signIn(name, "wrong " + i).isProblem(401, "not-signed-in"));

        var slowed = signIn(name, "wrong again").isProblem(429, "too-many-attempts");

        assertThat(slowed.header("Retry-After")).isEqualTo("1");
        signIn(name, PASSWORD).is(200);
        pass(Duration.ofSeconds(1));
        signIn(name, "wrong again").isProblem(401, "not-signed-in");
        assertThat(signIn(name, "wrong again")
                        .isProblem(429, "too-many-attempts")
                        .header("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void givenTenFailures_whenTheRightPasswordComesAfterTheWait_thenTheyAreForgotten() {
        var name = person("AUDITOR", "");
        IntStream.range(0, 10).forEach(i -> signIn(name, "wrong " + i).isProblem(401, "not-signed-in"));
        signIn(name, PASSWORD).isProblem(429, "too-many-attempts");
        pass(Duration.ofSeconds(1));

        signIn(name, PASSWORD).is(200);

        signIn(name, "wrong").isProblem(401, "not-signed-in");
        signIn(name, "wrong").isProblem(401, "not-signed-in");
    }

    @Test
    void givenARememberedCredential_whenFiveMinutesHavePassed_thenItIsCheckedAnew() {
        var name = person("AUDITOR", "");
        signIn(name, PASSWORD).is(200);
        IntStream.range(0, 10).forEach(i -> signIn(name, "wrong " + i).isProblem(401, "not-signed-in"));
        pass(Duration.ofSeconds(1));
        signIn(name, "wrong again").isProblem(401, "not-signed-in");
        signIn(name, PASSWORD).is(200);

        pass(Duration.ofMinutes(5));
        IntStream.range(0, 6).forEach(i -> {
            pass(Duration.ofSeconds(60));
            signIn(name, "wrong " + i).isProblem(401, "not-signed-in");
        });

        signIn(name, PASSWORD).isProblem(429, "too-many-attempts");
    }

    @Test
    void givenManyRequestsAtOnce_whenTheyAllHaveTheRightPassword_thenNoneHasToWait() {
        var name = person("AUDITOR", "");

        IntStream.range(0, 40).parallel().forEach(i -> signIn(name, PASSWORD).is(200));
    }

    @Test
    void givenALongPassword_whenOnlyItsEndDiffers_thenItIsAnotherOne() {
        var name = fresh("person");
        var password = "ä".repeat(127);
        post(ADMINISTRATOR, "/api/people", newcomer(name, "AUDITOR", "").replace(PASSWORD, password + "x"))
                .is(201);

        signIn(name, password + "y").isProblem(401, "not-signed-in");
        signIn(name, password + "x").is(200);
    }

    private void pass(Duration time) {
        signInTime.addAndGet(time.toNanos());
    }

    private Answer signIn(String name, String password) {
        return send(request(PATH).header("Authorization", basic(name, password)));
    }
}
