package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.access.AccessRules;

class LanguageTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pledgebook.shared");

    private static final Pattern WORDS = Pattern.compile("[a-z]+(-[a-z]+)+");

    /** What ends in -ed is in the past tense; these are, too. Add to them. */
    private static final Set<String> IRREGULAR =
            Set.of("forgotten", "given", "left", "made", "reset", "set", "withdrawn");

    /** What is in the cabinet, and may be forgotten. */
    private static final Pattern PERSONAL =
            Pattern.compile(".*(password|signin|email|phone|address|surname|firstname|salt|hash).*");

    @Test
    void givenEveryClass_whenItIsAnEvent_thenTheLanguageHasIt() {
        assertThat(messages(Event.class)).isNotEmpty().containsExactlyInAnyOrderElementsOf(names(Language.EVENTS));
    }

    @Test
    void givenEveryClass_whenItIsACommand_thenTheLanguageHasIt() {
        assertThat(messages(Command.class)).isNotEmpty().containsExactlyInAnyOrderElementsOf(names(Language.COMMANDS));
    }

    @Test
    void givenEveryCommand_whenTheExamplesAreCounted_thenThereIsOneOfEach() {
        assertThat(Examples.COMMANDS.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Language.COMMANDS);
    }

    @Test
    void givenEveryEvent_whenStoredNamesAreCompared_thenNoTwoAreAlike() {
        assertThat(Language.EVENTS.stream().map(LanguageTest::stored).map(Stored::name))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("events")
    void givenEvent_whenItsStoredNameIsRead_thenItIsWordsInThePastTense(Class<? extends Event> event) {
        var name = stored(event).name();

        assertThat(name).matches(WORDS);
        assertThat(name.substring(name.lastIndexOf('-') + 1))
                .as("the last word of the stored name '%s'", name)
                .satisfiesAnyOf(
                        word -> assertThat(word).endsWith("ed"),
                        word -> assertThat(word).isIn(IRREGULAR));
        assertThat(stored(event).revision()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void givenMessage_whenItsFieldsAreWalked_thenAllArePlainJson(Class<?> message) {
        assertThat(message).isRecord();
        assertThat(Shape.of(message).toList()).isNotEmpty().allMatch(Shape::plain, "plain JSON, for ever");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void givenMessage_whenItsFieldsAreWalked_thenNoneIsPersonal(Class<?> message) {
        assertThat(Shape.of(message).map(Shape::path).map(path -> path.toLowerCase(Locale.ROOT)))
                .noneMatch(path -> PERSONAL.matcher(path).matches());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givenCommand_whenItsRuleIsLookedUp_thenThereIsOne(Class<? extends Command> command) {
        assertThat(AccessRules.of(command)).isNotNull();
    }

    @Test
    void givenExamples_whenTheirStreamsAreRead_thenTheyAreOfTheirKind() {
        assertThat(Examples.EVENTS.get("board-established-1"))
                .returns("board:islington-mental-health", LanguageTest::stream);
        assertThat(Examples.EVENTS.get("team-added-1")).returns("partner:healthwatch-islington", LanguageTest::stream);
        assertThat(Examples.EVENTS.get("framework-published-1")).returns("framework:eds-2022", LanguageTest::stream);
        assertThat(Examples.EVENTS.get("pledge-made-1"))
                .returns("pledges:healthwatch-islington/2023", LanguageTest::stream);
        assertThat(Examples.EVENTS.get("assessment-submitted-1"))
                .returns("assessment:healthwatch-islington/2023", LanguageTest::stream);
        assertThat(Examples.EVENTS.get("access-ended-1"))
                .returns("person:p-0123456789abcdef0123456789abcdef", LanguageTest::stream);
    }

    @Test
    void givenExamples_whenTheirCommandsAreSent_thenTheyReachTheStreamsOfTheirEvents() {
        assertThat(Examples.COMMANDS.stream().map(Command::stream).distinct())
                .containsExactlyInAnyOrderElementsOf(Examples.EVENTS.entrySet().stream()
                        .filter(example -> !example.getKey().endsWith("-minimal"))
                        .map(example -> example.getValue().stream())
                        .distinct()
                        .toList());
    }

    static Stream<Class<? extends Event>> events() {
        return Language.EVENTS.stream();
    }

    static Stream<Class<? extends Command>> commands() {
        return Language.COMMANDS.stream();
    }

    static Stream<Class<?>> messages() {
        return Stream.concat(events(), commands());
    }

    private static String stream(Event event) {
        return event.stream();
    }

    private static Stored stored(Class<? extends Event> event) {
        return Objects.requireNonNull(event.getAnnotation(Stored.class), event + " has no @Stored");
    }

    private static List<String> messages(Class<?> kind) {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
                .map(JavaClass::getName)
                .toList();
    }

    private static List<String> names(List<? extends Class<?>> classes) {
        return classes.stream().<String>map(Class::getName).toList();
    }
}
