package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.assessment.UsageTable.Reference;
import tools.jackson.databind.JsonNode;

/** Tables of a service's users, populations to hold them beside, and what is released of them. */
class UsageTest extends EdgeTest {

    private static final String TABLE = """
            {"id": "sex", "title": "People seen, by sex", "characteristic": "sex", "startsOn": "2022-01-01",
             "endsOn": "2022-12-31", "groups": [{"id": "women", "label": "Women", "count": 120},
             {"id": "men", "label": "Men", "count": 61}, {"id": "other", "label": "Another word", "count": 4}],
             "notStated": 9, "total": 194}
            """;

    private static final String REFERENCE = """
            {"id": "%s", "version": 1, "title": "Islington, by ethnic group", "source": "Census 2021, TS021",
             "countedOn": "2021-03-21", "characteristic": "race", "total": 216550, "groups": [
             {"id": "white", "label": "White", "count": 134754}, {"id": "black", "label": "Black", "count": 28707},
             {"id": "asian", "label": "Asian", "count": 21525}, {"id": "mixed", "label": "Mixed", "count": 16235},
             {"id": "other", "label": "Other", "count": 15329}]}
            """;

    private String board = "";
    private String framework = "";

    @BeforeAll
    void aBoardAndAFramework() {
        board = board();
        framework = fresh("framework");
        post(ADMINISTRATOR, "/api/frameworks", """
                        {"id": "%s", "version": 1, "title": "One question", "source": "Ours", "sections": [
                         {"id": "one", "title": "One", "items": [{"id": "story", "text": "How is it?",
                          "type": "NARRATIVE", "required": false, "evidence": "NONE"}]}],
                         "score": {"method": "NONE"}}
                        """.formatted(framework)).is(201);
    }

    @Test
    void givenDataAsTextOrAsAnObject_whenSubmitted_thenBothAreTaken() {
        assertThat(submitted("\"One in five are carers.\""))
                .returns("One in five are carers.", Submission::data)
                .returns(List.of(), Submission::tables);
        assertThat(submitted("null")).returns(null, Submission::data).returns(List.of(), Submission::tables);
        assertThat(submitted("{\"text\": \"So it is.\"}"))
                .returns("So it is.", Submission::data)
                .returns(List.of(), Submission::tables);
        var table = submitted("{\"tables\": [" + TABLE + "]}").tables().get(0);
        assertThat(table.total()).isEqualTo(194);
        assertThat(table.notStated()).isEqualTo(9);
        assertThat(table.preferNotToSay()).as("nobody counted that").isNull();
        assertThat(table.groups()).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 400 | wrong-type | /data",
                "[] | 400 | wrong-type | /data",
                "true | 400 | wrong-type | /data",
                "{\"words\": \"x\"} | 400 | unknown-field | /data/words",
                "{\"text\": 5} | 400 | wrong-type | /data/text",
                "{\"tables\": {}} | 400 | wrong-type | /data/tables",
                "{\"tables\": [{\"title\": 1}]} | 400 | wrong-type | /data/tables/0/title",
                "{\"tables\": [{\"total\": 1.5}]} | 400 | wrong-type | /data/tables/0/total",
                "{\"tables\": [{\"notStated\": \"3\", \"total\": 1}]} | 400 | wrong-type | /data/tables/0/notStated",
                "\"\" | 422 | invalid-values | /data",
                "{\"tables\": [null]} | 422 | invalid-values | /data/tables/0",
            })
    void givenDataThatIsNeither_whenSubmitted_thenWhatIsWrongIsNamed(
            String data, int status, String type, String pointer) {
        submit(partner(board), data).isProblem(status, type).at(pointer);
    }

    @Test
    void givenTablesWithFaults_whenSubmitted_thenEachIsNamedWhereItStandsInTheBody() {
        var partner = partner(board);
        submit(partner, tables(TABLE.replace("120", "-1").replace("\"id\": \"sex\"", "\"id\": \"S\"")))
                .isProblem(422, "invalid-values")
                .at("/data/tables/0/groups/0/count", "/data/tables/0/id");
        submit(partner, tables(TABLE.replace("\"characteristic\": \"sex\"", "\"characteristic\": \"height\"")))
                .isProblem(422, "unknown-characteristic")
                .at("/data/tables/0/characteristic");
        submit(partner, tables(TABLE + "," + TABLE))
                .isProblem(422, "named-twice")
                .at("/data/tables/1/id");
        submit(partner, tables(TABLE.replace("\"total\": 194", "\"total\": 1"))).is(201);
    }

    @Test
    void givenAReference_whenItIsPublished_thenItHasItsAddressNeverChangesAndTablesMayNameIt() {
        var id = fresh("reference");
        var published =
                post(ADMINISTRATOR, "/api/references", REFERENCE.formatted(id)).is(201);

        assertThat(published.header("Location")).endsWith("/api/references/" + id + "/1");
        assertThat(published.id()).isEqualTo(id + "/1");
        post(ADMINISTRATOR, "/api/references", REFERENCE.formatted(id)).isProblem(409, "version-published");
        post(ADMINISTRATOR, "/api/references", "{\"version\": 1, \"total\": 0}")
                .isProblem(422, "invalid-values")
                .at("/countedOn", "/groups", "/id", "/source", "/title");
        var beside = tables(TABLE.replace(
                "\"notStated\"", "\"reference\": {\"id\": \"" + id + "\", \"version\": 1}, \"notStated\""));
        assertThat(submitted(beside).tables().get(0).reference()).isEqualTo(new Reference(id, 1));
        submit(partner(board), beside.replace("\"version\": 1}", "\"version\": 2}"))
                .isProblem(422, "unknown-reference")
                .at("/data/tables/0/reference");
    }

    @Test
    void givenATable_whenItIsReleased_thenItHasItsAddressAndHoldsNoSmallCount() {
        var partner = partner(board);
        submit(partner, tables(TABLE)).is(201);
        var path = "/api/partners/" + partner + "/assessments/2023/tables/sex/release";

        post(editor(partner), path, "{}").isProblem(403, "forbidden");
        var released = post(ADMINISTRATOR, path, "{}").is(201);

        assertThat(released.header("Location")).endsWith("/api/partners/" + partner + "/releases/1");
        assertThat(released.id()).isEqualTo(partner + "/1");
        var table = streams.fold(
                StreamId.releases(partner), List.<TableReleased>of(), (all, one) -> List.of((TableReleased) one));
        assertThat(table.get(0).table().toString())
                .contains("id=other, label=Another word, masked=true, count=null")
                .contains("id=women, label=Women, masked=true, count=null")
                .contains("id=men, label=Men, masked=false, count=60");
        post(ADMINISTRATOR, path, "{}").isProblem(409, "released-already");
        post(ADMINISTRATOR, path, "{\"with\": \"nobody\"}")
                .isProblem(422, "unknown-group")
                .at("/with");
        post(ADMINISTRATOR, path.replace("sex", "age"), "{}").isProblem(404, "not-found");
        get(ADMINISTRATOR, "/api/partners/" + partner + "/releases").is(200);
        get(ADMINISTRATOR, "/api/partners/" + partner + "/releases/7").isProblem(404, "not-found");
        get(ADMINISTRATOR, "/api/partners/" + partner + "/releases/x").isProblem(404, "not-found");
    }

    @Test
    void givenABoard_whenItsSmallNumbersPolicyIsSet_thenItsVersionRisesAndFaultsAreNamed() {
        var path = "/api/boards/" + board() + "/small-numbers";

        assertThat(post(
                                ADMINISTRATOR,
                                path,
                                "{\"threshold\": 4, \"marker\": \"few\", \"rounding\": 5, \"peopleUnits\": [\"people\"]}")
                        .is(200)
                        .json()
                        .path("version")
                        .intValue())
                .isEqualTo(3);
        post(ADMINISTRATOR, path, "{\"threshold\": 0, \"marker\": \"5\", \"rounding\": 1, \"peopleUnits\": [\"\"]}")
                .isProblem(422, "invalid-values")
                .at("/marker", "/peopleUnits/0", "/rounding", "/threshold");
        post(ADMINISTRATOR, path, "{\"threshold\": 4, \"marker\": \"*\", \"rounding\": 50, \"peopleUnits\": []}")
                .isProblem(422, "rounded-to-nobody")
                .at("/rounding");
    }

    @Test
    void givenTheDescription_whenItIsRead_thenDataIsTextOrAnObject() {
        var schemas =
                send(request("/v3/api-docs")).is(200).json().path("components").path("schemas");

        assertThat(schemas.path("SubmitAssessmentForm").path("properties").path("data").path("oneOf").values().stream()
                        .map(JsonNode::toString))
                .anyMatch(one -> one.contains("\"string\""))
                .anyMatch(one -> one.contains("DataForm"));
        assertThat(schemas.path("DataForm").path("properties").propertyNames()).containsExactly("text", "tables");
    }

    private Submission submitted(String data) {
        var partner = partner(board);
        submit(partner, data).is(201);
        return streams.fold(
                        StreamId.assessment(partner, "2023"),
                        List.<Submission>of(),
                        (all, event) -> List.of(((AssessmentEvent) event).submission()))
                .get(0);
    }

    private Answer submit(String partner, String data) {
        return post(
                ADMINISTRATOR,
                "/api/partners/" + partner + "/assessments/2023",
                "{\"framework\": \"%s\", \"version\": 1, \"answers\": [], \"data\": %s}".formatted(framework, data));
    }

    private static String tables(String tables) {
        return "{\"text\": \"In numbers.\", \"tables\": [" + tables + "]}";
    }
}
