package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may become of a pledge, over HTTP: who may say it, what it answers, and how it is refused. */
class PledgeLifeTest extends EdgeTest {

    private static final String REASON = "{\"reason\": \"So it was decided.\"}";

    private String board = "";
    private String partner = "";
    private String editor = "";
    private String member = "";

    @BeforeEach
    void aPledge() {
        board = board();
        partner = partner(board);
        editor = editor(partner);
        member = person("BOARD_MEMBER", "\"board\": \"" + board + "\"");
        post(editor, pledges("2023"), pledge()).is(201);
    }

    @Test
    void givenAPledge_whenAmendedExtendedAndFulfilled_thenEachAnswersWithItsVersion() {
        post(ADMINISTRATOR, "/api/partners/" + partner + "/teams", "{\"team\": \"outreach\"}")
                .is(200);

        assertChanged(say("/amendments", "{\"teams\": [\"outreach\"], \"reason\": \"To try it first.\"}"), "", 2);
        assertChanged(say("/extension", "{\"teams\": [], \"reason\": \"It works.\"}"), "", 3);
        assertChanged(say("/fulfilment", "{\"outcome\": \"Three seats.\", \"saidOn\": \"2023-12-01\"}"), "", 4);
        say("/amendments", "{\"title\": \"Younger\", \"reason\": \"Plainer.\"}").isProblem(409, "pledge-fulfilled");
    }

    @Test
    void givenThreePledges_whenOneIsWithdrawn_thenAFourthIsMadeUnderItsOwnNumber() {
        post(editor, pledges("2023"), pledge()).is(201);
        post(editor, pledges("2023"), pledge()).is(201);
        post(editor, pledges("2023"), pledge()).isProblem(409, "pledges-full");

        assertChanged(say("/withdrawal", REASON), "", 2);

        var fourth = post(editor, pledges("2023"), pledge()).is(201);
        assertThat(fourth.id()).isEqualTo(partner + "/2023/4");
        assertThat(fourth.header("Location")).isEqualTo(pledges("2023") + "/4");
        post(editor, pledges("2023"), pledge()).isProblem(409, "pledges-full");
        say("/progress", progress("2023-Q1")).isProblem(409, "pledge-withdrawn");
        say("/withdrawal", REASON).isProblem(409, "pledge-withdrawn");
    }

    @Test
    void givenALaterCycle_whenAPledgeIsContinued_thenTheNewOneHasAnAddress() {
        cycle("2024");

        var body = "{\"cycle\": \"2024\", \"reason\": \"There is more to do.\"}";
        send(posting(editor, pledges("2023") + "/1/continuation", body).header("If-Match", "\"7\""))
                .isProblem(412, "version-moved-on");
        var continued = send(posting(editor, pledges("2023") + "/1/continuation", body)
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", "on"))
                .is(201);
        var again = send(posting(editor, pledges("2023") + "/1/continuation", body)
                        .header("Idempotency-Key", "on"))
                .is(201);

        assertThat(continued.id()).isEqualTo(partner + "/2024/1");
        assertThat(continued.header("Location")).isEqualTo(pledges("2024") + "/1");
        assertThat(again.header("Location")).isEqualTo(continued.header("Location"));
        say("/continuation", body).isProblem(409, "already-continued");
        say("/continuation", body.replace("2024", "2023"))
                .isProblem(422, "not-a-later-cycle")
                .at("/cycle");
        say("/continuation", body.replace("2024", "1999"))
                .isProblem(422, "unknown-cycle")
                .at("/cycle");
    }

    @Test
    void givenAQuestion_whenItIsAnswered_thenItsIdAndVersionAreItsOwnAndOnlyMembersAsk() {
        var question = pledges("2023") + "/1/questions";
        post(editor, question, "{\"text\": \"Who was asked?\"}").isProblem(403, "forbidden");
        post(ADMINISTRATOR, question, "{\"text\": \"Who was asked?\"}").isProblem(403, "forbidden");
        post(person("AUDITOR", ""), question, "{\"text\": \"Who was asked?\"}").isProblem(403, "forbidden");
        var stranger = person("BOARD_MEMBER", "\"board\": \"" + board() + "\"");
        post(stranger, question, "{\"text\": \"Who was asked?\"}").isProblem(404, "not-found");

        assertChanged(post(member, question, "{\"text\": \"Who was asked?\"}"), "/questions/1", 1);
        assertChanged(post(person("BOARD_MEMBER", ""), question, "{\"text\": \"Who was not?\"}"), "/questions/2", 1);

        post(member, question + "/1/answer", "{\"text\": \"All members.\"}").isProblem(403, "forbidden");
        assertChanged(post(editor, question + "/1/answer", "{\"text\": \"All members.\"}"), "/questions/1", 2);
        post(editor, question + "/1/answer", "{\"text\": \"All.\"}").isProblem(409, "already-answered");
        post(editor, question + "/3/answer", "{\"text\": \"All.\"}").isProblem(404, "not-found");
        post(editor, question + "/0/answer", "{\"text\": \"All.\"}").isProblem(404, "not-found");
    }

    @Test
    void givenAClosedCycle_whenTheBoardLooksBack_thenOnlyQuestionsAndAnswersAreTaken() {
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles/2023/closure", REASON)
                .is(200);

        post(member, pledges("2023") + "/1/questions", "{\"text\": \"Who was asked?\"}")
                .is(200);
        say("/questions/1/answer", "{\"text\": \"All members.\"}").is(200);
        say("/withdrawal", REASON).isProblem(409, "cycle-closed");
        say("/amendments", "{\"title\": \"Younger\", \"reason\": \"Plainer.\"}").isProblem(409, "cycle-closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /amendments          | {}                                                        | 422 | invalid-values | /reason
                    /amendments          | {"reason": "r"}                                           | 422 | nothing-changed | ''
                    /amendments          | {"title": null, "reason": "r"}                            | 422 | nothing-changed | ''
                    /amendments          | {"title": "", "reason": "r"}                              | 422 | invalid-values | /title
                    /amendments          | {"title": 5, "reason": "r"}                               | 400 | wrong-type | /title
                    /amendments          | {"measures": [null], "reason": "r"}                       | 422 | invalid-values | /measures/0
                    /amendments          | {"measures": [{"id": "a"}], "reason": "r"}                | 422 | invalid-values | /measures/0/title
                    /amendments          | {"measures": [{"id": "a", "title": "t", "target": 1e999999}], "reason": "r"} | 422 | invalid-values | /measures/0/target
                    /amendments          | {"measures": [{"id": "a", "title": "t", "target": 1}], "reason": "r"} | 422 | target-without-unit | /measures/0/unit /measures/0/baseline
                    /amendments          | {"items": [{"framework": "none", "item": "a"}], "reason": "r"} | 422 | unknown-framework | /items/0/framework
                    /amendments          | {"items": [{"framework": "none"}], "reason": "r"}         | 422 | invalid-values | /items/0/item
                    /amendments          | {"classes": [], "reason": "r"}                            | 400 | unknown-field | /classes
                    /amendments          | {"title": "x", "reason": "r", "saidOn": "2999-01-01"}     | 422 | invalid-values | /saidOn
                    /amendments          | {"title": "x", "reason": "r", "saidOn": "2150-01-01"}     | 422 | said-in-the-future | /saidOn
                    /extension           | {}                                                        | 422 | invalid-values | /reason /teams
                    /extension           | {"teams": [], "reason": "r"}                              | 409 | not-a-pilot | ''
                    /extension           | {"teams": ["Team"], "reason": "r"}                        | 422 | invalid-values | /teams/0
                    /extension           | {"teams": ["none"], "reason": "r"}                        | 422 | unknown-team | /teams/0
                    /withdrawal          | {}                                                        | 422 | invalid-values | /reason
                    /fulfilment          | {"outcome": " "}                                          | 422 | invalid-values | /outcome
                    /continuation        | {}                                                        | 422 | invalid-values | /cycle /reason
                    /continuation        | {"cycle": "A/b", "reason": "r"}                           | 422 | invalid-values | /cycle
                    /questions/1/answer  | {}                                                        | 422 | invalid-values | /text
                    """)
    void givenABodyThatCannotBe_whenItIsSent_thenItsFieldIsNamedAndNothingIsRecorded(
            String path, String body, int status, String type, String pointers) {
        var before = readModels.head();

        var answer = say(path, body).isProblem(status, type);

        if (status != 409) {
            answer.at(pointers.split(" ", -1));
        }
        assertThat(readModels.head()).isEqualTo(before);
    }

    @Test
    void givenAPledgeThatNamesAnItem_whenNoFrameworkHasIt_thenItIsRefused() {
        var naming = pledge().replace("\"lead\"", "\"items\": [{\"framework\": \"none\", \"item\": \"1a\"}], \"lead\"");

        post(editor, pledges("2023"), naming)
                .isProblem(422, "unknown-framework")
                .at("/items/0/framework");
    }

    @Test
    void givenAPledgeThatIsNotThere_whenAnythingIsSaidOfIt_thenItIsNotFound() {
        var bodies = List.of(
                "/amendments {\"title\": \"x\", \"reason\": \"r\"}",
                "/extension {\"teams\": [], \"reason\": \"r\"}",
                "/withdrawal {\"reason\": \"r\"}",
                "/fulfilment {\"outcome\": \"o\"}",
                "/continuation {\"cycle\": \"2024\", \"reason\": \"r\"}",
                "/questions/1/answer {\"text\": \"t\"}");
        for (var line : bodies) {
            var path = line.substring(0, line.indexOf(' '));
            var body = line.substring(line.indexOf(' '));
            post(editor, pledges("2023") + "/9" + path, body).isProblem(404, "not-found");
            post(editor, pledges("1999") + "/1" + path, body).isProblem(404, "not-found");
            post(member, pledges("2023") + "/1" + path, body).isProblem(403, "forbidden");
        }
    }

    private Answer say(String path, String body) {
        return post(editor, pledges("2023") + "/1" + path, body);
    }

    private void assertChanged(Answer answer, String thing, long version) {
        var json = answer.is(200).json();
        assertThat(json.path("id").stringValue()).isEqualTo(partner + "/2023/1" + thing);
        assertThat(json.path("version").longValue()).isEqualTo(version);
        assertThat(json.path("position").longValue()).isPositive();
    }

    private void cycle(String year) {
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", """
                        {"id": "%1$s", "startsOn": "%1$s-01-01", "endsOn": "%1$s-12-31", "pledgesPerPartner": 3,
                         "cadence": "NONE"}
                        """.formatted(year))
                .is(200);
    }

    private String pledges(String cycle) {
        return "/api/partners/" + partner + "/pledges/" + cycle;
    }
}
