package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends EdgeTest {

    @Test
    void givenTheDescription_whenEveryOperationIsWalked_thenItIsSaidWhatItTakesAndAnswers() {
        var api = description();
        var operations = api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .toList();

        assertThat(operations).hasSizeGreaterThan(20).allSatisfy(operation -> {
            var said = operation.getValue();
            assertThat(said.path("summary").stringValue("")).as(said.toString()).isNotBlank();
            assertThat(said.path("operationId").stringValue("")).matches("[a-zA-Z]+");
            assertThat(said.path("tags").path(0).stringValue("")).isNotBlank();
            var answers = said.path("responses");
            assertThat(answers.propertyNames())
                    .contains("400", "401", "403", "404", "503")
                    .containsAnyOf("200", "201");
            assertThat(answers.path("401").path("content").propertyNames()).containsExactly("application/problem+json");
            if (operation.getKey().equals("post")) {
                assertThat(names(said)).contains("Idempotency-Key", "If-Match");
                assertThat(answers.propertyNames()).contains("409", "412", "413", "415", "422");
                assertThat(said.path("requestBody").isMissingNode()).isFalse();
            } else if (operation.getKey().equals("delete")) {
                assertThat(names(said)).contains("Idempotency-Key", "If-Match");
                assertThat(answers.propertyNames()).contains("409", "412");
            } else {
                assertThat(names(said)).contains("X-Read-At-Least");
            }
            assertThat(names(said)).doesNotContain("sender", "paging", "grants", "response");
        });
    }

    @Test
    void givenTheDescription_whenEveryQueryParameterIsSent_thenItsRouteKnowsItAndNoOther() {
        var board = board();
        var partner = partner(board);
        var tried = 0;
        for (var path : description().path("paths").properties()) {
            var address = path.getKey()
                    .replace("{board}", board)
                    .replace("{partner}", partner)
                    .replaceAll("\\{[a-z]+}", "1");
            for (var parameter : path.getValue().path("get").path("parameters").values()) {
                if (parameter.path("in").stringValue().equals("query")) {
                    var name = parameter.path("name").stringValue();
                    assertThat(get(ADMINISTRATOR, address + "?" + name + "=1").text())
                            .as("%s of %s", name, path.getKey())
                            .doesNotContain("unknown-parameter");
                    get(ADMINISTRATOR, address + "?" + name + "s=1").isProblem(400, "unknown-parameter");
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void givenTheDescription_whenItsReferencesAreFollowed_thenEachLeadsSomewhere() {
        var api = description();
        var schemas = api.path("components").path("schemas").propertyNames();

        assertThat(api.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(schemas).contains(reference.replace("#/components/schemas/", "")));
    }

    @Test
    void givenTheDescription_whenItIsRead_thenItHasWhatProgramsNeed() {
        var api = description();
        var make = api.path("paths")
                .path("/api/partners/{partner}/pledges/{cycle}")
                .path("post");

        assertThat(api.path("components")
                        .path("securitySchemes")
                        .path("basic")
                        .path("scheme")
                        .stringValue())
                .isEqualTo("basic");
        assertThat(make.path("responses").path("201").path("headers").propertyNames())
                .contains("Location");
        assertThat(make.path("responses").propertyNames()).doesNotContain("200");
        assertThat(schema(api, "RecordProgressForm")
                        .path("properties")
                        .path("readings")
                        .path("type")
                        .toString())
                .contains("object");
        assertThat(schema(api, "ReportView")
                        .path("properties")
                        .path("readings")
                        .path("type")
                        .toString())
                .contains("object");
        assertThat(schema(api, "FrameworkScore").path("properties").propertyNames())
                .contains("method");
        assertThat(schema(api, "Score").path("properties").propertyNames()).contains("overall");
        assertThat(schema(api, "MakePledgeForm").path("required").values().stream()
                        .map(JsonNode::stringValue))
                .contains("title", "basis", "characteristics")
                .doesNotContain("saidOn", "measures", "teams");
        assertThat(schema(api, "Problem").path("type").stringValue()).isEqualTo("object");
        assertThat(api.path("paths")
                        .path("/api/frameworks")
                        .path("post")
                        .path("requestBody")
                        .path("content")
                        .propertyNames())
                .containsExactlyInAnyOrder("application/json", "application/yaml");
        assertThat(names(api.path("paths").path("/api/boards").path("get"))).contains("cursor", "limit");
    }

    @Test
    void givenNobodyIsSignedIn_whenTheyReadAboutTheApi_thenTheyMay_andNothingComesFromElsewhere() {
        var page = send(request("/swagger-ui/index.html")).is(200).text();

        assertThat(page).doesNotContain("http://").doesNotContain("https://");
        assertThat(send(request("/swagger-ui.html")).status()).isIn(301, 302, 307);
        assertThat(send(request("/")).is(200).text()).contains("/swagger-ui.html", "/v3/api-docs");
    }

    @Test
    void givenTheActuator_whenItIsLookedAt_thenThereIsHealthAndNothingElse() {
        assertThat(send(request("/actuator/health")).json().propertyNames())
                .containsAnyOf("status")
                .doesNotContain("components");
        for (var path : List.of("/actuator", "/actuator/env", "/actuator/metrics", "/actuator/heapdump")) {
            assertThat(send(as(ADMINISTRATOR, path)).status()).isEqualTo(404);
        }
    }

    private JsonNode description() {
        return send(request("/v3/api-docs")).is(200).json();
    }

    private static JsonNode schema(JsonNode api, String name) {
        return api.path("components").path("schemas").path(name);
    }

    private static List<String> names(JsonNode operation) {
        return operation.path("parameters").values().stream()
                .map(parameter -> parameter.path("name").stringValue())
                .toList();
    }
}
