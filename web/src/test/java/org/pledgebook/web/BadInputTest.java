package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read or cannot be: each has its own clear problem, none is a 500, and nothing is recorded. */
class BadInputTest extends EdgeTest {

    private static final String JSON = "application/json";

    private String partner = "";
    private String editor = "";

    /** A body, and what is wrong with it. */
    record Row(
            String name,
            String contentType,
            String body,
            Charset charset,
            int status,
            String type,
            List<String> pointers) {

        static Row of(String name, String body, int status, String type, String... pointers) {
            return new Row(name, JSON, body, StandardCharsets.UTF_8, status, type, List.of(pointers));
        }

        /** A pledge in which one piece is replaced. */
        static Row pledge(String name, String piece, String by, int status, String type, String... pointers) {
            assertThat(EdgeTest.pledge()).contains(piece);
            return of(name, EdgeTest.pledge().replace(piece, by), status, type, pointers);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void aPartner() {
        partner = partner(board());
        editor = editor(partner);
        post(editor, pledges(), pledge()).is(201);
    }

    static Stream<Row> pledgeRows() {
        var title = "\"A younger board\"";
        return Stream.of(
                Row.of("no body", "", 400, "unreadable"),
                Row.of("null", "null", 400, "unreadable"),
                Row.of("a list", "[]", 400, "unreadable"),
                Row.of("text", "\"x\"", 400, "unreadable"),
                Row.of("a number", "5", 400, "unreadable"),
                Row.of("cut off", "{\"title\": \"x\"", 400, "unreadable"),
                Row.of("single quotes", "{'title': 'x'}", 400, "unreadable"),
                Row.of("a comment", "{/* x */}", 400, "unreadable"),
                Row.of("a trailing comma", "{\"title\": \"x\",}", 400, "unreadable"),
                Row.of("not a number", pledge().replace("\"target\": 3", "\"target\": NaN"), 400, "unreadable"),
                Row.of("a second object after it", pledge() + "{}", 400, "unreadable"),
                Row.of("text after it", pledge() + "x", 400, "unreadable"),
                Row.of(
                        "a name twice",
                        pledge().replace("{\"title\"", "{\"lead\": \"x\", \"title\""),
                        400,
                        "unreadable"),
                Row.of("nested a thousand deep", "[".repeat(1_100), 400, "unreadable"),
                Row.of(
                        "a control character that is not escaped",
                        pledge().replace("younger", "you\u0001nger"),
                        400,
                        "unreadable"),
                new Row(
                        "broken UTF-8",
                        JSON,
                        pledge().replace("younger", "ä"),
                        StandardCharsets.ISO_8859_1,
                        400,
                        "unreadable",
                        List.of()),
                new Row("UTF-16", JSON, pledge(), StandardCharsets.UTF_16, 400, "unreadable", List.of()),
                Row.pledge("an unknown field", "\"teams\"", "\"team\": [], \"teams\"", 400, "unknown-field", "/team"),
                Row.pledge("an unknown field inside", "\"data\"", "\"date\"", 400, "unknown-field", "/basis/date"),
                Row.pledge(
                        "an unknown field in a list",
                        "\"unit\"",
                        "\"units\"",
                        400,
                        "unknown-field",
                        "/measures/0/units"),
                Row.pledge("a number for text", title, "5", 400, "wrong-type", "/title"),
                Row.pledge("true for text", title, "true", 400, "wrong-type", "/title"),
                Row.pledge("a list for text", title, "[\"x\"]", 400, "wrong-type", "/title"),
                Row.pledge("an object for text", title, "{}", 400, "wrong-type", "/title"),
                Row.pledge(
                        "text for a number",
                        "\"target\": 3",
                        "\"target\": \"3\"",
                        400,
                        "wrong-type",
                        "/measures/0/target"),
                Row.pledge(
                        "empty text for a number",
                        "\"target\": 3",
                        "\"target\": \"\"",
                        400,
                        "wrong-type",
                        "/measures/0/target"),
                Row.pledge(
                        "true for a number",
                        "\"target\": 3",
                        "\"target\": true",
                        400,
                        "wrong-type",
                        "/measures/0/target"),
                Row.pledge("text for a list", "[\"age\"]", "\"age\"", 400, "wrong-type", "/characteristics"),
                Row.pledge("a number in a list of text", "[\"age\"]", "[1]", 400, "wrong-type", "/characteristics/0"),
                Row.pledge("a list for an object", "{\"data\": \"d\"}", "[]", 400, "wrong-type", "/basis"),
                Row.pledge("text for an object", "{\"data\": \"d\"}", "\"\"", 400, "wrong-type", "/basis"),
                Row.pledge("a number for a choice", "\"NEW\"", "0", 400, "wrong-type", "/origin"),
                Row.pledge("no such choice", "\"NEW\"", "\"FRESH\"", 422, "invalid-values", "/origin"),
                Row.pledge("a choice in small letters", "\"NEW\"", "\"new\"", 422, "invalid-values", "/origin"),
                Row.pledge("an empty choice", "\"NEW\"", "\"\"", 422, "invalid-values", "/origin"),
                Row.pledge(
                        "a number for a date", "\"teams\"", "\"saidOn\": 5, \"teams\"", 400, "wrong-type", "/saidOn"),
                Row.pledge(
                        "a list for a date",
                        "\"teams\"",
                        "\"saidOn\": [2023,1,1], \"teams\"",
                        400,
                        "wrong-type",
                        "/saidOn"),
                Row.pledge(
                        "no such date",
                        "\"teams\"",
                        "\"saidOn\": \"2023-02-30\", \"teams\"",
                        422,
                        "invalid-values",
                        "/saidOn"),
                Row.pledge(
                        "a British date",
                        "\"teams\"",
                        "\"saidOn\": \"01/02/2023\", \"teams\"",
                        422,
                        "invalid-values",
                        "/saidOn"),
                Row.pledge(
                        "a time for a date",
                        "\"teams\"",
                        "\"saidOn\": \"2023-01-01T00:00:00Z\", \"teams\"",
                        422,
                        "invalid-values",
                        "/saidOn"),
                Row.pledge(
                        "an empty date", "\"teams\"", "\"saidOn\": \"\", \"teams\"", 422, "invalid-values", "/saidOn"),
                Row.pledge(
                        "a year of five digits",
                        "\"teams\"",
                        "\"saidOn\": \"+12023-01-01\", \"teams\"",
                        422,
                        "invalid-values",
                        "/saidOn"),
                Row.pledge("nothing for text", title, "null", 422, "invalid-values", "/title"),
                Row.pledge("empty text", title, "\"\"", 422, "invalid-values", "/title"),
                Row.pledge("blank text", title, "\" \\n\"", 422, "invalid-values", "/title"),
                Row.pledge(
                        "a title of 201 characters",
                        title,
                        '"' + "x".repeat(201) + '"',
                        422,
                        "invalid-values",
                        "/title"),
                Row.pledge(
                        "text of 4,001 characters",
                        "\"i\"",
                        '"' + "x".repeat(4_001) + '"',
                        422,
                        "invalid-values",
                        "/inequality"),
                Row.pledge("a control character", title, "\"a\\u0000b\"", 422, "invalid-values", "/title"),
                Row.pledge("half a character", title, "\"\\ud800\"", 422, "invalid-values", "/title"),
                Row.pledge("1e400", "\"target\": 3", "\"target\": 1e400", 422, "invalid-values", "/measures/0/target"),
                Row.pledge(
                        "1e2147483647",
                        "\"target\": 3",
                        "\"target\": 1e2147483647",
                        422,
                        "invalid-values",
                        "/measures/0/target"),
                Row.pledge(
                        "1e99999999999",
                        "\"target\": 3",
                        "\"target\": 1e99999999999",
                        422,
                        "invalid-values",
                        "/measures/0/target"),
                Row.pledge("1,001 digits", "\"target\": 3", "\"target\": " + "9".repeat(1_001), 400, "unreadable"),
                Row.pledge(
                        "seven decimals",
                        "\"target\": 3",
                        "\"target\": 0.1234567",
                        422,
                        "invalid-values",
                        "/measures/0/target"),
                Row.pledge("nothing in a list", "[\"age\"]", "[null]", 422, "invalid-values", "/characteristics/0"),
                Row.pledge(
                        "an id with capitals", "[\"age\"]", "[\"Age\"]", 422, "invalid-values", "/characteristics/0"),
                Row.pledge(
                        "a measure that is nothing",
                        "[{\"id\": \"seats\"",
                        "[null, {\"id\": \"seats\"",
                        422,
                        "invalid-values",
                        "/measures/0"),
                Row.of(
                        "nothing at all",
                        "{}",
                        422,
                        "invalid-values",
                        "/action",
                        "/basis",
                        "/characteristics",
                        "/howWeWillKnow",
                        "/inequality",
                        "/lead",
                        "/origin",
                        "/outcome",
                        "/title"),
                new Row(
                        "plain text",
                        "text/plain",
                        pledge(),
                        StandardCharsets.UTF_8,
                        415,
                        "unsupported-media-type",
                        List.of()),
                new Row(
                        "a form",
                        "application/x-www-form-urlencoded",
                        "title=x",
                        StandardCharsets.UTF_8,
                        415,
                        "unsupported-media-type",
                        List.of()),
                new Row(
                        "YAML",
                        "application/yaml",
                        "title: x",
                        StandardCharsets.UTF_8,
                        415,
                        "unsupported-media-type",
                        List.of()),
                new Row(
                        "nonsense for a type",
                        "nonsense",
                        pledge(),
                        StandardCharsets.UTF_8,
                        415,
                        "unsupported-media-type",
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("pledgeRows")
    void givenABodyThatCannotBe_whenItIsSent_thenItHasItsOwnProblemAndNothingIsRecorded(Row row) {
        var before = readModels.head();

        var answer = send(as(editor, pledges())
                .header("Content-Type", row.contentType())
                .POST(BodyPublishers.ofString(row.body(), row.charset())));

        answer.isProblem(row.status(), row.type()).at(row.pointers().toArray(String[]::new));
        assertThat(readModels.head()).isEqualTo(before);
    }

    static Stream<Row> progressRows() {
        var progress = progress("2023-Q1");
        return Stream.of(
                Row.of(
                        "text for a reading",
                        progress.replace(": 2}", ": \"2\"}"),
                        400,
                        "wrong-type",
                        "/readings/seats"),
                Row.of("a list of readings", progress.replace("{\"seats\": 2}", "[]"), 400, "wrong-type", "/readings"),
                Row.of("a reading twice", progress.replace("2}", "2, \"seats\": 3}"), 400, "unreadable"),
                Row.of(
                        "a reading of 1e400",
                        progress.replace(": 2}", ": 1e400}"),
                        422,
                        "invalid-values",
                        "/readings/seats"),
                Row.of(
                        "a reading that is nothing",
                        progress.replace(": 2}", ": null}"),
                        422,
                        "invalid-values",
                        "/readings/seats"),
                Row.of(
                        "a measure's id with a slash",
                        progress.replace("\"seats\"", "\"a/~b\""),
                        422,
                        "invalid-values",
                        "/readings/a~1~0b"),
                Row.of("no such status", progress.replace("ON_TRACK", "NO_REPORT"), 422, "invalid-values", "/status"),
                Row.of(
                        "evidence that runs",
                        progress.replace("[]", "[{\"title\": \"x\", \"url\": \"javascript:alert(1)\"}]"),
                        422,
                        "invalid-values",
                        "/evidence/0/url"));
    }

    @ParameterizedTest
    @MethodSource("progressRows")
    void givenAReportThatCannotBe_whenItIsSent_thenItHasItsOwnProblemAndNothingIsRecorded(Row row) {
        var before = readModels.head();

        post(editor, pledges() + "/1/progress", row.body())
                .isProblem(row.status(), row.type())
                .at(row.pointers().toArray(String[]::new));

        assertThat(readModels.head()).isEqualTo(before);
    }

    @Test
    void givenTheAdministratorsForms_whenFieldsAreMissing_thenEachIsNamedAsTheBodyNamesIt() {
        var board = board();

        post(ADMINISTRATOR, "/api/boards", "{}")
                .isProblem(422, "invalid-values")
                .at("/id", "/name", "/timeZone");
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", "{\"pledgesPerPartner\": 0}")
                .isProblem(422, "invalid-values")
                .at("/cadence", "/endsOn", "/id", "/pledgesPerPartner", "/startsOn");
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", "{}")
                .isProblem(422, "invalid-values")
                .at("/pledgesPerPartner");
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", "{\"pledgesPerPartner\": null}")
                .isProblem(400, "wrong-type")
                .at("/pledgesPerPartner");
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", "{\"pledgesPerPartner\": 99999999999}")
                .isProblem(422, "invalid-values")
                .at("/pledgesPerPartner");
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", "{\"pledgesPerPartner\": 3.0}")
                .isProblem(400, "wrong-type")
                .at("/pledgesPerPartner");
        post(ADMINISTRATOR, "/api/boards/" + board + "/partners", "{}")
                .isProblem(422, "invalid-values")
                .at("/id", "/kind", "/name");
        post(ADMINISTRATOR, "/api/people", "{}")
                .isProblem(422, "invalid-values")
                .at("/email", "/name", "/password", "/role", "/signIn");
        post(editor, "/api/partners/" + partner + "/assessments/2023", "{\"version\": 1}")
                .isProblem(422, "invalid-values")
                .at("/answers", "/framework");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c0\u00af", "\u00e0\u0080\u00af", "\u00f4\u0090\u0080\u0080", "\u00ff"})
    void givenBytesThatAreNoUtf8_whenTheyAreSent_thenTheyAreNotReadAsSomethingElse(String bytes) {
        var before = readModels.head();

        send(as(editor, pledges())
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString(
                                pledge().replace("A younger board", bytes), StandardCharsets.ISO_8859_1)))
                .isProblem(400, "unreadable");

        assertThat(readModels.head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "multipart/form-data", "nonsense", "text/plain"})
    void givenATypeThatIsNotRead_whenABodyOfItIsSent_thenItIsUnsupported(String type) {
        send(as(editor, pledges()).header("Content-Type", type).POST(BodyPublishers.ofString(pledge())))
                .isProblem(415, "unsupported-media-type");
        send(as(editor, pledges())
                        .header("Content-Type", JSON)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString(pledge())))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void givenABodyOverOneMebibyte_whenItsLengthIsSaid_thenItIsTooLarge() {
        send(posting(editor, pledges(), " ".repeat(BodyLimit.BYTES) + pledge())).isProblem(413, "too-large");
    }

    @Test
    void givenABodyOfManyMebibytes_whenItsLengthIsNotSaid_thenItIsTooLarge() {
        var body = " ".repeat(8 * BodyLimit.BYTES).getBytes(StandardCharsets.UTF_8);

        send(as(editor, pledges())
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .isProblem(413, "too-large");
    }

    @Test
    void givenABodyOfExactlyOneMebibyte_whenItIsSent_thenItIsRead() {
        var pledge = pledge().strip();
        var longest = " ".repeat(BodyLimit.BYTES - pledge.length()) + pledge;

        post(editor, pledges(), longest).is(201);
    }

    static Stream<String> oddPaths() {
        return Stream.of(
                "/api/partners/No-Capitals/pledges/2023",
                "/api/partners/%20/pledges/2023",
                "/api/partners/" + "x".repeat(61) + "/pledges/2023",
                "/api/partners/nobody/pledges/2023/0",
                "/api/partners/nobody/pledges/2023/01",
                "/api/partners/nobody/pledges/2023/-1",
                "/api/partners/nobody/pledges/2023/1.5",
                "/api/partners/nobody/pledges/2023/99999999999999999999",
                "/api/partners/nobody/pledges/2023/one",
                "/api/frameworks/eds-2022/0",
                "/api/frameworks/eds-2022/x",
                "/api/frameworks/eds-2022",
                "/api/nothing",
                "/api",
                "/api/",
                "/api/boards/",
                "/nothing");
    }

    @ParameterizedTest
    @MethodSource("oddPaths")
    void givenAnAddressThatLeadsNowhere_whenItIsRead_thenItIsNotFound(String path) {
        get(ADMINISTRATOR, path).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("oddParameters")
    void givenAParameterThatCannotBeRead_whenItIsSent_thenItIsNamed(String path) {
        get(ADMINISTRATOR, path).isProblem(400, "malformed-parameter");
    }

    static Stream<String> oddParameters() {
        return Stream.of(
                "/api/boards?limit=0",
                "/api/boards?limit=501",
                "/api/boards?limit=-1",
                "/api/boards?limit=ten",
                "/api/boards?limit=",
                "/api/boards?limit=1e2",
                "/api/boards?limit=99999999999999",
                "/api/audit/events?board=No%20Slug",
                "/api/audit/events?partner=%00",
                "/api/audit/events?pledge=x",
                "/api/audit/events?from=yesterday",
                "/api/audit/events?from=2023-02-30",
                "/api/audit/events?from=%2B999999999-12-31",
                "/api/audit/events?to=9999999-12-31T00:00:00Z",
                "/api/audit/events?from=2023-02-02&to=2023-02-01",
                "/api/audit/events?partner=a&pledge=b/2023/1",
                "/api/audit/checkpoint?size=0",
                "/api/audit/checkpoint?size=-1",
                "/api/audit/checkpoint?size=999999999",
                "/api/audit/checkpoint?size=many",
                "/api/audit/proofs/inclusion",
                "/api/audit/proofs/inclusion?leaf=0",
                "/api/audit/proofs/inclusion?leaf=1&size=1",
                "/api/audit/proofs/inclusion?leaf=-1&size=1",
                "/api/audit/proofs/inclusion?leaf=0&size=99999999999999999999",
                "/api/audit/proofs/consistency?from=0&to=1",
                "/api/audit/proofs/consistency?from=2&to=1",
                "/api/audit/pack?board=a&partner=b",
                "/api/audit/pack?pledge=x",
                "/api/audit/pack?asOf=yesterday",
                "/api/audit/pack?asOf=2023-02-30");
    }

    private String pledges() {
        return "/api/partners/" + partner + "/pledges/2023";
    }
}
