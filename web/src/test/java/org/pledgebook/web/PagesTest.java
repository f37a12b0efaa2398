package org.pledgebook.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.web.access.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How people come in to the pages, and what keeps others out. */
class PagesTest extends EdgeTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void givenEveryPage_whenItIsWalked_thenItSaysWhoMayUseIt() {
        var pages = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("org.pledgebook."))
                .filter(route -> route.getKey().getPatternValues().stream().noneMatch(path -> path.startsWith("/api")))
                .toList();

        assertThat(pages)
                .hasSizeGreaterThan(10)
                .allSatisfy(route -> assertThat(Stream.of(
                                        route.getValue().hasMethodAnnotation(Open.class),
                                        route.getValue().hasMethodAnnotation(Reads.class),
                                        route.getValue().hasMethodAnnotation(Sends.class))
                                .filter(said -> said)
                                .count())
                        .as(route.toString())
                        .isEqualTo(1));
    }

    @Test
    void givenNobodyIsSignedIn_whenAPageIsOpened_thenTheyAreSentToSignInAndBack() {
        var browser = new Browser();

        var sent = browser.get("/boards?cursor=b");
        assertThat(sent.is(302).header("Location")).endsWith("/sign-in?then=%2Fboards%3Fcursor%3Db");
        assertThat(browser.get("/sign-in?then=%2Fboards").is(200).text()).contains("name=\"then\" value=\"/boards\"");
        var back = browser.post("/sign-in", Map.of("signIn", ADMINISTRATOR, "password", PASSWORD, "then", "/boards"));

        assertThat(back.is(302).header("Location")).endsWith("/boards");
        assertThat(browser.get("/boards").is(200).text()).contains("First administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "x", "/a\nb"})
    void givenAnAddressElsewhere_whenSomebodySignsIn_thenTheyStayHere(String then) {
        var browser = new Browser();
        browser.get("/sign-in");

        var answer = browser.post("/sign-in", Map.of("signIn", ADMINISTRATOR, "password", PASSWORD, "then", then));

        assertThat(answer.is(302).header("Location")).isIn("/", "http://127.0.0.1:" + port + "/");
    }

    @Test
    void givenAWrongPassword_whenSomebodySignsIn_thenTheyAreToldAndTheirNameIsStillThere() {
        var browser = new Browser();
        browser.get("/sign-in");

        var answer = browser.post("/sign-in", Map.of("signIn", "no\"body", "password", "wrong password"));

        assertThat(answer.is(422).text())
                .contains("The sign-in name or the password is wrong")
                .contains("value=\"no&quot;body\"")
                .doesNotContain("wrong password");
        assertThat(browser.get("/boards").status()).isEqualTo(302);
    }

    @Test
    void givenTooManyAttempts_whenSomebodySignsIn_thenTheyHaveToWait() {
        var browser = new Browser();
        browser.get("/sign-in");
        var somebody = Map.of("signIn", fresh("nobody"), "password", "wrong password");
        for (var i = 0; i < 10; i++) {
            browser.post("/sign-in", somebody).is(422);
        }

        assertThat(browser.post("/sign-in", somebody).is(429).text()).contains("Wait");
    }

    @Test
    void givenAFormOfAnotherSite_whenItIsSent_thenNothingIsDone() {
        var browser = signedIn(ADMINISTRATOR);

        var answer = browser.send("/password", "password=another+password&_csrf=guessed");

        assertThat(answer.is(403).text()).contains("You cannot do this");
        assertThat(browser.get("/boards").status()).isEqualTo(200);
    }

    @Test
    void givenASession_whenTheNameOfItIsKnownBefore_thenSigningInGivesItAnother() {
        var browser = signedIn(ADMINISTRATOR);
        var before = browser.cookie("pledgebook");

        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("signIn", ADMINISTRATOR, "password", PASSWORD));

        assertThat(browser.cookie("pledgebook")).isNotEqualTo(before);
    }

    @Test
    void givenAnyPage_whenItIsLookedAt_thenItIsGuardedAndRunsNothingOfItsOwn() {
        var answer = new Browser().get("/sign-in");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.text())
                .doesNotContain("<style")
                .doesNotContain("style=\"")
                .doesNotContain("onclick");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void givenTheStyles_whenTheyAreFetched_thenTheyAreKeptForAYearAndWithoutTheTypeface() {
        var browser = new Browser();
        var address = Pattern.compile("/assets/govuk/govuk-frontend\\.min-[0-9a-f]{32}\\.css")
                .matcher(browser.get("/").text());
        assertThat(address.find()).isTrue();

        assertThat(browser.get(address.group()).is(200).header("Cache-Control"))
                .contains("max-age=31536000")
                .contains("immutable");
        browser.get("/assets/fonts/light-94a07e06a1-v2.woff2").is(404);
        browser.get("/webjars/govuk-frontend/5.14.0/dist/govuk/assets/fonts/light-94a07e06a1-v2.woff2")
                .is(404);
    }

    @Test
    void givenASession_whenAccessEnds_thenTheVeryNextPageIsRefused() {
        var signIn = person("BOARD_MEMBER", "\"board\": \"" + board() + "\"");
        var browser = signedIn(signIn);
        browser.get("/boards").is(200);

        post(ADMINISTRATOR, "/api/people/" + idOf(signIn) + "/access/end", "{\"reason\": \"r\"}")
                .is(200);

        assertThat(browser.get("/boards").is(403).text()).contains("You have no access");
    }

    @Test
    void givenASession_whenThePersonIsForgotten_thenItEnds_andNobodySignsInAsThem() {
        var signIn = person("BOARD_MEMBER", "\"board\": \"" + board() + "\"");
        var browser = signedIn(signIn);
        browser.get("/boards").is(200);

        send(as(ADMINISTRATOR, "/api/people/" + idOf(signIn)).DELETE()).is(200);

        assertThat(browser.get("/boards").is(302).header("Location")).contains("/sign-in");
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", Map.of("signIn", signIn, "password", PASSWORD))
                        .is(422)
                        .text())
                .contains("The sign-in name or the password is wrong");
    }

    @Test
    void givenASession_whenThePasswordIsSetByAnAdministrator_thenItEnds_andTheNextOneAsksForAnotherPassword() {
        var signIn = person("BOARD_MEMBER", "\"board\": \"" + board() + "\"");
        var browser = signedIn(signIn);

        post(ADMINISTRATOR, "/api/people/" + idOf(signIn) + "/password", "{\"password\": \"set by another\"}")
                .is(200);

        assertThat(browser.get("/boards").is(302).header("Location")).contains("/sign-in");
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("signIn", signIn, "password", "set by another"))
                .is(302);
        assertThat(browser.get("/boards").is(302).header("Location")).endsWith("/password");
        assertThat(browser.get("/password").is(200).text()).contains("set by somebody else");
        assertThat(browser.post("/password", Map.of("current", "wrong one!", "password", PASSWORD, "again", "differs"))
                        .is(422)
                        .text())
                .contains("Type the same new password twice");
        browser.post("/password", Map.of("current", "set by another", "password", PASSWORD, "again", PASSWORD))
                .is(302);
        browser.get("/boards").is(200);
    }

    @Test
    void givenAFormThatIsSentAfterTheSessionEnded_whenSomebodySignsIn_thenWhatTheyTypedIsThereAndNothingWasSent() {
        var browser = new Browser();
        browser.get("/sign-in");

        var answer = browser.post(
                "/partners/p/pledges/2023/1/progress/2023-Q1", Map.of("narrative", "Half a <page> of work"));

        assertThat(answer.is(401).text())
                .contains("What you typed is kept")
                .contains("name=\"kept.narrative\" value=\"Half a &lt;page&gt; of work\"");
        assertThat(browser.post(
                                "/sign-in",
                                Map.of(
                                        "signIn",
                                        ADMINISTRATOR,
                                        "password",
                                        PASSWORD,
                                        "then",
                                        "/partners/p/pledges/2023/1/progress/2023-Q1",
                                        "kept.narrative",
                                        "Half a <page> of work"))
                        .is(302)
                        .header("Location"))
                .endsWith("/partners/p/pledges/2023/1/progress/2023-Q1");
    }

    @Test
    void givenSomebodySignsOut_whenTheyGoBack_thenTheyAreAskedToSignIn() {
        var browser = signedIn(ADMINISTRATOR);

        browser.get("/boards");
        browser.post("/sign-out", Map.of()).is(302);

        assertThat(browser.get("/boards").is(302).header("Location")).contains("/sign-in");
    }

    @Test
    void givenNothingAtAnAddress_whenAPageIsAskedFor_thenItIsAPage_andElseAProblem() {
        assertThat(new Browser().get("/nothing-here").is(404).text()).contains("Page not found", "<main");
        send(request("/nothing-here")).isProblem(404, "not-found");
        assertThat(send(request("/api/boards").header("Accept", "text/html"))
                        .is(401)
                        .header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void givenABoardOfOthers_whenItsPageIsOpened_thenItLooksAsIfItWereNotThere() {
        var browser = signedIn(person("BOARD_MEMBER", "\"board\": \"" + board() + "\""));

        assertThat(browser.get("/boards/" + board()).is(404).text()).contains("Page not found");
        assertThat(browser.get("/boards/" + board() + "/2023").is(404).text()).contains("Page not found");
    }

    private Browser signedIn(String signIn) {
        var browser = new Browser();
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("signIn", signIn, "password", PASSWORD)).is(302);
        return browser;
    }

    private String idOf(String signIn) {
        return people.personOf(signIn).orElseThrow();
    }

    @Autowired
    People people;

    /** Follows no redirect, keeps cookies, and sends the token of the form it has last seen. */
    private final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private String token = "";

        Answer get(String path) {
            return asked(request(path));
        }

        Answer post(String path, Map<String, String> fields) {
            var all = new LinkedHashMap<>(fields);
            all.put("_csrf", token);
            return send(
                    path,
                    all.entrySet().stream()
                            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                            .collect(Collectors.joining("&")));
        }

        Answer send(String path, String body) {
            return asked(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        private Answer asked(HttpRequest.Builder request) {
            try {
                var answer = new Answer(client.send(
                        request.header("Accept", "text/html,*/*;q=0.8").build(), BodyHandlers.ofByteArray()));
                var found = TOKEN.matcher(answer.text());
                if (found.find()) {
                    token = found.group(1);
                }
                return answer;
            } catch (IOException e) {
                throw new AssertionError("The edge hung up", e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
