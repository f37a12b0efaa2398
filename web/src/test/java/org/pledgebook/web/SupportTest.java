package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offers, requests and answers, and who may give them. */
class SupportTest extends EdgeTest {

    private String board = "";
    private String partner = "";
    private String other = "";
    private String editor = "";
    private String rival = "";

    @BeforeAll
    void twoPartners() {
        board = board();
        partner = partner(board);
        other = partner(board);
        editor = editor(partner);
        rival = editor(other);
    }

    @Test
    void givenAnEditor_whenTheyOfferAndAsk_thenEachHasItsNumberAndAddress() {
        var asking = partner(board);
        var first = post(ADMINISTRATOR, support(asking), asking("")).is(201);
        var second = post(ADMINISTRATOR, support(asking), asking("").replace("REQUEST", "OFFER"))
                .is(201);

        assertThat(first.id()).isEqualTo(asking + "/support/1");
        assertThat(first.header("Location")).isEqualTo(support(asking) + "/1");
        assertThat(second.id()).isEqualTo(asking + "/support/2");
    }

    @Test
    void givenARequest_whenPartnersAnswer_thenOnlyTheirOwnEditorsMayInTheirName() {
        var path = support(partner) + "/" + posted() + "/answers";
        var third = partner(board);
        var member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));

        assertThat(post(rival, path, answer(other))
                        .is(200)
                        .json()
                        .path("version")
                        .longValue())
                .isEqualTo(2);
        post(editor(third), path, answer(third)).is(200);
        post(ADMINISTRATOR, path, answer(third)).is(200);
        post(rival, path, answer(third)).isProblem(403, "forbidden");
        post(editor, path, answer(other)).isProblem(403, "forbidden");
        post(editor, path, answer(partner)).isProblem(422, "own-support").at("/from");
        post(member, path, "{{{").isProblem(403, "forbidden");
        post(editor(partner(board())), path, answer(other)).isProblem(404, "not-found");
    }

    @Test
    void givenAnotherPartner_whenItsEditorOffersInThisOnesName_thenTheyMayNot() {
        post(rival, support(partner), "{{{").isProblem(403, "forbidden");
    }

    @Test
    void givenAPledge_whenSupportIsAboutIt_thenItMustBeThere() {
        post(editor, "/api/partners/" + partner + "/pledges/2023", pledge()).is(201);

        post(rival, support(other), asking(", \"pledge\": \"%s/2023/1\"".formatted(partner)))
                .is(201);
        post(rival, support(other), asking(", \"pledge\": \"%s/2023/9\"".formatted(partner)))
                .isProblem(422, "unknown-pledge")
                .at("/pledge");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"kind\": \"REQUEST\"', '\"kind\": \"WISH\"', 422, /kind",
        "'\"kind\": \"REQUEST\"', '\"kind\": 1', 400, /kind",
        "'\"kind\": \"REQUEST\", ', '', 422, /kind",
        "'Who knows?', '', 422, /text",
        "'}', ', \"pledge\": \"no pledge\"}', 422, /pledge",
        "'}', ', \"saidOn\": \"2999-01-01\"}', 422, /saidOn",
        "'}', ', \"number\": 7}', 400, /number"
    })
    void givenAFieldThatCannotBe_whenSupportIsPosted_thenItIsNamed(
            String piece, String by, int status, String pointer) {
        var body = asking("");
        assertThat(body).contains(piece);
        var before = readModels.head();

        var refused = post(editor, support(partner), body.replace(piece, by));

        refused.is(status).at(pointer);
        assertThat(readModels.head()).isEqualTo(before);
    }

    @Test
    void givenFieldsThatAreMissing_whenAnAnswerIsSent_thenEachIsNamed() {
        var path = support(partner) + "/" + posted() + "/answers";

        post(rival, path, "{}").isProblem(422, "invalid-values").at("/from", "/text");
        post(rival, support(partner) + "/999/answers", answer(other)).isProblem(404, "not-found");
        post(rival, support(partner) + "/x/answers", answer(other)).isProblem(404, "not-found");
        get(editor, support(partner) + "/999").isProblem(404, "not-found");
        get(editor, support(partner)).is(200);
    }

    private int posted() {
        var id = post(editor, support(partner), asking("")).is(201).id();
        return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String support(String partner) {
        return "/api/partners/" + partner + "/support";
    }

    private static String asking(String more) {
        return "{\"kind\": \"REQUEST\", \"text\": \"Who knows?\"" + more + "}";
    }

    private static String answer(String from) {
        return "{\"from\": \"%s\", \"text\": \"We do.\"}".formatted(from);
    }
}
