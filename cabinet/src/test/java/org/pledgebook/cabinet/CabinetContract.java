package org.pledgebook.cabinet;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every cabinet promises; one subclass for each store. */
abstract class CabinetContract {

    private static final int WRITERS = 4;

    /** The cabinet of this test, empty at its start. */
    abstract Cabinet cabinet();

    /** Another cabinet on the same store, as another process would have it. The subclass closes it. */
    abstract Cabinet another();

    /** The cabinet after its process has ended and started again. */
    abstract Cabinet reopened();

    @Test
    void givenAnEmptyCabinet_whenReadAndListed_thenNothing() {
        assertThat(cabinet().get("person", "anna")).isEmpty();
        assertThat(cabinet().list("person", "", 10)).isEmpty();
        assertThat(cabinet().stream("person")).isEmpty();
        assertThat(cabinet().remove("person", "anna")).isFalse();
    }

    @Test
    void givenAPaper_whenReplacedWithItsVersion_thenTheNewContentAndVersion() {
        long first = cabinet().put("person", "anna", "{\"v\":1}", 0);
        assertThat(first).isPositive();
        assertThat(cabinet().get("person", "anna")).contains(new Paper("person", "anna", first, "{\"v\":1}"));

        long second = cabinet().put("person", "anna", "{\"v\":2}", first);
        assertThat(second).isNotEqualTo(first).isPositive();
        assertThat(cabinet().get("person", "anna")).contains(new Paper("person", "anna", second, "{\"v\":2}"));
    }

    @Test
    void givenAPaper_whenPutAsNew_thenStaleAndUnchanged() {
        long version = cabinet().put("person", "anna", "{}", 0);

        assertThatExceptionOfType(StalePaper.class)
                .isThrownBy(() -> cabinet().put("person", "anna", "[]", 0))
                .withMessageContaining("person/anna")
                .satisfies(stale -> assertThat(List.of(stale.kind(), stale.id(), stale.versionSeen()))
                        .containsExactly("person", "anna", 0L));
        assertThat(cabinet().get("person", "anna")).contains(new Paper("person", "anna", version, "{}"));
    }

    @Test
    void givenAReplacedPaper_whenPutWithTheOldVersion_thenStaleAndUnchanged() {
        long first = cabinet().put("person", "anna", "1", 0);
        long second = cabinet().put("person", "anna", "2", first);

        assertThatExceptionOfType(StalePaper.class)
                .isThrownBy(() -> cabinet().put("person", "anna", "3", first))
                .withMessageContaining("Read it again")
                .satisfies(stale -> assertThat(stale.versionSeen()).isEqualTo(first));
        assertThat(cabinet().get("person", "anna")).contains(new Paper("person", "anna", second, "2"));
    }

    @Test
    void givenNoSuchPaper_whenPutWithAVersion_thenStaleAndStillNone() {
        assertThatThrownBy(() -> cabinet().put("person", "anna", "1", 1)).isInstanceOf(StalePaper.class);
        assertThat(cabinet().get("person", "anna")).isEmpty();
    }

    @Test
    void givenAPaperRemovedAndWrittenAnew_whenPutWithTheRemovedVersion_thenStale() {
        long removed = cabinet().put("draft", "d", "\"old\"", 0);
        cabinet().remove("draft", "d");
        long anew = cabinet().put("draft", "d", "\"new\"", 0);

        assertThatThrownBy(() -> cabinet().put("draft", "d", "\"from the old\"", removed))
                .isInstanceOf(StalePaper.class);
        assertThat(cabinet().get("draft", "d")).contains(new Paper("draft", "d", anew, "\"new\""));
    }

    @Test
    void givenPapers_whenOneIsRemoved_thenOnlyThatOneIsGone() {
        cabinet().put("person", "anna", "1", 0);
        cabinet().put("person", "bela", "2", 0);
        cabinet().put("draft", "anna", "3", 0);

        assertThat(cabinet().remove("person", "anna")).isTrue();
        assertThat(cabinet().remove("person", "anna")).isFalse();
        assertThat(cabinet().get("person", "anna")).isEmpty();
        assertThat(cabinet().get("person", "bela")).isPresent();
        assertThat(cabinet().get("draft", "anna")).isPresent();
    }

    @Test
    void givenPapersOfNeighbouringKinds_whenListed_thenOnlyThoseOfTheKindInOrderOfTheirIds() {
        for (String id : List.of("b", "é", "a/1", "Z", "10", "9", "a", "\uD83D\uDE00")) {
            cabinet().put("log", id, "\"" + id + "\"", 0);
        }
        for (String kind : List.of("lo", "log ", "log0", "loh", "Log", "k")) {
            cabinet().put(kind, "a", "\"of another kind\"", 0);
        }

        assertThat(cabinet().list("log", "", 100))
                .extracting(Paper::id)
                .containsExactly("10", "9", "Z", "a", "a/1", "b", "é", "\uD83D\uDE00");
        assertThat(cabinet().list("log", "", 100))
                .allSatisfy(
                        paper -> assertThat(cabinet().get("log", paper.id())).contains(paper));
    }

    @Test
    void givenPapers_whenListedAfterAnId_thenTheNextOnesUpToTheLimit() {
        for (String id : List.of("a", "b", "d", "e")) {
            cabinet().put("log", id, "{}", 0);
        }

        assertThat(cabinet().list("log", "", 2)).extracting(Paper::id).containsExactly("a", "b");
        assertThat(cabinet().list("log", "b", 2)).extracting(Paper::id).containsExactly("d", "e");
        assertThat(cabinet().list("log", "c", 1)).extracting(Paper::id).containsExactly("d");
        assertThat(cabinet().list("log", "e", 2)).isEmpty();
    }

    @Test
    void givenMoreThanAPage_whenStreamed_thenEveryPaperOnce() {
        List<String> ids = IntStream.range(0, 201).mapToObj("%03d"::formatted).toList();
        ids.forEach(id -> cabinet().put("log", id, "{}", 0));

        assertThat(cabinet().stream("log").map(Paper::id)).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"b\" : 1.10,\n\t\"a\":1e400, \"a\":null}  ",
                "{\"$set\":{\"a.b\":\"'; DROP TABLE paper; --\"}}",
                "Zoë Ωmega العربية 中文 \uD83D\uDE00\uD83C\uDDEC\uD83C\uDDE7 e\u0301 \u200D\uFEFF\uFFFF",
                "before\u0000after",
                "line\r\nline\u2028line"
            })
    void givenOddText_whenPut_thenItComesBackAsItWas(String odd) {
        String name = odd.isEmpty() ? "-" : odd;
        cabinet().put(name, name, odd, 0);

        assertThat(cabinet().get(name, name)).map(Paper::json).contains(odd);
        assertThat(cabinet().list(name, "", 2)).extracting(Paper::id).containsExactly(name);
        assertThat(cabinet().remove(name, name)).isTrue();
    }

    @Test
    void givenNamesDifferingInCaseSpacesOrEncoding_whenPut_thenTheyAreDifferentPapers() {
        List<String> ids = List.of("anna", "Anna", "anna ", "anna\u0000", "\u00e9", "e\u0301");
        ids.forEach(id -> cabinet().put("person", id, "\"" + id + "\"", 0));

        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(cabinet().get("person", id)).map(Paper::json).contains("\"" + id + "\""));
    }

    @Test
    void givenAMegabyte_whenPutAndReplaced_thenItComesBackAsItWas() {
        String big = IntStream.range(0, 100_000).mapToObj("zoë-%06d"::formatted).collect(joining(",", "[\"", "\"]"));
        assertThat(big.length()).isGreaterThan(1_000_000);

        long version = cabinet().put("drill", "1", big, 0);
        assertThat(cabinet().get("drill", "1")).map(Paper::json).contains(big);
        cabinet().put("drill", "1", big + " ", version);
        assertThat(cabinet().get("drill", "1")).map(Paper::json).contains(big + " ");
    }

    @Test
    void givenTheLargestPaper_whenPut_thenKept_andOneByteMoreIsRefused() {
        String largest = "é".repeat(Cabinet.LARGEST_PAPER / 2);
        cabinet().put("drill", "1", largest, 0);

        assertThat(cabinet().get("drill", "1")).map(Paper::json).contains(largest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().put("drill", "2", largest + "x", 0))
                .withMessage("A paper's content can be at most 8388608 bytes long, but this has 8388609.");
    }

    @Test
    void givenTheLongestNames_whenPut_thenKept_andOneCharacterMoreIsRefused() {
        String longest = "é".repeat(200);
        cabinet().put(longest, longest, "{}", 0);

        assertThat(cabinet().get(longest, longest)).isPresent();
        assertThat(cabinet().list(longest, "", 1)).hasSize(1);
        assertRefused(longest + "x", "id", "A paper's kind must be 1 to 200 characters long, but has 201.");
        assertRefused("kind", longest + "x", "A paper's id must be 1 to 200 characters long, but has 201.");
    }

    @Test
    void givenAnEmptyName_whenUsed_thenRefused() {
        assertRefused("", "id", "A paper's kind must be 1 to 200 characters long, but has 0.");
        assertRefused("kind", "", "A paper's id must be 1 to 200 characters long, but has 0.");
    }

    @Test
    void givenHalfASurrogatePair_whenUsed_thenRefused() {
        assertRefused("\uD83D", "id", "A paper's kind must be whole characters, but holds half a surrogate pair.");
        assertRefused("kind", "\uDE00x", "A paper's id must be whole characters, but holds half a surrogate pair.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().put("kind", "id", "\"\uD83D\"", 0))
                .withMessage("A paper's content must be whole characters, but holds half a surrogate pair.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void givenAnImpossibleLimit_whenListed_thenRefused(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().list("log", "", limit))
                .withMessage("The limit of a list must be 1 to 1000, but is " + limit + ".");
    }

    @Test
    void givenAnImpossibleVersion_whenPut_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().put("kind", "id", "{}", -1))
                .withMessageContaining("is -1");
    }

    @Test
    void givenPapers_whenOpenedAgain_thenTheyAreThere() {
        long version = cabinet().put("person", "anna", "{\"v\":1}", 0);
        cabinet().put("person", "bela", "{}", 0);
        cabinet().remove("person", "bela");

        Cabinet again = reopened();
        assertThat(again.list("person", "", 10)).containsExactly(new Paper("person", "anna", version, "{\"v\":1}"));
        again.put("person", "anna", "{\"v\":2}", version);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, false", "false, true"})
    void givenWritersWithTheSameVersion_whenRacing_thenExactlyOneWins(boolean isNew, boolean twoProcesses)
            throws Exception {
        Cabinet other = twoProcesses ? another() : cabinet();
        for (int round = 0; round < 5; round++) {
            String id = "r" + round;
            long seen = isNew ? 0 : cabinet().put("race", id, "\"start\"", 0);

            List<String> winners = race(writer -> {
                try {
                    Cabinet mine = writer % 2 == 0 ? cabinet() : other;
                    long version = mine.put("race", id, "\"" + writer + "\"", seen);
                    return List.of(version + " \"" + writer + "\"");
                } catch (StalePaper stale) {
                    return List.of();
                }
            });

            Paper kept = cabinet().get("race", id).orElseThrow();
            assertThat(winners).containsExactly(kept.version() + " " + kept.json());
        }
    }

    @Test
    void givenWritersThatReadAgainWhenStale_whenRacing_thenNoWriteIsLost() throws Exception {
        cabinet().put("count", "c", "0", 0);
        Cabinet other = another();

        race(writer -> {
            Cabinet mine = writer % 2 == 0 ? cabinet() : other;
            for (int counted = 0; counted < 10; ) {
                Paper seen = mine.get("count", "c").orElseThrow();
                try {
                    mine.put("count", "c", "" + (Integer.parseInt(seen.json()) + 1), seen.version());
                    counted++;
                } catch (StalePaper stale) {
                    // Someone else counted; read again.
                }
            }
            return List.of();
        });

        assertThat(cabinet().get("count", "c")).map(Paper::json).contains("" + 10 * WRITERS);
    }

    @Test
    void givenAPaper_whenPrinted_thenItsContentIsLeftOut() {
        cabinet().put("person", "anna", "{\"secret\":1}", 0);

        assertThat(cabinet().get("person", "anna").orElseThrow().toString())
                .contains("person", "anna", "12 characters")
                .doesNotContain("secret");
    }

    private void assertRefused(String kind, String id, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().put(kind, id, "{}", 0))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().get(kind, id))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cabinet().remove(kind, id))
                .withMessage(message);
    }

    private static List<String> race(Writer writer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var start = new CyclicBarrier(WRITERS);
            List<Callable<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                writers.add(() -> {
                    start.await();
                    return writer.write(number);
                });
            }
            List<String> results = new ArrayList<>();
            for (Future<List<String>> result : threads.invokeAll(writers)) {
                results.addAll(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Writer {
        List<String> write(int number) throws Exception;
    }
}
