package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people see and do, in a real browser on a real book. Skipped, in words, where there is no Chromium. */
@ExtendWith(PagesBook.Extension.class)
class PagesInABrowserTest {

    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    private static final String NOBODY = "";
    private static final String ASSESSMENT = "/partners/{partner}/assessments/{cycle}";
    private static final String PLEDGES = "/partners/{partner}/pledges/{cycle}";
    private static final String PLEDGE = PLEDGES + "/{number}";
    private static final String TRUST = "/partners/example-community-trust";
    private static final String OURS = "/partners/our-trust";
    private static final String PILOT = OURS + "/pledges/now/1";
    private static final String NOW = OURS + "/pledges/now/1/progress/second";

    /** Every page there is: who may look at it, its route, and an address where it shows something. */
    private static final List<Shown> PAGES = List.of(
            page(NOBODY, "/", "/"),
            page(NOBODY, "/sign-in", "/sign-in?then=/boards"),
            page(NOBODY, "/accessibility", "/accessibility"),
            page("member", "/what-we-record", "/what-we-record"),
            page("member", "/password", "/password"),
            page("secretary", "/boards", "/boards"),
            page("member", "/boards/{board}", "/boards/example-board"),
            page("member", "/boards/{board}/{cycle}", "/boards/example-board/2025"),
            page("member", "/partners/{partner}", TRUST),
            page("auditor", "/audit", "/audit?type=pledge-amended"),
            page("auditor", "/audit/events/{version}", "/audit/events/60"),
            page("auditor", "/audit/proof", "/audit/proof"),
            page("member", "/changes", "/changes?board=example-board&from=2026-07-01"),
            page("our-editor", "/partners/{partner}/desk", OURS + "/desk"),
            page("member", ASSESSMENT, TRUST + "/assessments/2026"),
            page("our-editor", ASSESSMENT + "/draft", OURS + "/assessments/now/draft"),
            page("our-editor", ASSESSMENT + "/draft/framework", OURS + "/assessments/now/draft/framework"),
            page(
                    "our-editor",
                    ASSESSMENT + "/draft/sections/{section}",
                    OURS + "/assessments/now/draft/sections/acting"),
            page("our-editor", ASSESSMENT + "/draft/sources", OURS + "/assessments/now/draft/sources"),
            page("our-editor", ASSESSMENT + "/draft/check", OURS + "/assessments/now/draft/check"),
            page("member", "/boards/{board}/support", "/boards/example-board/support"),
            page("member", "/partners/{partner}/support", TRUST + "/support"),
            page("our-editor", "/partners/{partner}/support/new", OURS + "/support/new"),
            page("example-carers-network", "/partners/{partner}/support/{support}/answer", TRUST + "/support/1/answer"),
            page("member", PLEDGE, TRUST + "/pledges/2025/3"),
            page("our-editor", PLEDGES + "/new", OURS + "/pledges/now/new"),
            page("our-editor", PLEDGES + "/new/{group}", OURS + "/pledges/now/new/measures"),
            page("our-editor", PLEDGE + "/amendment", PILOT + "/amendment"),
            page("our-editor", PLEDGE + "/amendment/{group}", PILOT + "/amendment/where"),
            page("our-editor", PLEDGE + "/extension", PILOT + "/extension"),
            page("our-editor", PLEDGE + "/fulfilment", PILOT + "/fulfilment"),
            page("our-editor", PLEDGE + "/withdrawal", PILOT + "/withdrawal"),
            page("our-editor", PLEDGE + "/continuation", PILOT + "/continuation"),
            page("our-editor", PLEDGE + "/questions/{question}/answer", PILOT + "/questions/1/answer"),
            page("member", PLEDGE + "/question", TRUST + "/pledges/2026/2/question"),
            page("our-editor", PLEDGE + "/progress/{period}", NOW),
            page(
                    "secretary",
                    PLEDGE + "/progress/{period}/correction",
                    TRUST + "/pledges/2026/1/progress/2026-Q1/correction"));

    /** Routes that show nothing. */
    private static final List<String> NO_PAGES = List.of(
            "/error",
            "/still-here",
            PLEDGE + "/readings.csv",
            "/boards/{board}/{cycle}/figures.csv",
            "/audit/checkpoint.txt",
            "/audit/key.txt",
            "/audit/pack");

    /** Pages as they look when something is the matter: an address, and what is done there. */
    private static final Map<String, Consumer<Page>> STATES = states();

    private final ConfigurableApplicationContext book;
    private final Chromium chromium;
    private final PagesBook pages;

    PagesInABrowserTest(PagesBook pages) {
        this.pages = pages;
        this.book = pages.context();
        this.chromium = pages.chromium();
    }

    @Test
    void givenEveryRouteOfAPage_whenTheyAreListed_thenEachIsLookedAtHere() {
        var routes = book
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("org.pledgebook."))
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                                || route.getKey().getMethodsCondition().isEmpty())
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(path -> !path.startsWith("/api"))
                .collect(Collectors.toSet());

        assertThat(routes)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(PAGES.stream().map(Shown::route), NO_PAGES.stream())
                                .collect(Collectors.toSet()));
    }

    @Test
    void givenEveryPageAtTwoWidths_whenAxeLooksAtIt_thenItFindsNothing_andNothingIsCutOff() {
        PAGES.stream().collect(Collectors.groupingBy(Shown::who)).forEach((who, pages) -> {
            var window = who.equals(NOBODY) ? chromium.window(WIDE) : chromium.window(WIDE, who);
            for (var page : pages) {
                var answer = window.navigate(page.address());
                assertThat(answer.status()).as(page.address()).isEqualTo(200);
                assertThat(window.url()).as("no other page is in its place").endsWith(page.address());
                check(window, page.address());
            }
            window.context().close();
        });
    }

    @Test
    void givenEveryStateAtTwoWidths_whenAxeLooksAtIt_thenItFindsNothing_andNothingIsCutOff() {
        STATES.forEach((state, bring) -> {
            var window = chromium.window(WIDE);
            bring.accept(window);
            check(window, state);
            window.context().close();
        });
    }

    @Test
    void
            givenAQuarterWithoutSurprises_whenThePartnerReports_thenItTakesFiveInteractionsWithoutScript_andIsShownAtOnce() {
        var pledge = pages.pledge("Evenings");
        var page = chromium.windowWithoutScript();
        page.navigate("/sign-in");

        // 1: sign in, which leads to the desk
        Chromium.signIn(page, "our-editor");
        assertThat(page.url()).endsWith(OURS + "/desk");
        // 2: open the form
        page.locator("a[href='" + OURS + "/pledges/now/" + pledge + "/progress/second']")
                .click();
        // 3: fill it in, and look it over
        page.check("#status-ON_TRACK");
        page.fill("#narrative", "Both evenings are open.\nA third is asked for.");
        page.fill("[id='readings.visits']", "1,250");
        page.click("button[value=preview]");
        assertThat(page.textContent("main")).contains("This is what the board will see", "A third is asked for.");
        // 4: send it
        page.click("button[value=send]");

        assertThat(page.url()).endsWith(OURS + "/pledges/now/" + pledge);
        assertThat(page.textContent("main"))
                .contains("Your report is recorded", "Both evenings are open.", "1,250", "On track");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Correct the report for second"))
                .click();
        page.fill("[id='readings.visits']", "1,205");
        page.fill("#reason", "Two figures were the wrong way round.");
        page.click("button[value=preview]");
        page.click("button[value=send]");
        assertThat(page.textContent("main"))
                .contains("Your correction is recorded", "Two figures were the wrong way round.", "1,250", "1,205");
    }

    @Test
    void givenAFormWithMistakes_whenItIsSent_thenEachIsNamedAtItsField_andNothingTypedIsLost() {
        var page = chromium.window(WIDE, "our-editor");
        page.navigate(OURS + "/pledges/now/" + pages.pledge("Mistakes") + "/progress/second");
        page.fill("#narrative", "Words that must stay.");
        page.fill("[id='readings.visits']", "a dozen");

        page.click("button[value=preview]");

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".govuk-error-summary__list a").allTextContents())
                .containsExactly("Choose how it is going", "Enter a number, such as 12 or 12.5");
        assertThat(page.inputValue("#narrative")).isEqualTo("Words that must stay.");
        assertThat(page.inputValue("[id='readings.visits']")).isEqualTo("a dozen");
        page.locator(".govuk-error-summary__list a").last().click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("readings.visits");
    }

    @Test
    void givenTwoPeopleAtOnce_whenTheSecondSends_thenTheyAreTold_andLoseNoTyping() {
        var form = OURS + "/pledges/now/" + pages.pledge("Two at once") + "/progress/second";
        var first = chromium.window(WIDE, "our-editor");
        var second = chromium.window(WIDE, "secretary");
        Stream.of(first, second).forEach(page -> {
            page.navigate(form);
            page.check("#status-AT_RISK");
            page.fill("#narrative", page == first ? "The first." : "The second, typed at length.");
            page.click("button[value=preview]");
        });

        first.click("button[value=send]");
        second.click("button[value=send]");

        assertThat(first.textContent("main")).contains("Your report is recorded");
        assertThat(second.textContent("main")).contains("Somebody has changed this in the meantime");
        assertThat(second.inputValue("#narrative")).isEqualTo("The second, typed at length.");
        second.click("button[value=preview]");
        second.click("button[value=send]");
        assertThat(second.textContent(".govuk-error-summary")).contains("There is a report for this already");
        assertThat(second.inputValue("#narrative")).isEqualTo("The second, typed at length.");
    }

    @Test
    void givenASessionThatEndsInTheMiddleOfAForm_whenSomebodySignsInAgain_thenWhatTheyTypedIsThere() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "our-editor");
        var form = OURS + "/pledges/now/" + pages.pledge("Session") + "/progress/second";
        page.navigate(form);
        page.check("#status-OFF_TRACK");
        page.fill("#narrative", "Typed before \"it\" ended.");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("pledgebook"));

        page.click("button[value=preview]");
        assertThat(page.textContent("main")).contains("What you typed is kept");
        page.fill("#sign-in", "our-editor");
        page.fill("#password", "pledgebook");
        page.click("main button[type=submit]");

        assertThat(page.url()).endsWith(form);
        assertThat(page.textContent("main")).contains("Nothing was sent yet");
        assertThat(page.inputValue("#narrative")).isEqualTo("Typed before \"it\" ended.");
        assertThat(page.isChecked("#status-OFF_TRACK")).isTrue();
    }

    @Test
    void givenADraft_whenItIsOpenedAgain_thenItIsAsItWasLeft() {
        var page = chromium.window(WIDE, "our-editor");
        var form = OURS + "/pledges/now/" + pages.pledge("Draft") + "/progress/second";
        page.navigate(form);
        page.fill("#narrative", "Half a thought");

        page.click("button[value=draft]");

        assertThat(page.textContent("main")).contains("Your draft is saved", "Go on with draft");
        page.navigate(form);
        assertThat(page.inputValue("#narrative")).isEqualTo("Half a thought");
    }

    @Test
    void givenAKeyboardAlone_whenSomebodyComesIn_thenTheyCanSkipToTheContentAndSignIn() {
        var page = chromium.window(WIDE);
        page.navigate("/sign-in");

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("member");
        page.keyboard().press("Tab");
        page.keyboard().type("pledgebook");
        page.keyboard().press("Enter");
        page.waitForURL("**/boards");

        assertThat(page.textContent("h1")).isEqualTo("Boards");
    }

    @Test
    void givenABoardMeeting_whenADayIsChosen_thenThePagesStandThere_untilTheyAreLeft() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "member");
        page.navigate("/boards/example-board/2025?asOf=2025-06-01");
        assertThat(page.textContent("main")).contains("You are looking at the past: 1 June 2025");

        page.locator(".pb-matrix a.pb-status").first().click();
        assertThat(page.url()).contains("asOf=2025-06-01");
        assertThat(page.textContent("main")).contains("You are looking at the past");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Back to today"))
                .click();
        assertThat(page.url()).doesNotContain("asOf");
        assertThat(page.locator(".pb-past").count()).isZero();
    }

    @Test
    void givenAPledgeThatWasWeakened_whenItIsLookedAt_thenItsVersionsStandSideBySide_andItsFiguresCanBeTakenAway() {
        var page = chromium.window(WIDE, "member");
        var pledge = TRUST + "/pledges/2026/2";
        page.navigate(pledge);

        assertThat(page.locator("#versions + article").textContent())
                .contains("Version 2", "Weakened", "There are too few interpreters for the nights.");
        assertThat(page.locator(".pb-beside-table del").allTextContents()).containsExactly("13.5");
        assertThat(page.locator(".pb-beside-table ins").allTextContents()).containsExactly("18.5");
        assertThat(page.textContent("main")).contains("The goalposts have moved", "No reading");
        var figures = page.request().get(pledge + "/readings.csv");
        assertThat(figures.headers().get("content-type")).startsWith("text/csv");
        assertThat(figures.text().lines())
                .contains("wait,Middle wait for a signed call,minutes,29.5,18.5,2026-12-31,2026-Q3,20.5");
    }

    @Test
    void givenABoardMember_whenTheyAsk_thenTheQuestionIsThere_andOneWithoutWordsKeepsTheRest() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "member");
        page.navigate(TRUST + "/pledges/2026/1");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ask a question"))
                .click();
        page.locator("summary", new Page.LocatorOptions().setHasText("another day"))
                .click();
        page.fill("#saidOn-day", "30");
        page.fill("#saidOn-month", "2");
        page.fill("#saidOn-year", "2026");
        page.click("main button[type=submit]");
        assertThat(page.locator(".govuk-error-summary__list a").allTextContents())
                .containsExactlyInAnyOrder("Write something", "Enter a day that exists, such as 27 3 2024");
        assertThat(page.inputValue("#saidOn-day")).isEqualTo("30");

        page.fill("#text", "Who is <asked> first?");
        page.fill("#saidOn-day", "28");
        page.click("main button[type=submit]");

        assertThat(page.textContent("main"))
                .contains("Your question is recorded", "Who is <asked> first?", "Asked today");
        var editor = chromium.window(WIDE, "example-community-trust");
        editor.navigate(TRUST + "/pledges/2026/1");
        assertThat(editor.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ask a question"))
                        .count())
                .isZero();
    }

    @Test
    void givenADashboard_whenItIsRead_thenItSaysWhatMoved_whichGoalpostsMoved_andWhichQuestionsAreOpen() {
        var page = chromium.window(WIDE, "member");
        page.navigate("/boards/example-board/2026");

        assertThat(page.locator("#moved + ul li").first().textContent()).contains("became", "Worse");
        assertThat(page.locator("[aria-labelledby=goalposts]").textContent())
                .contains("Middle wait for a signed call", "29.5 to 13.5 minutes", "29.5 to 18.5 minutes");
        assertThat(page.textContent("main")).contains("Open for", "helps");
        page.locator("#questions ~ ul a").first().click();
        assertThat(page.url()).contains("#question-");
        assertThat(page.request().get("/boards/example-board/2026/figures.csv").text())
                .contains("how the pledges stand,On track,");
    }

    @Test
    void givenAPartner_whenItsStoryIsFiltered_thenOnlyThatIsTold_withItsDifferencesInPlace() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "member");
        page.navigate(TRUST + "?about=REPORTS&cycle=2025");

        assertThat(page.locator(".pb-story__words").allTextContents())
                .isNotEmpty()
                .allMatch(words -> words.startsWith("Reported") || words.startsWith("Corrected"));
        assertThat(page.locator(".pb-changes del").allTextContents()).contains("on track");
        assertThat(page.locator("[role=region][aria-labelledby=scores]").textContent())
                .contains("Change since 2024");
        page.navigate(TRUST + "?about=nothing-of-the-kind");
        assertThat(page.textContent("main")).contains("Page not found");
    }

    @Test
    void givenAnAuditor_whenTheyGoThroughTheRecord_thenTheyFindAnEventWithItsProof_andTakeTheEvidenceAway() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "auditor");
        page.navigate("/audit");
        page.selectOption("#type", "pledge-amended");
        page.fill("#partner", "example-community-trust");
        page.click(".pb-filters button");
        assertThat(page.textContent("#count")).matches("[1-9][0-9]* events?");
        page.locator(".pb-events a").first().click();

        assertThat(page.textContent("main")).contains("There are too few interpreters for the nights.", "Root");
        assertThat(page.locator("ol code").count()).isGreaterThan(3);
        page.navigate("/audit/proof");
        var checkpoint = page.request().get("/audit/checkpoint.txt").text();
        assertThat(page.textContent("pre"))
                .startsWith(checkpoint.lines().findFirst().orElseThrow());
        var pack = page.request().get("/audit/pack?board=example-board");
        assertThat(pack.headers().get("content-type")).isEqualTo("application/zip");
        assertThat(pack.body()).startsWith(0x50, 0x4b);
        var editor = chromium.window(WIDE, "example-community-trust");
        assertThat(editor.request().get("/audit/pack").status()).isEqualTo(403);
    }

    @Test
    void givenAPastDay_whenItIsComparedWithToday_thenWhatChangedSinceIsTold() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "member");
        page.navigate("/boards/example-board/2026?asOf=2026-08-31");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Compare with today"))
                .click();

        assertThat(page.textContent("h1")).startsWith("What changed between 31 August 2026 and ");
        assertThat(page.textContent("main"))
                .contains("A crisis line that deaf people can use (pledge 2 of 2026)")
                .contains("There are too few interpreters for the nights.")
                .doesNotContain("The relay came two months late");
        page.fill("#to", "2026-09-03");
        page.click(".pb-filters button");
        assertThat(page.textContent("main")).doesNotContain("There are too few interpreters");
    }

    @Test
    void givenAFilter_whenItsAddressIsShared_thenTheOtherSeesTheSame() {
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, "member");
        page.navigate("/boards/example-board/2025");
        var all = page.locator(".pb-matrix__partner").count();
        page.selectOption("#kind", "COUNCIL");
        page.click(".pb-filters button");

        var shared = page.url();
        var other = chromium.window(WIDE, "auditor");
        other.navigate(shared);

        assertThat(other.locator(".pb-matrix__partner").count()).isEqualTo(1).isLessThan(all);
        assertThat(other.inputValue("#kind")).isEqualTo("COUNCIL");
    }

    @Test
    void givenAFirstVisit_whenWhatComesOverTheWireIsCounted_thenItIsLittle_andLaterLess() {
        var page = chromium.window(WIDE, "member");
        var fresh = chromium.window(WIDE);
        fresh.context()
                .addCookies(page.context().cookies().stream()
                        .map(cookie -> new Cookie(cookie.name, cookie.value)
                                .setDomain(cookie.domain)
                                .setPath(cookie.path))
                        .toList());

        assertThat(bytes(fresh, "/boards/example-board/2025")).isLessThan(150_000);
        assertThat(bytes(fresh, "/boards/example-board/2025")).isLessThan(30_000);
    }

    private static long bytes(Page page, String path) {
        var sum = new AtomicLong();
        var responses = new ArrayList<Response>();
        Consumer<Response> listener = responses::add;
        page.onResponse(listener);
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.offResponse(listener);
        assertThat(responses).isNotEmpty();
        responses.stream().filter(response -> !response.fromServiceWorker()).forEach(response -> {
            var sizes = response.request().sizes();
            sum.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
        });
        return sum.get();
    }

    /**
     * A page.
     *
     * @param who may look at it
     * @param route as the program knows it
     * @param address where it shows something
     */
    private record Shown(String who, String route, String address) {}

    private static Shown page(String who, String route, String address) {
        return new Shown(who, route, address);
    }

    private static void check(Page page, String what) {
        for (var width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, 900);
            check(page, what, width);
        }
    }

    private static void check(Page page, String what, int width) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(found -> found.getId() + ": "
                                + found.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList())
                .as("%s at %d pixels", what, width)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d pixels is cut off", what, width)
                .isLessThanOrEqualTo(width);
    }

    private static Map<String, Consumer<Page>> states() {
        var states = new LinkedHashMap<String, Consumer<Page>>();
        states.put("a wrong password", page -> {
            page.navigate("/sign-in");
            page.fill("#sign-in", "nobody-here");
            page.fill("#password", "not the password");
            page.click("main button[type=submit]");
        });
        states.put("signed out", page -> {
            Chromium.signIn(page, "member");
            page.click(".pb-header__button");
        });
        states.put("nothing at an address", page -> page.navigate("/nothing-here"));
        states.put("may not", page -> Chromium.signIn(page, "member").navigate(TRUST + "/desk"));
        states.put("mistakes", page -> {
            Chromium.signIn(page, "our-editor").navigate(NOW);
            page.fill("[id='readings.visits']", "x");
            page.click("button[value=preview]");
        });
        states.put("an answer of a pledge that cannot be read", page -> {
            Chromium.signIn(page, "our-editor").navigate(OURS + "/pledges/now/new/measures");
            page.fill("[id='measures.0.target']", "x");
            page.click("button[value=more]");
            page.click(".pb-actions button[value=next]");
        });
        states.put("a pledge that is amended", page -> {
            Chromium.signIn(page, "our-editor").navigate(PILOT + "/amendment/measures");
            page.fill("[id='measures.0.target']", "1000");
            page.click(".pb-actions button[value=next]");
            page.click(".pb-actions button[value=send]");
        });
        states.put("no assessment", page -> Chromium.signIn(page, "our-editor").navigate(OURS + "/assessments/later"));
        states.put("a section with counts", page -> {
            Chromium.signIn(page, "our-editor").navigate(OURS + "/assessments/later/draft/framework");
            page.check("[id='framework-wres/1']");
            page.click("main button[value=next]");
            page.navigate(OURS + "/assessments/later/draft/sections/indicator-2");
            page.locator("input[name$='.value']").first().fill("none");
            page.click(".pb-actions button[value=next]");
        });
        states.put("a look at a report", page -> {
            Chromium.signIn(page, "our-editor").navigate(NOW);
            page.check("#status-ACHIEVED");
            page.fill("#narrative", "Done.");
            page.click("button[value=preview]");
        });
        states.put(
                "a board with nothing in it",
                page -> Chromium.signIn(page, "secretary").navigate("/boards/empty"));
        states.put(
                "a cycle with nobody in it",
                page -> Chromium.signIn(page, "secretary").navigate("/boards/bare/now"));
        states.put(
                "a filter that finds nothing",
                page -> Chromium.signIn(page, "member")
                        .navigate("/boards/example-board/2025?name=nobody-is-called-this"));
        states.put("everything opened", page -> {
            Chromium.signIn(page, "member").navigate(TRUST + "/pledges/2026/2");
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        });
        states.put("the story opened", page -> {
            Chromium.signIn(page, "member").navigate(TRUST + "?cycle=2025");
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        });
        states.put(
                "two days to choose", page -> Chromium.signIn(page, "member").navigate("/changes?board=example-board"));
        states.put(
                "two days the wrong way round",
                page -> Chromium.signIn(page, "member")
                        .navigate("/changes?board=example-board&from=2026-02-01&to=2026-01-01"));
        states.put(
                "the past",
                page -> Chromium.signIn(page, "member").navigate("/boards/example-board/2025?asOf=2025-06-01"));
        states.put(
                "a day to come",
                page -> Chromium.signIn(page, "member").navigate("/boards/example-board/2025?asOf=9000-01-01"));
        return states;
    }
}
