package org.pledgebook.shared;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.partner.TeamAdded;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored for ever. Each revision of each event has a golden file with every field there is, and one without the
 * optional fields where there are any; {@link Examples#EVENTS} says what they mean.
 *
 * <p>A golden file that a change breaks is never mended: the event takes the next revision, with golden files of its
 * own, and an upcaster step. The old files stay and are read through it.
 */
class GoldenEventsTest {

    private static final Pattern FILE = Pattern.compile("(?<event>[a-z-]+)-(?<revision>\\d+)(?<minimal>-minimal)?");

    private static final BookSerializer SERIALIZER = BookSerializer.create();

    /** Reads numbers as they are spelled, so that 1.50 is another tree than 1.5. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Map<String, JsonNode> GOLDEN = golden();

    @ParameterizedTest
    @MethodSource("events")
    void givenEvent_whenItsGoldenFilesAreCounted_thenEachRevisionHasAllItNeeds(Class<? extends Event> event) {
        var stored = Objects.requireNonNull(event.getAnnotation(Stored.class));
        var optional = Shape.of(event).anyMatch(Shape::optional);

        var needed = IntStream.rangeClosed(1, stored.revision())
                .mapToObj(revision -> stored.name() + "-" + revision)
                .flatMap(name -> optional ? Stream.of(name, name + "-minimal") : Stream.of(name))
                .toList();

        assertThat(GOLDEN.keySet())
                .as("src/test/resources/golden needs a file of each of these names")
                .containsAll(needed);
    }

    @ParameterizedTest
    @MethodSource("files")
    void givenGoldenFile_whenItIsRead_thenItIsTheExpectedEvent(String file) {
        assertThat(Examples.EVENTS)
                .as("Examples.EVENTS says what each golden file means")
                .containsKey(file);
        assertThat(read(file)).isEqualTo(Examples.EVENTS.get(file));
    }

    @ParameterizedTest
    @MethodSource("currentFiles")
    void givenGoldenFile_whenItsEventIsWritten_thenNothingIsLostAndNothingAdded(String file) {
        var written = SERIALIZER.serialize(read(file), String.class);

        assertThat(JSON.readTree(written.getData())).isEqualTo(GOLDEN.get(file));
        assertThat(written.getType().getName() + "-" + written.getType().getRevision())
                .isEqualTo(file.replace("-minimal", ""));
    }

    @ParameterizedTest
    @MethodSource("currentFiles")
    void givenGoldenFile_whenItsFieldsAreCounted_thenItHasAllOrOnlyTheNeededOnes(String file) {
        var event = event(name(file));
        var minimal = file.endsWith("-minimal");

        var expected = Shape.of(event)
                .filter(place -> !minimal || !place.optional())
                .map(Shape::path)
                .collect(toCollection(TreeSet::new));

        assertThat(paths(golden(file), "")).isEqualTo(expected);
    }

    @Test
    void givenExamples_whenTheyAreCounted_thenEachHasItsGoldenFile() {
        assertThat(Examples.EVENTS.keySet()).isEqualTo(GOLDEN.keySet());
    }

    @Test
    void givenStoredEvent_whenItsRevisionIsAnother_thenItIsRefusedInsteadOfHalfRead() {
        var current = Objects.requireNonNull(TeamAdded.class.getAnnotation(Stored.class))
                .revision();
        var next = Integer.toString(current + 1);

        assertThatThrownBy(() -> read("team-added", next, golden("team-added-1")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("reads revision %d of the event 'team-added', not %s", current, next)
                .hasMessageContaining("upcaster");
    }

    @Test
    void givenStoredEvent_whenItsNameIsUnknown_thenItIsRefusedInsteadOfPassedOver() {
        assertThatThrownBy(() -> read("pledge-sung", "1", golden("team-added-1")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("does not know the event 'pledge-sung'");
    }

    static Stream<Class<? extends Event>> events() {
        return Language.EVENTS.stream();
    }

    static Stream<String> files() {
        return GOLDEN.keySet().stream();
    }

    /** Those of the revision that is written today. */
    static Stream<String> currentFiles() {
        return files().filter(file -> SERIALIZER
                .typeForClass(event(name(file)))
                .getRevision()
                .equals(name(file).group("revision")));
    }

    private static Event read(String file) {
        var name = name(file);
        return read(name.group("event"), name.group("revision"), golden(file));
    }

    /** As an event store reads: through the upcaster steps, to the serializer. */
    private static Event read(String event, String revision, JsonNode json) {
        return Upcasting.read(event, revision, json.toString());
    }

    private static Matcher name(String file) {
        var name = FILE.matcher(file);
        assertThat(name.matches())
                .as("golden/%s.json is called <stored name>-<revision>.json or …-minimal.json", file)
                .isTrue();
        return name;
    }

    private static Class<? extends Event> event(Matcher name) {
        return Language.EVENTS.stream()
                .filter(event -> SERIALIZER.typeForClass(event).getName().equals(name.group("event")))
                .findAny()
                .orElseThrow(() -> new AssertionError("There is a golden file of '" + name.group("event")
                        + "', but no such event. A stored name is never changed."));
    }

    /** As {@link Shape#path()} spells them. An empty list says nothing, so it counts as absent. */
    private static Set<String> paths(JsonNode node, String prefix) {
        var paths = new TreeSet<String>();
        if (node.isArray()) {
            node.forEach(element -> paths.addAll(paths(element, prefix)));
        }
        node.properties().stream()
                .filter(field ->
                        !field.getValue().isArray() || !field.getValue().isEmpty())
                .forEach(field -> {
                    paths.add(prefix + field.getKey());
                    paths.addAll(paths(field.getValue(), prefix + field.getKey() + "."));
                });
        return paths;
    }

    private static JsonNode golden(String file) {
        return Objects.requireNonNull(GOLDEN.get(file), file);
    }

    private static Map<String, JsonNode> golden() {
        var folder = Objects.requireNonNull(GoldenEventsTest.class.getResource("/golden"));
        try (var files = Files.list(Path.of(folder.toURI()))) {
            return files.collect(toMap(
                    file -> file.getFileName().toString().replaceFirst("\\.json$", ""),
                    GoldenEventsTest::tree,
                    (one, other) -> one,
                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
