package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A framework in YAML is read as strictly as in JSON. */
class FrameworkYamlTest extends EdgeTest {

    private static final String YAML = """
            id: %s
            version: 1
            title: A framework   # a comment
            source: Made up
            sections:
              - id: first
                title: The first
                items:
                  - id: 1a
                    text: How is it going?
                    type: ORDINAL
                    required: true
                    evidence: NONE
                    scale:
                      - {value: 0, label: badly}
                      - {value: 0.5, label: so so}
                      - {value: 1, label: well}
            score:
              method: MEAN
            """;

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml", "application/yaml;charset=UTF-8"})
    void givenAFrameworkInYaml_whenItIsPublished_thenItIsTaken(String type) {
        var id = fresh("framework");

        var answer = publish(type, YAML.formatted(id)).is(201);

        assertThat(answer.id()).isEqualTo(id + "/1");
        assertThat(answer.header("Location")).isEqualTo("/api/frameworks/" + id + "/1");
    }

    @Test
    void givenTheSameFramework_whenItIsSentAsJsonUnderTheSameKey_thenItIsTheSame() {
        var id = fresh("framework");
        var json = """
                {"id": "%s", "version": 1, "title": "A framework", "source": "Made up", "sections": [
                  {"id": "first", "title": "The first", "items": [{"id": "1a", "text": "How is it going?",
                   "type": "ORDINAL", "required": true, "evidence": "NONE", "scale": [{"value": 0, "label": "badly"},
                   {"value": 0.50, "label": "so so"}, {"value": 1, "label": "well"}]}]}], "score": {"method": "MEAN"}}
                """.formatted(id);
        send(as(ADMINISTRATOR, "/api/frameworks")
                        .header("Content-Type", "application/yaml")
                        .header("Idempotency-Key", "yaml-1")
                        .POST(BodyPublishers.ofString(YAML.formatted(id))))
                .is(201);
        var head = readModels.head();

        send(posting(ADMINISTRATOR, "/api/frameworks", json).header("Idempotency-Key", "yaml-1"))
                .is(201);

        assertThat(readModels.head()).isEqualTo(head);
    }

    static Stream<String[]> rows() {
        return Stream.of(
                new String[] {"version: 1", "version: '1'", "400", "wrong-type", "/version"},
                new String[] {"version: 1", "version: 1\nversion: 2", "400", "unreadable", ""},
                new String[] {"version: 1", "version: 1\n\tx: y", "400", "unreadable", ""},
                new String[] {"version: 1", "version: 1\nextra: x", "400", "unknown-field", "/extra"},
                new String[] {"version: 1", "", "422", "invalid-values", "/version"},
                new String[] {"title: A", "title: 5 # ", "400", "wrong-type", "/title"},
                new String[] {"required: true", "required: yes", "400", "wrong-type", "/sections/0/items/0/required"},
                new String[] {"        required: true\n", "", "422", "invalid-values", "/sections/0/items/0/required"},
                new String[] {"type: ORDINAL", "type: RANKED", "422", "invalid-values", "/sections/0/items/0/type"},
                new String[] {"{value: 1,", "{value: .inf,", "400", "unreadable", ""},
                new String[] {"method: MEAN", "method: MEAN\n---\nid: x", "400", "unreadable", ""});
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenYamlThatCannotBe_whenItIsPublished_thenItHasItsOwnProblemAndNothingIsRecorded(
            String piece, String by, String status, String type, String pointer) {
        var yaml = YAML.formatted(fresh("framework"));
        assertThat(yaml).contains(piece);
        var before = readModels.head();

        var answer = publish("application/yaml", yaml.replace(piece, by)).isProblem(Integer.parseInt(status), type);

        if (pointer.isEmpty()) {
            answer.at();
        } else {
            answer.at(pointer);
        }
        assertThat(readModels.head()).isEqualTo(before);
    }

    @Test
    void givenAWrongValueFarDown_whenItIsPublished_thenItsLineIsToldBesideItsPointer() {
        var yaml = YAML.formatted(fresh("framework")).replace("required: true", "required: 5");
        var line = yaml.substring(0, yaml.indexOf("required")).split("\n").length;

        var answer =
                publish("application/yaml", yaml).isProblem(400, "wrong-type").at("/sections/0/items/0/required");

        assertThat(answer.json().path("detail").stringValue()).contains("(line " + line + ", column ");
    }

    @Test
    void givenWhatTheRulesRefuse_whenItIsPublished_thenEveryFaultIsToldByItsPointer() {
        var yaml = YAML.formatted(fresh("framework"))
                .replace("value: 0.5", "value: 0")
                .replace("evidence: NONE", "evidence: NONE\n        weight: 0");

        publish("application/yaml", yaml)
                .isProblem(422, "scale-out-of-order")
                .at("/sections/0/items/0/scale/1/value", "/sections/0/items/0/weight");
    }

    private Answer publish(String type, String body) {
        return send(as(ADMINISTRATOR, "/api/frameworks")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }
}
