package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.query.Queries;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route: what it sends or who reads it is said, and every command can be sent. */
class RoutesTest extends EdgeTest {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void givenEveryCommand_whenTheRoutesAreWalked_thenEachHasOne() {
        Set<Class<? extends Command>> sent = routes().values().stream()
                .map(route -> route.getMethodAnnotation(Sends.class))
                .filter(sends -> sends != null)
                .map(Sends::value)
                .collect(Collectors.toSet());

        assertThat(Language.COMMANDS).isNotEmpty();
        assertThat(sent).containsExactlyInAnyOrderElementsOf(Language.COMMANDS);
    }

    @Test
    void givenEveryRoute_whenItIsWalked_thenItSaysEitherWhatItSendsOrWhoReadsIt() {
        assertThat(routes()).hasSizeGreaterThan(30).allSatisfy((mapping, route) -> {
            var sends = route.hasMethodAnnotation(Sends.class);
            assertThat(sends).isNotEqualTo(route.hasMethodAnnotation(Reads.class));
            if (sends) {
                assertThat(mapping.getMethodsCondition().getMethods())
                        .hasSize(1)
                        .isSubsetOf(RequestMethod.POST, RequestMethod.DELETE);
            }
        });
    }

    @Test
    void givenEveryRouteThatNamesNoPlace_whenItIsWalked_thenItIsNotLeftToTheReadersOfABoard() {
        assertThat(routes()).allSatisfy((mapping, route) -> {
            var reads = route.getMethodAnnotation(Reads.class);
            if (reads != null && reads.value() == Reads.By.READERS_OF_THE_BOARD) {
                assertThat(mapping.getPatternValues())
                        .allMatch(path -> path.contains("{board}") || path.contains("{partner}"));
            }
        });
    }

    /** Files that are filled in and read in speak of now, and what is not here yet of nothing. */
    @Test
    void givenEveryRouteThatReadsTheBook_whenItIsWalked_thenItCanBeAskedOfThePast() {
        var reading = routes().entrySet().stream()
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(route -> route.getKey().getPatternValues().stream()
                        .anyMatch(path -> path.matches("/api/(boards|partners|frameworks)(/.*)?")))
                .filter(route -> route.getKey()
                        .getProducesCondition()
                        .getProducibleMediaTypes()
                        .contains(MediaType.APPLICATION_JSON))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(reading)
                .hasSizeGreaterThan(8)
                .allSatisfy(route -> assertThat(route.getMethod().getParameterTypes())
                        .as(route.toString())
                        .contains(Queries.class));
    }

    static Stream<String> everyRoute() {
        return Stream.of(
                "POST /api/boards",
                "POST /api/boards/b/cycles",
                "POST /api/boards/b/cycles/c/closure",
                "POST /api/boards/b/small-numbers",
                "POST /api/boards/b/partners",
                "POST /api/partners/p/name",
                "POST /api/partners/p/teams",
                "POST /api/partners/p/merger",
                "POST /api/partners/p/departure",
                "POST /api/frameworks",
                "POST /api/references",
                "GET /api/references",
                "GET /api/references/r/1",
                "POST /api/partners/p/assessments/c/tables/t/release",
                "GET /api/partners/p/releases",
                "GET /api/partners/p/releases/1",
                "POST /api/people",
                "POST /api/people/p-a/access",
                "POST /api/people/p-a/access/end",
                "POST /api/people/p-a/password",
                "DELETE /api/people/p-a",
                "GET /api/people",
                "POST /api/partners/p/pledges/c",
                "POST /api/partners/p/pledges/c/1/amendments",
                "POST /api/partners/p/pledges/c/1/extension",
                "POST /api/partners/p/pledges/c/1/withdrawal",
                "POST /api/partners/p/pledges/c/1/fulfilment",
                "POST /api/partners/p/pledges/c/1/continuation",
                "POST /api/partners/p/pledges/c/1/progress",
                "POST /api/partners/p/pledges/c/1/progress/2023-Q1/corrections",
                "POST /api/partners/p/pledges/c/1/questions",
                "POST /api/partners/p/pledges/c/1/questions/1/answer",
                "POST /api/partners/p/assessments/c",
                "GET /api/boards/b/dashboard/c/export",
                "GET /api/partners/p/pledges/c/export",
                "GET /api/partners/p/timeline/export",
                "GET /api/partners/p/cycles/c/template",
                "GET /api/partners/p/cycles/c/statements",
                "POST /api/partners/p/cycles/c/statements",
                "POST /api/partners/p/cycles/c/statements/preview",
                "POST /api/partners/p/support",
                "POST /api/partners/p/support/1/answers",
                "GET /api/boards",
                "GET /api/boards/b",
                "GET /api/boards/b/partners",
                "GET /api/boards/b/dashboard/c",
                "GET /api/partners/p",
                "GET /api/partners/p/timeline",
                "GET /api/partners/p/pledges/c",
                "GET /api/partners/p/pledges/c/1",
                "GET /api/partners/p/pledges/c/1/history",
                "GET /api/partners/p/assessments/c",
                "GET /api/partners/p/support",
                "GET /api/partners/p/support/1",
                "GET /api/frameworks",
                "GET /api/frameworks/f/1",
                "GET /api/audit/events",
                "GET /api/audit/checkpoint",
                "GET /api/audit/key",
                "POST /api/audit/key",
                "GET /api/audit/proofs/inclusion",
                "GET /api/audit/proofs/consistency",
                "GET /api/audit/pack",
                "POST /api/audit/drills",
                "GET /api/audit/drills",
                "GET /api/audit/drills/1",
                "GET /api/audit/exports",
                "GET /api/audit/compare");
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void givenARouteOfTheContract_whenNobodyIsSignedIn_thenItAsksForThat(String route) {
        var method = route.split(" ", -1);

        var answer = send(request(method[1]).method(method[0], BodyPublishers.noBody()));

        answer.isProblem(401, "not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void givenARouteOfTheContract_whenItIsAskedForItsMethods_thenItsOwnIsAmongThem(String route) {
        var method = route.split(" ", -1);

        var answer = send(as(ADMINISTRATOR, method[1]).method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.is(200).header("Allow")).contains(method[0]);
    }

    @Test
    void givenAMethodThatIsNotPossible_whenItIsUsed_thenThePossibleOnesAreNamed() {
        var answer =
                send(as(ADMINISTRATOR, "/api/boards").method(HttpMethod.PUT.name(), BodyPublishers.ofString("{}")));

        assertThat(answer.isProblem(405, "method-not-allowed").header("Allow"))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void givenATypeThatNoAnswerHas_whenItIsAskedFor_thenNothingIsRecorded() {
        var before = readModels.head();

        send(posting(ADMINISTRATOR, "/api/boards", "{\"id\": \"b\", \"name\": \"n\", \"timeZone\": \"UTC\"}")
                        .header("Accept", "text/csv"))
                .isProblem(406, "not-acceptable");

        assertThat(readModels.head()).isEqualTo(before);
    }

    private Map<RequestMappingInfo, HandlerMethod> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping ->
                        mapping.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
