package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the README's pictures of the pages, on demand: {@code -Dpledgebook.screenshots=<folder>}. */
@ExtendWith(PagesBook.Extension.class)
@EnabledIfSystemProperty(named = "pledgebook.screenshots", matches = ".+")
class ScreenshotsTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;
    private static final long LARGEST = 200_000;

    private final Page page;

    ScreenshotsTest(PagesBook pages) {
        page = pages.chromium().window(WIDTH, "member");
        page.setViewportSize(WIDTH, HEIGHT);
    }

    @Test
    void givenTheExampleBoard_whenItsPagesAreShown_thenEachPictureIsTaken_andIsSmall() throws IOException {
        take("dashboard", "/boards/example-board/2026");
        take("pledge", "/partners/example-community-trust/pledges/2026/2#versions");
        take("time-bar", "/boards/example-board/2025?asOf=2025-06-01");
    }

    private void take(String name, String path) throws IOException {
        page.navigate(path);
        var file = Path.of(System.getProperty("pledgebook.screenshots"), name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isBetween(1L, LARGEST);
    }
}
