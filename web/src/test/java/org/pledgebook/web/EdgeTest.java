package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.pledgebook.query.ReadModels;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running edge and people to send requests as. All such tests share one; each takes ids of its own from
 * {@link #fresh}.
 */
@SpringBootTest(
        classes = TestBook.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson3",
            "axon.update-check.disabled=true",
            "axon.timeout.enabled=false",
            "pledgebook.cabinet=mongodb",
            "pledgebook.password-rounds=1000",
            "pledgebook.signing.key-file=target/signing.key",
            "pledgebook.administrator.password=" + EdgeTest.PASSWORD,
            "server.address=127.0.0.1"
        })
@TestInstance(Lifecycle.PER_CLASS)
abstract class EdgeTest {

    static final String PASSWORD = "a long enough password";
    static final String ADMINISTRATOR = "administrator";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    ReadModels readModels;

    @Autowired
    Streams streams;

    @BeforeEach
    void theFirstAdministratorIsAppointed() {
        assertThat(Grants.of(GiveAccess.FIRST_ADMINISTRATOR, streams).known()).isTrue();
    }

    /** An id that no other test has. */
    static String fresh(String beginning) {
        return beginning + "-" + COUNT.incrementAndGet();
    }

    static String basic(String signIn, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((signIn + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder as(String signIn, String path) {
        return request(path).header("Authorization", basic(signIn, PASSWORD));
    }

    HttpRequest.Builder posting(String signIn, String path, String body) {
        return as(signIn, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    Answer post(String signIn, String path, String body) {
        return send(posting(signIn, path, body));
    }

    Answer get(String signIn, String path) {
        return send(as(signIn, path));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("The edge hung up", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A new board, made by the first administrator. */
    String board() {
        var board = fresh("board");
        post(
                        ADMINISTRATOR,
                        "/api/boards",
                        "{\"id\": \"%s\", \"name\": \"A board\", \"timeZone\": \"Europe/London\"}".formatted(board))
                .is(201);
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", """
                        {"id": "2023", "startsOn": "2023-01-01", "endsOn": "2023-12-31", "pledgesPerPartner": 3,
                         "cadence": "QUARTERLY"}
                        """).is(200);
        return board;
    }

    /** A new partner of a board. */
    String partner(String board) {
        var partner = fresh("partner");
        post(
                        ADMINISTRATOR,
                        "/api/boards/" + board + "/partners",
                        "{\"id\": \"%s\", \"name\": \"A partner\", \"kind\": \"NHS\"}".formatted(partner))
                .is(201);
        return partner;
    }

    /** A new person; {@code place} is more JSON, such as {@code "board": "x"}. Answers the sign-in name. */
    String person(String role, String place) {
        var signIn = fresh("person");
        post(ADMINISTRATOR, "/api/people", newcomer(signIn, role, place)).is(201);
        return signIn;
    }

    static String newcomer(String signIn, String role, String place) {
        return """
                {"signIn": "%s", "name": "Somebody", "email": "somebody@example.org", "password": "%s", "role": "%s"%s}
                """.formatted(signIn, PASSWORD, role, place.isEmpty() ? "" : ", " + place);
    }

    String editor(String partner) {
        return person("PARTNER", "\"partner\": \"" + partner + "\"");
    }

    static String pledge() {
        return """
                {"title": "A younger board", "inequality": "i", "action": "a", "outcome": "o", "howWeWillKnow": "h",
                 "characteristics": ["age"], "origin": "NEW", "teams": [], "lead": "Chief Executive",
                 "basis": {"data": "d"},
                 "measures": [{"id": "seats", "title": "Seats", "unit": "seats", "baseline": 1, "target": 3}]}
                """;
    }

    static String progress(String period) {
        return """
                {"period": "%s", "status": "ON_TRACK", "narrative": "n", "readings": {"seats": 2}, "evidence": []}
                """.formatted(period);
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String id() {
            return json().path("id").stringValue();
        }

        Answer is(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return this;
        }

        /** Checks that it is a whole problem of that status and type. */
        Answer isProblem(int status, String type) {
            is(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
            var problem = json();
            assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "errors");
            assertThat(problem.path("type").stringValue()).as(text()).isEqualTo("/problems/" + type);
            assertThat(problem.path("status").intValue()).isEqualTo(status);
            assertThat(problem.path("title").stringValue()).isNotBlank();
            assertThat(problem.path("detail").stringValue()).isNotBlank();
            return this;
        }

        Answer at(String... pointers) {
            assertThat(json().path("errors").values().stream()
                            .map(error -> Objects.toString(error.path("pointer").stringValue())))
                    .as(text())
                    .containsExactly(pointers);
            return this;
        }
    }
}
