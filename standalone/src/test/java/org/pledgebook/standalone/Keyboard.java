package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who uses a page with the keyboard alone. */
record Keyboard(Page page) {

    private static final int FURTHEST = 200;

    /** Goes on with the tab key until this has the focus; fails where it never gets it. */
    Keyboard reach(String selector) {
        for (var i = 0; i < FURTHEST; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return this;
            }
        }
        assertThat(selector).as("is reached with the tab key on " + page.url()).isEqualTo("in the focus");
        return this;
    }

    /** Types into a field, in place of what is there. */
    Keyboard type(String selector, String text) {
        reach(selector);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    /** Chooses a radio button or a checkbox. */
    Keyboard choose(String selector) {
        reach(selector);
        page.keyboard().press("Space");
        return this;
    }

    /** Presses enter on a link or a button, and waits for the address it leads to. */
    void enter(String selector, String leadsTo) {
        reach(selector);
        enter(leadsTo);
    }

    /** Presses enter where the focus is, and waits for the address it leads to. */
    void enter(String leadsTo) {
        page.keyboard().press("Enter");
        page.waitForURL("**" + leadsTo);
    }
}
