package org.pledgebook.standalone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The system's Chromium, without a window, on one book. */
final class Chromium implements AutoCloseable {

    /** Where Debian's package puts it. */
    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final Map<String, List<Cookie>> sessions = new HashMap<>();

    private Chromium(Playwright playwright, String address) {
        this.playwright = playwright;
        this.address = address;
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    /** Whether there is one. */
    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    static Chromium on(String address) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(environment)), address);
    }

    /** A window of its own, with no cookies in it. */
    Page window(int width) {
        return window(new NewContextOptions().setViewportSize(width, 900));
    }

    /** A window in which no script runs. */
    Page windowWithoutScript() {
        return window(new NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A window in which somebody is signed in. */
    Page window(int width, String signIn) {
        return signedIn(window(width), signIn);
    }

    /** A window in which somebody is signed in, and scripts run or do not. */
    Page window(boolean script, String signIn) {
        return signedIn(window(new NewContextOptions().setJavaScriptEnabled(script)), signIn);
    }

    /** One session a person for all windows: signing in is tried where a test does it by the form. */
    private Page signedIn(Page page, String signIn) {
        var session = sessions.computeIfAbsent(signIn, who -> {
            var first = signIn(window(new NewContextOptions()), who);
            var cookies = first.context().cookies();
            first.context().close();
            return cookies;
        });
        page.context()
                .addCookies(session.stream()
                        .map(cookie -> new Cookie(cookie.name, cookie.value)
                                .setDomain(cookie.domain)
                                .setPath(cookie.path))
                        .toList());
        return page;
    }

    /** Signs in by the form, and stands wherever that leads. */
    static Page signIn(Page page, String signIn) {
        page.navigate("/sign-in");
        page.fill("#sign-in", signIn);
        page.fill("#password", "pledgebook");
        page.click("main button[type=submit]");
        return page;
    }

    private Page window(NewContextOptions options) {
        var context = browser.newContext(options.setBaseURL(address));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
