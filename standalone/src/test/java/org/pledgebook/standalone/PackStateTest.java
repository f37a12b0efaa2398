package org.pledgebook.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page.PdfOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What a pack says for reading: what the API said, to the byte, and a page that needs nothing beside itself. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class PackStateTest {

    private static final String HOSTILE =
            "</style><script src='https://example.org/x.js'></script><img src=x onerror=x>";
    private static final Pattern ANSWER = Pattern.compile("\\{\"get\":\"([^\"]+)\",\"answer\":(.*)\\},?");

    private static final byte[] NOTHING = {};
    private static final String PARTNER = "?partner=example-community-trust";
    private static final List<String> SCOPES =
            List.of("", "?board=example-board", PARTNER, "?pledge=example-community-trust/2025/3");

    @TempDir
    private static Path data;

    private ConfigurableApplicationContext book;
    private Client secretary;
    private Client auditor;

    @BeforeAll
    void start() {
        book = new SpringApplication(Standalone.class)
                .run("--spring.config.name=standalone", "--server.port=0", "--pledgebook.data-dir=" + data);
        var address = "http://127.0.0.1:" + book.getEnvironment().getProperty("local.server.port");
        secretary = new Client(address, "secretary");
        auditor = new Client(address, "auditor");
        Scene.accepted(secretary.post("/api/partners/example-community-trust/support", """
                {"kind": "REQUEST", "text": "%s", "pledge": "example-community-trust/2025/3"}""".formatted(HOSTILE)));
    }

    @AfterAll
    void stop() {
        book.close();
    }

    @Test
    void givenAPackOfAnyScope_whenItsStateIsRead_thenEachAnswerIsTheApisOwnAsOfItsPosition() throws IOException {
        for (var scope : SCOPES) {
            var lines = text(pack(scope), "state.json").split("\n");
            var asOf = lines[0].replaceFirst(".*\"asOf\":\"([^\"]+)\".*", "$1");
            var said = new ArrayList<String>();
            for (var line : List.of(lines).subList(1, lines.length - 1)) {
                var answer = ANSWER.matcher(line);
                assertThat(answer.matches()).as(line).isTrue();
                var path = answer.group(1);
                var api = auditor.get(path + (path.contains("?") ? "&" : "?") + "asOf=" + asOf);
                assertThat(answer.group(2)).as(path).isEqualTo(api.response().body());
                said.add(path);
            }
            assertThat(said).as(scope).doesNotHaveDuplicates().hasSizeGreaterThan(1);
            if (scope.isEmpty()) {
                assertThat(said)
                        .contains(
                                "/api/frameworks/starter/1",
                                "/api/boards/islington-mental-health",
                                "/api/boards/example-board/dashboard/2025",
                                "/api/partners/example-community-trust/pledges/2025/3",
                                "/api/partners/healthwatch-islington/timeline?limit=500");
            }
        }
    }

    @Test
    void givenAPackOfAnyScope_whenTheVerifierRunsOnIt_thenAllHolds() throws Exception {
        var key = Files.write(data.resolve("key.txt"), auditor.bytes("/api/audit/key"));
        for (var scope : SCOPES) {
            var zip = Files.write(data.resolve("pack.zip"), auditor.bytes("/api/audit/pack" + scope));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var verifier = new ProcessBuilder(java, "../verifier/Verify.java", zip.toString(), "--key", key.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(verifier.getInputStream().readAllBytes(), UTF_8);

            assertThat(verifier.waitFor()).as(said).isZero();
            assertThat(said).contains("For reading only", "ALL HOLDS.");
        }
    }

    @Test
    void givenAnEarlierDay_whenAPackIsTakenAsOfIt_thenItsStateEndsThereToo_andIsTheSameEachTime() throws IOException {
        var before = auditor.get("/api/audit/events?type=pledge-made&limit=1").json();
        var instant = before.at("/events/0/recordedAt").asString();
        var whole = pack("?board=example-board&asOf=" + instant);

        assertThat(auditor.bytes("/api/audit/pack?board=example-board&asOf=" + instant))
                .isEqualTo(auditor.bytes("/api/audit/pack?board=example-board&asOf=" + instant));
        assertThat(text(whole, "state.json")).contains("\"asOf\":\"" + instant).doesNotContain("onerror");
        assertThat(text(pack("?board=example-board"), "state.json")).contains("onerror");
    }

    @Test
    void givenThePage_whenItIsRead_thenItHasWordsForAll_andNothingThatRunsOrLoads() throws IOException {
        for (var scope : SCOPES) {
            var page = text(pack(scope), "state.html");

            assertThat(page)
                    .as(scope)
                    .startsWith("<!doctype html>")
                    .contains("What the book said on", "Ask about sexual orientation and gender, and ask well")
                    .doesNotContain("??", "<script", "<img", "<link", "@import", "url(", " th:", "onclick")
                    .doesNotContainPattern("<[^>]*\\s(src|href|on\\w+)\\s*=");
        }
        assertThat(text(pack(PARTNER), "state.html")).contains("&lt;/style&gt;&lt;script");
    }

    /** As somebody opens the file that was unpacked, on a machine where the service is not. */
    @Test
    void givenThePage_whenItIsOpenedAsAFile_thenItIsAccessible_printsOnPages_andAsksForNothing() throws IOException {
        assumeTrue(Chromium.isThere(), "There is no chromium: the page is not looked at.");
        try (var chromium = Chromium.on("http://127.0.0.1:1")) {
            for (var width : List.of(1280, 320)) {
                var file = Files.write(data.resolve("state.html"), pack(PARTNER).getOrDefault("state.html", NOTHING));
                var window = chromium.window(width);
                var asked = new ArrayList<String>();
                window.onRequest(request -> asked.add(request.url()));
                window.navigate(file.toUri().toString());

                assertThat(asked).containsExactly(file.toUri().toString());
                assertThat(new AxeBuilder(window)
                                .analyze().getViolations().stream()
                                        .map(Rule::getId)
                                        .toList())
                        .isEmpty();
                assertThat((Integer) window.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                assertThat(new String(window.pdf(new PdfOptions().setFormat("A4")), ISO_8859_1))
                        .startsWith("%PDF")
                        .containsPattern("(?s)(/Type /Page\\b.*){2}");
                window.close();
            }
        }
    }

    private Map<String, byte[]> pack(String query) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var bytes = auditor.bytes("/api/audit/pack" + query);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, NOTHING), UTF_8);
    }
}
