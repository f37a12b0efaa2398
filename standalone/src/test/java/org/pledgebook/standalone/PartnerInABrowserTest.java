package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.standalone.PagesBook.sent;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's editor does with pledges, from the desk to what the board then reads; with script and without. */
@ExtendWith(PagesBook.Extension.class)
class PartnerInABrowserTest {

    private static final String OURS = "/partners/our-trust";
    private static final String NEXT = ".pb-actions button[value=next]";

    private final PagesBook book;
    private final Chromium chromium;

    PartnerInABrowserTest(PagesBook book) {
        this.book = book;
        this.chromium = book.chromium();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAnAssessment_whenThreePledgesAreMadeFromIt_thenTheFourthIsRefusedInWords_andItsDraftStays(
            boolean script) {
        var partner = book.partner();
        sent(book.secretary(), "/api/partners/" + partner + "/assessments/three", """
                {"framework": "eflg-2021", "version": 1, "answers": [
                    {"item": "communities", "rating": 1}, {"item": "leadership", "rating": 3},
                    {"item": "services", "rating": 1}, {"item": "workforce", "rating": 2}],
                 "data": "Few carers are on our list."}""");
        var page = chromium.window(script, partner + "-editor");
        for (var made = 1; made <= 3; made++) {
            page.navigate("/partners/" + partner + "/desk");
            page.click("a[href='/partners/" + partner + "/pledges/three/new']");
            answerAll(page, "Pledge " + made);
            assertThat(page.textContent("main")).contains("Check your pledge", "Pledge " + made, "Age and Sex");
            send(page);
            assertThat(page.url()).endsWith("/partners/" + partner + "/pledges/three/" + made);
            assertThat(page.textContent("main")).contains("Your pledge is made", "40 people");
        }

        page.navigate("/partners/" + partner + "/desk");
        assertThat(page.textContent("main")).contains("All 3 pledges of this cycle are made.");
        page.navigate("/partners/" + partner + "/pledges/three/new");
        assertThat(page.textContent("main")).contains("so the book will not take another one");
        answerAll(page, "One too many");
        send(page);

        assertThat(page.textContent(".govuk-error-summary"))
                .contains("All pledges of this cycle are made", "Amend or withdraw one of them instead");
        assertThat(page.textContent("main")).contains("One too many");
        page.navigate("/partners/" + partner + "/pledges/three/1/withdrawal");
        page.fill("#reason", "Another one matters more.");
        send(page);
        assertThat(page.textContent("main")).contains("The pledge is withdrawn");
        page.navigate("/partners/" + partner + "/desk");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Go on with your draft of a pledge"))
                .click();
        assertThat(page.textContent("main")).contains("One too many").doesNotContain("will not take");
        send(page);
        assertThat(page.url()).endsWith("/pledges/three/4");
    }

    @Test
    void givenAPledgeThatLacksSomething_whenItIsMade_thenThePageThatAsksForItSaysSo_andNothingTypedIsLost() {
        var partner = book.partner();
        var page = chromium.window(false, partner + "-editor");
        page.navigate("/partners/" + partner + "/pledges/three/new");
        page.click(NEXT);
        page.click(NEXT);
        assertThat(page.locator(".govuk-error-summary__list a").allTextContents())
                .containsExactly("Give it a title", "Say which inequality it addresses", "Say what will be done");
        answerAll(page, "Almost whole");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Change Whom it concerns"))
                .click();
        page.uncheck("#characteristics-age");
        page.uncheck("#characteristics-sex");
        page.click(NEXT);

        send(page);

        assertThat(page.title()).startsWith("Error: Whom does it concern?");
        assertThat(page.textContent(".govuk-error-summary")).contains("Choose at least one");
        page.check("#characteristics-race");
        page.click(NEXT);
        assertThat(page.textContent("main")).contains("Almost whole", "Race");
        send(page);
        assertThat(page.textContent("main")).contains("Your pledge is made");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAPledge_whenItIsAmended_thenTheKindOfChangeIsSaidBeforeItIsSent(boolean script) {
        var pledge = OURS + "/pledges/now/" + book.pledge("Goalposts");
        var page = chromium.window(script, "our-editor");
        page.navigate(pledge);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Amend it"))
                .click();
        assertThat(page.textContent("main")).contains("Nothing is changed yet");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Change Measures"))
                .click();
        page.fill("[id='measures.0.target']", "100");
        page.click("button[value=more]");
        page.fill("[id='measures.1.title']", "Second visits");
        page.click(NEXT);

        assertThat(page.locator(".pb-class").allTextContents()).containsExactly("Weakened", "Reworded");
        assertThat(page.textContent("main del")).isEqualTo("2,000");
        send(page);
        assertThat(page.textContent(".govuk-error-summary")).contains("Write why");
        page.fill("#reason", "Two thousand was never to be had.");
        send(page);

        assertThat(page.textContent("main"))
                .contains("Your amendment is recorded", "Two thousand was never to be had.", "Second visits");
    }

    @Test
    void givenAnAmendmentThatSomebodyElseOvertakes_whenItIsSent_thenWhatItWouldUndoIsShown_andTheTypingStays() {
        var number = book.pledge("Overtaken");
        var pledge = OURS + "/pledges/now/" + number;
        var page = chromium.window(false, "our-editor");
        page.navigate(pledge + "/amendment/what");
        page.fill("#action", "Open three evenings a week.");
        page.click(NEXT);
        sent(book.secretary(), "/api" + pledge + "/amendments", """
                {"title": "Overtaken by another", "reason": "Clearer."}""");

        page.fill("#reason", "A third was asked for.");
        send(page);

        assertThat(page.textContent(".govuk-error-summary")).contains("Somebody has changed this in the meantime");
        assertThat(page.inputValue("#reason")).isEqualTo("A third was asked for.");
        assertThat(page.locator("main del").allTextContents()).contains(" by another");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Change Title"))
                .click();
        assertThat(page.inputValue("#action")).isEqualTo("Open three evenings a week.");
        page.fill("#title", "Overtaken by another");
        page.click(NEXT);
        page.fill("#reason", "A third was asked for.");
        send(page);
        assertThat(page.textContent("h1")).isEqualTo("Overtaken by another");
        assertThat(page.textContent("main")).contains("Open three evenings a week.");
    }

    @Test
    void givenASessionThatEndsInTheMiddleOfAGuidedForm_whenSomebodySignsInAgain_thenThatPageIsAsTheyTypedIt() {
        var partner = book.partner();
        var page = chromium.windowWithoutScript();
        Chromium.signIn(page, partner + "-editor");
        page.navigate("/partners/" + partner + "/pledges/three/new/what");
        page.fill("#title", "Typed before it ended");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("pledgebook"));

        page.click(NEXT);
        page.fill("#sign-in", partner + "-editor");
        page.fill("#password", "pledgebook");
        page.click("main button[type=submit]");

        assertThat(page.url()).endsWith("/pledges/three/new/what");
        assertThat(page.inputValue("#title")).isEqualTo("Typed before it ended");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAPilot_whenItIsExtendedFulfilledAndCarriedForward_thenThePledgeSaysSo(boolean script) {
        var number = book.pilot("A pilot");
        var pledge = OURS + "/pledges/now/" + number;
        var page = chromium.window(script, "our-editor");
        page.navigate(pledge);
        follow(page, "Extend the pilot to more teams");
        page.check("#teams-crisis-line");
        send(page);
        assertThat(page.textContent(".govuk-error-summary")).contains("Write why");
        assertThat(page.isChecked("#teams-crisis-line")).isTrue();
        page.fill("#reason", "It works.");
        send(page);
        assertThat(page.textContent("main")).contains("The pledge reaches more now", "It works.");

        follow(page, "Say that it is fulfilled");
        page.fill("#outcome", "Both teams see more young men.");
        send(page);
        assertThat(page.textContent("main")).contains("The pledge is fulfilled").doesNotContain("Amend it");

        follow(page, "Carry it forward into a later cycle");
        page.fill("#reason", "There is more to do.");
        send(page);
        assertThat(page.url()).contains(OURS + "/pledges/later/");
        assertThat(page.textContent("main")).contains("The pledge goes on in this cycle");
    }

    @Test
    void givenAQuestion_whenItIsAnsweredFromTheDesk_thenTheBoardCanReadIt_andTheDeskAsksNoMore() {
        var number = book.pledge("Asked about");
        sent(book.member(), "/api" + OURS + "/pledges/now/" + number + "/questions", """
                {"text": "Who comes on Fridays?"}""");
        var page = chromium.window(false, "our-editor");
        page.navigate(OURS + "/desk");

        page.click("a[href='" + OURS + "/pledges/now/" + number + "/questions/1/answer']");
        assertThat(page.textContent("main")).contains("Who comes on Fridays?");
        page.fill("#text", "Half an answer");
        page.click("button[value=draft]");
        page.click("a[href='" + OURS + "/pledges/now/" + number + "/questions/1/answer']");
        assertThat(page.inputValue("#text")).isEqualTo("Half an answer");
        page.fill("#text", "Mostly students.");
        send(page);

        assertThat(page.textContent("main")).contains("Your answer is recorded");
        page.navigate(OURS + "/desk");
        assertThat(page.textContent("main")).doesNotContain("Who comes on Fridays?");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAnAssessmentInSections_whenItIsLeftAndGoneOnWith_thenItIsSubmittedOnceNothingIsMissing(boolean script) {
        var partner = book.partner();
        var page = chromium.window(script, partner + "-editor");
        page.navigate("/partners/" + partner + "/desk");
        page.click("a[href='/partners/" + partner + "/assessments/three/draft']");
        page.check("[id='framework-starter/1']");
        page.click("main button[value=next]");
        assertThat(page.textContent("main")).contains("0 of 4 answered", "0 of 6 answered");
        page.click("a[href$='/sections/knowing']");
        for (var question : page.locator("fieldset.pb-question").all()) {
            question.locator("input[type=radio]").first().check();
            if (question.locator("textarea[name$='.evidence']").count() > 0) {
                question.locator("textarea[name$='.evidence']").fill("Our survey");
            }
        }
        page.click(NEXT);
        assertThat(page.textContent("main")).contains("All 4 answered", "0 of 6 answered");

        page.click("a[href$='/sections/acting']");
        page.click("button[value=draft]");
        page.click("a[href='/partners/" + partner + "/assessments/three/draft']");
        page.click("main a.govuk-button");
        assertThat(page.textContent("main")).contains("Our survey", "Not answered yet");
        send(page);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.textContent(".govuk-error-summary")).contains("Answer it, or say why it does not apply");
        assertThat(page.url()).contains("/assessments/three/draft");
        notApplicable(page);
        page.click(NEXT);
        page.click("a[href$='/sections/together']");
        notApplicable(page);
        page.click(NEXT);
        page.click("a[href$='/draft/sources']");
        page.fill("#data", "Few carers are on our list.");
        page.click(NEXT);
        page.click("main a.govuk-button");
        send(page);

        assertThat(page.url()).endsWith("/partners/" + partner + "/assessments/three");
        assertThat(page.textContent("main"))
                .contains(
                        "Your self-assessment is recorded",
                        "Few carers are on our list.",
                        "Does not apply: There is nobody to ask.");
        page.click("a[href$='/assessments/three/draft']");
        page.click("a[href$='/sections/knowing']");
        page.locator("fieldset.pb-question")
                .first()
                .locator("input[type=radio]")
                .last()
                .check();
        page.click(NEXT);
        page.click("main a.govuk-button");
        send(page);
        assertThat(page.textContent(".govuk-error-summary")).contains("Write why");
        page.fill("#reason", "We looked again.");
        send(page);
        assertThat(page.textContent("main")).contains("We looked again.", "Each time it was submitted", "Was ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenARequestForSupport_whenAnotherPartnerAnswersIt_thenBothAreThereToRead(boolean script) {
        var other = book.partner();
        var number = book.pledge("Needs an interpreter");
        var page = chromium.window(script, "our-editor");
        page.navigate(OURS + "/pledges/now/" + number);
        follow(page, "Ask for support with it, or offer some");
        page.fill("#text", "Who knows a signing interpreter?");
        send(page);
        assertThat(page.textContent(".govuk-error-summary")).contains("Choose whether you ask or offer");
        assertThat(page.inputValue("#text")).isEqualTo("Who knows a signing interpreter?");
        assertThat(page.inputValue("#pledge")).isEqualTo("our-trust/now/" + number);
        page.check("#kind-REQUEST");
        send(page);
        assertThat(page.textContent("main"))
                .contains("It is recorded", "Our Trust asks for support", "Who knows a signing interpreter?");

        var others = chromium.window(script, other + "-editor");
        others.navigate("/partners/" + other + "/desk");
        follow(others, "What others ask for and offer");
        others.locator("article", new LocatorOptions().setHasText("Who knows a signing interpreter?"))
                .last()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Answer the request"))
                .click();
        others.fill("#text", "Ours has two evenings free.");
        send(others);

        assertThat(others.textContent("main"))
                .contains("Your answer is recorded", "Partner " + other, "Ours has two evenings free.");
    }

    /** Says of every question of a section why it does not apply. */
    private static void notApplicable(Page page) {
        for (var question : page.locator("fieldset.pb-question").all()) {
            question.locator("summary").click();
            question.locator("textarea[name$='.notApplicable']").fill("There is nobody to ask.");
        }
    }

    @Test
    void givenAKeyboardAlone_whenAPledgeIsMadeReportedOnAmendedAndWithdrawn_thenAllOfItCanBeDone() {
        var partner = book.partner();
        var page = chromium.window(1280);
        var keys = new Keyboard(page);
        page.navigate("/sign-in");
        keys.type("#sign-in", partner + "-editor")
                .type("#password", "pledgebook")
                .enter("/desk");

        var pledges = "/partners/" + partner + "/pledges/now";
        keys.enter("a[href='" + pledges + "/new']", "/new/answers");
        keys.enter(NEXT, "/new/what");
        keys.type("#title", "By keyboard").type("#inequality", "Few come.").type("#action", "Open evenings.");
        keys.enter(NEXT, "/new/impact");
        keys.type("#outcome", "More come.").type("#howWeWillKnow", "We count.").enter(NEXT, "/new/who");
        keys.choose("#characteristics-age").enter(NEXT, "/new/basis");
        keys.type("[id='basis.staffFeedback']", "Staff say so.").enter(NEXT, "/new/where");
        keys.reach("[name=origin]");
        page.keyboard().press("Space");
        // Enter in a field goes on, and presses none of the other buttons.
        keys.type("#lead", "Head of Access").enter("/new/measures");
        keys.type("[id='measures.0.title']", "Visits")
                .type("[id='measures.0.unit']", "people")
                .type("[id='measures.0.baseline']", "4")
                .type("[id='measures.0.target']", "20")
                .enter("/pledges/now/new");
        keys.enter("button[value=send]", "/pledges/now/1");
        assertThat(page.textContent("main")).contains("Your pledge is made", "By keyboard");

        keys.enter("a[href$='/progress/second']", "/progress/second");
        keys.choose("[name=status]").type("#narrative", "Begun.").type("[id='readings.visits']", "5");
        keys.enter("button[value=preview]", "/progress/second");
        page.waitForSelector("button[value=send]");
        keys.enter("button[value=send]", "/pledges/now/1");
        assertThat(page.textContent("main")).contains("Your report is recorded", "Begun.");

        keys.enter("a[href$='/amendment']", "/amendment");
        keys.enter("a[href$='/amendment/measures']", "/amendment/measures");
        keys.type("[id='measures.0.target']", "30").enter("/amendment");
        assertThat(page.locator(".pb-class").allTextContents()).containsExactly("Strengthened");
        keys.type("#reason", "More is possible.").enter("button[value=send]", "/pledges/now/1");
        assertThat(page.textContent("main")).contains("Your amendment is recorded");

        keys.enter("a[href$='/withdrawal']", "/withdrawal");
        keys.type("#reason", "It was for the keyboard.").enter("button[value=send]", "/pledges/now/1");
        assertThat(page.textContent("main")).contains("The pledge is withdrawn");
    }

    private static void send(Page page) {
        page.click(".pb-actions button[value=send]");
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    /** Goes through all pages of the guided form, from the first to the look at all answers. */
    static void answerAll(Page page, String title) {
        var base = page.url().replaceAll("/new.*", "/new");
        page.navigate(base + "/answers");
        var weak = page.locator("fieldset > .govuk-checkboxes input[name=items]");
        if (weak.count() > 0) {
            weak.first().check();
        }
        page.click(NEXT);
        page.fill("#title", title);
        page.fill("#inequality", "Young men seldom come to us.");
        page.fill("#action", "Open two evenings a week.");
        page.click(NEXT);
        page.fill("#outcome", "More young men are seen early.");
        page.fill("#howWeWillKnow", "We count first visits.");
        page.click(NEXT);
        page.check("#characteristics-age");
        page.check("#characteristics-sex");
        page.click(NEXT);
        page.fill("[id='basis.data']", "Few young men come.");
        page.click(NEXT);
        page.check("#origin-NEW");
        page.fill("#lead", "Head of Access");
        page.click(NEXT);
        page.fill("[id='measures.0.title']", "First visits");
        page.fill("[id='measures.0.unit']", "people");
        page.fill("[id='measures.0.baseline']", "40");
        page.fill("[id='measures.0.target']", "2,000");
        page.click(NEXT);
    }
}
