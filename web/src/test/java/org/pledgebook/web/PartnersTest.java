package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How partners change: their name, a merger, their leaving. */
class PartnersTest extends EdgeTest {

    private static final String REASON = "{\"reason\": \"So it was decided.\"}";

    @Test
    void givenAPartner_whenItIsRenamed_thenItsIdStaysAndItsVersionRises() {
        var partner = partner(board());

        var renamed = post(ADMINISTRATOR, at(partner, "name"), name("Another name"))
                .is(200)
                .json();

        assertThat(renamed.path("id").stringValue()).isEqualTo(partner);
        assertThat(renamed.path("version").longValue()).isEqualTo(2);
        post(ADMINISTRATOR, at(partner, "name"), name("Another name")).isProblem(409, "name-unchanged");
    }

    @Test
    void givenTwoPartners_whenOneMergesIntoTheOther_thenTheOtherGoesOnAndTheFirstIsSilent() {
        var board = board();
        var partner = partner(board);
        var other = partner(board);
        var editor = editor(partner);
        post(editor, "/api/partners/" + partner + "/pledges/2023", pledge()).is(201);
        post(editor, pledge(partner) + "/progress", progress("2023-Q1")).is(200);

        post(ADMINISTRATOR, at(partner, "merger"), into(partner))
                .isProblem(422, "merger-with-itself")
                .at("/into");
        post(ADMINISTRATOR, at(partner, "merger"), into(partner(board())))
                .isProblem(422, "unknown-partner")
                .at("/into");
        post(ADMINISTRATOR, at(partner, "merger"), into(other)).is(200);

        post(ADMINISTRATOR, at(other, "merger"), into(partner)).isProblem(409, "successor-not-on-board");
        post(ADMINISTRATOR, at(partner, "departure"), REASON).isProblem(409, "partner-has-merged");
        assertThat(post(editor, "/api/partners/" + partner + "/pledges/2023", pledge())
                        .isProblem(409, "partner-has-merged")
                        .text())
                .contains(other);
        post(editor, pledge(partner) + "/progress", progress("2023-Q2")).isProblem(409, "partner-has-merged");
        // What it had reported can be mended.
        post(
                        editor,
                        pledge(partner) + "/progress/2023-Q1/corrections",
                        progress("2023-Q1").replace("\"period\": \"2023-Q1\"", "\"reason\": \"A slip.\""))
                .is(200);
        // Its version has moved with what merged into it.
        assertThat(post(ADMINISTRATOR, at(other, "name"), name("The two"))
                        .is(200)
                        .json()
                        .path("version")
                        .longValue())
                .isEqualTo(3);
    }

    @Test
    void givenAPartnerThatLeft_whenItSaysMore_thenItHearsWhy_butItIsRead() {
        var partner = partner(board());
        var editor = editor(partner);

        post(ADMINISTRATOR, at(partner, "departure"), REASON).is(200);

        assertThat(post(editor, "/api/partners/" + partner + "/pledges/2023", pledge())
                        .isProblem(409, "partner-has-left")
                        .text())
                .contains("does not end by itself");
        get(editor, at(partner, "timeline")).is(200);
    }

    @Test
    void givenAnEditorOrAMember_whenTheyChangeAPartner_thenTheyMayNot() {
        var board = board();
        var partner = partner(board);
        var member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));

        for (var person : List.of(editor(partner), member)) {
            for (var change : List.of("name", "merger", "departure")) {
                post(person, at(partner, change), "{{{").isProblem(403, "forbidden");
            }
        }
    }

    @Test
    void givenFieldsThatAreMissing_whenAPartnerIsChanged_thenEachIsNamed() {
        var partner = partner(board());

        post(ADMINISTRATOR, at(partner, "name"), "{}")
                .isProblem(422, "invalid-values")
                .at("/name", "/reason");
        post(ADMINISTRATOR, at(partner, "merger"), "{}")
                .isProblem(422, "invalid-values")
                .at("/into", "/reason");
        post(ADMINISTRATOR, at(partner, "departure"), "{}")
                .isProblem(422, "invalid-values")
                .at("/reason");
    }

    private static String at(String partner, String what) {
        return "/api/partners/" + partner + "/" + what;
    }

    private static String pledge(String partner) {
        return at(partner, "pledges/2023/1");
    }

    private static String name(String name) {
        return "{\"name\": \"%s\", \"reason\": \"It fits better.\"}".formatted(name);
    }

    private static String into(String partner) {
        return "{\"into\": \"%s\", \"reason\": \"They are one.\"}".formatted(partner);
    }
}
