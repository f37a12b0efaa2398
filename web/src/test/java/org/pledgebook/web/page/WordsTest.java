package org.pledgebook.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.shared.board.Characteristics;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.support.SupportKind;

/** The words of the pages: all there, and in the language of those who read them. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/org/pledgebook/web");
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-zA-Z][\\w.*-]*)");
    private static final Pattern IN_EXPRESSIONS = Pattern.compile("say\\.text\\('([\\w.-]+)'");

    @Test
    void givenEveryPage_whenItsKeysAreLookedUp_thenEachHasWords() {
        var words = words();
        var missing = new ArrayList<String>();
        for (var page : pages()) {
            var text = read(page);
            Stream.of(IN_TEMPLATES, IN_EXPRESSIONS)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(key -> !words.containsKey(key))
                    .forEach(key -> missing.add(page.getFileName() + ": " + key));
        }

        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    @Test
    void givenEveryValueThatIsNamed_whenItIsLookedUp_thenItHasAName() {
        assertThat(words().stringPropertyNames())
                .containsAll(Arrays.stream(CellStatus.values())
                        .flatMap(status -> Stream.of("status." + status, "status." + status + ".means"))
                        .toList())
                .containsAll(
                        Arrays.stream(Kind.values()).map(kind -> "kind." + kind).toList())
                .containsAll(Arrays.stream(SupportKind.values())
                        .flatMap(kind ->
                                Stream.of("support.kind." + kind, "support.who." + kind, "support.answer." + kind))
                        .toList())
                .containsAll(Arrays.stream(AmendmentClass.values())
                        .flatMap(kind -> Stream.of("class." + kind, "class." + kind + ".means"))
                        .toList())
                .containsAll(Arrays.stream(Commitment.Origin.values())
                        .map(origin -> "origin." + origin)
                        .toList())
                .containsAll(Characteristics.OF_THE_ACT.stream()
                        .map(one -> "characteristic." + one)
                        .toList());
    }

    @Test
    void givenAllWords_whenTheyAreRead_thenNoneIsOfTheWorkshop() {
        assertThat(words())
                .isNotEmpty()
                .allSatisfy((key, words) -> assertThat(words.toString())
                        .as(key.toString())
                        .doesNotContain("'")
                        .doesNotContainIgnoringCase("aggregate")
                        .doesNotContainIgnoringCase("projection")
                        .doesNotContainIgnoringCase("event store")
                        .doesNotContainIgnoringCase("payload"));
    }

    @Test
    void givenAllPages_whenTheirTextIsRead_thenNoneHasScriptOrStyleInIt() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(read(page))
                        .doesNotContain("style=")
                        .doesNotContain("<style")
                        .doesNotContainPattern("<script(?![^>]*th:src)")
                        .doesNotContainPattern("\\son[a-z]+="));
    }

    private static List<Path> pages() {
        try (var files = Files.list(RESOURCES.resolve("pages"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words() {
        var words = new Properties();
        try (var text = Files.newBufferedReader(RESOURCES.resolve("words.properties"))) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
