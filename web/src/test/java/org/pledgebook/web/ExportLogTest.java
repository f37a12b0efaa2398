package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever takes something out of the book is written down, and auditors read of it. */
class ExportLogTest extends EdgeTest {

    /** What is read, not taken away. */
    private static final Set<MediaType> READ =
            Set.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN);

    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pledgebook.web");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void givenEveryRouteThatGivesAFile_whenItsCodeIsRead_thenItWritesDownWhoTakesIt() {
        var files = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> givesAFile(route.getKey(), route.getValue()))
                .map(route -> route.getValue())
                .toList();

        assertThat(files).hasSizeGreaterThan(7).allSatisfy(route -> {
            var method = route.getMethod();
            assertThat(WEB.get(route.getBeanType())
                            .getMethod(method.getName(), method.getParameterTypes())
                            .getMethodCallsFromSelf())
                    .as(route.toString())
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ExportLog.class)
                            && call.getName().equals("write"));
        });
    }

    private static boolean givesAFile(RequestMappingInfo mapping, HandlerMethod route) {
        var types = mapping.getProducesCondition().getProducibleMediaTypes();
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && route.getBeanType().getPackageName().startsWith("org.pledgebook.web")
                && route.getBeanType() != PageAssets.class
                && (types.isEmpty()
                        ? route.getReturnType().getParameterType() == ResponseEntity.class
                        : types.stream()
                                .anyMatch(type -> READ.stream().noneMatch(read -> read.equalsTypeAndSubtype(type))));
    }

    @Test
    void givenExports_whenTheyAreRead_thenEachAuditorSeesWhatMayHoldTheirBoards_andNobodyElseAny() {
        var board = board();
        var partner = partner(board);
        var elsewhere = board();
        var auditor = person("AUDITOR", "\"board\": \"%s\"".formatted(board));
        var other = person("AUDITOR", "\"board\": \"%s\"".formatted(elsewhere));
        var member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));
        var query = "partner=" + partner;
        events(ADMINISTRATOR, "?" + query);
        events(ADMINISTRATOR, "?type=board-established");

        var seen = get(auditor, "/api/audit/exports?limit=500").is(200);
        var first = seen.json().path("exports").path(0);
        assertThat(first.propertyNames()).containsExactly("at", "actor", "requestId", "address", "query");
        assertThat(seen.text()).contains("/api/audit/events", query, "type=board-established");
        assertThat(get(other, "/api/audit/exports").is(200).text())
                .contains("type=board-established")
                .doesNotContain(query);
        assertThat(get(ADMINISTRATOR, "/api/audit/exports?limit=500").text()).contains(query);
        get(member, "/api/audit/exports").isProblem(403, "forbidden");
        get(editor(partner), "/api/audit/exports").isProblem(403, "forbidden");
    }

    @Test
    void givenManyExports_whenTheyAreReadPageByPage_thenEachIsThereOnce_andTimesAndPeopleLimitThem() {
        var board = board();
        var auditor = person("AUDITOR", "\"board\": \"%s\"".formatted(board));
        for (int i = 0; i < 5; i++) {
            events(auditor, "?board=" + board);
        }
        var mine = "/api/audit/exports?limit=2&actor="
                + get(auditor, "/api/audit/exports?limit=500").json().path("exports").values().stream()
                        .filter(one -> one.path("query").stringValue().equals("board=" + board))
                        .findFirst()
                        .orElseThrow()
                        .path("actor")
                        .stringValue();
        var found = 0;
        var cursor = "";
        do {
            var page = get(auditor, mine + cursor).is(200).json();
            found += page.path("exports").size();
            var next = page.path("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.stringValue().replace(" ", "%20");
        } while (!cursor.isEmpty());

        assertThat(found).isEqualTo(5);
        assertThat(get(auditor, mine + "&to=2020-01-01").json().path("exports").size())
                .isZero();
        assertThat(get(auditor, mine + "&from=2020-01-01")
                        .json()
                        .path("exports")
                        .size())
                .isEqualTo(2);
        for (var wrong : List.of("cursor=x", "from=x", "limit=0", "board=" + board)) {
            get(auditor, "/api/audit/exports?" + wrong).is(400);
        }
    }

    private void events(String signIn, String query) {
        send(as(signIn, "/api/audit/events" + query).header("Accept", "text/csv"))
                .is(200);
    }
}
