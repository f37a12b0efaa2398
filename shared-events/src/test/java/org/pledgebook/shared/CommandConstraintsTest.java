package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Report.EvidenceLink;

/** Nothing that a person types gets by unlooked at, and what is refused is refused in words. */
class CommandConstraintsTest {

    private static final String ADDRESS = "Give an address that begins with http:// or https:// and has no spaces.";

    /** They come in with the address of the request; one that is unknown is refused as that. */
    private static final Set<String> OF_THE_ADDRESS =
            Set.of("person", "board", "partner", "cycle", "period", "number", "table", "from", "question");

    /** Where it is absent, the record makes an empty list of it. */
    private static final Set<String> MADE_EMPTY = Set.of("scale", "bands", "tables");

    @ParameterizedTest
    @MethodSource("examples")
    void givenGoodCommand_whenChecked_thenNothingIsWrong(Command command) {
        assertThat(Checks.faults(command)).isEmpty();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void givenFieldOfACommand_whenItsTypeIsRead_thenItsValuesAreChecked(Class<?> record, String name)
            throws NoSuchFieldException {
        var field = record.getDeclaredField(name);
        if (Command.class.isAssignableFrom(record) && OF_THE_ADDRESS.contains(name)) {
            return;
        }

        assertThat(isChecked(field.getType(), field))
                .as("a constraint on %s", field)
                .isTrue();
        if (field.getAnnotatedType() instanceof AnnotatedParameterizedType list) {
            var element = list.getAnnotatedActualTypeArguments()[0];
            assertThat(isChecked(element.getType(), element))
                    .as("a constraint on each of %s", field)
                    .isTrue();
            assertThat(element.isAnnotationPresent(NotNull.class))
                    .as("@NotNull on each of %s", field)
                    .isTrue();
        }
        if (!field.getType().isPrimitive() && !MADE_EMPTY.contains(name)) {
            assertThat(field.isAnnotationPresent(NotNull.class))
                    .as("%s is either @Nullable or @NotNull", field)
                    .isNotEqualTo(field.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void givenRecord_whenTheWordsOfItsConstraintsAreRead_thenTheyAreOurs(Class<?> record) {
        assertThat(constraints(record)
                        .map(ConstraintDescriptor::getMessageTemplate)
                        .distinct())
                .allMatch(
                        words -> words.equals("{jakarta.validation.constraints.NotNull.message}")
                                || words.matches("[A-Z][^{}]+\\."),
                        "a sentence, or the one in ValidationMessages.properties");
    }

    @Test
    @SuppressWarnings("NullAway") // as a body may be read
    void givenMachineInAnotherLanguage_whenSomethingIsMissing_thenTheWordsAreTheSame() {
        var nothingSaid = new MakePledge("healthwatch-islington", "2023", null, null);
        try (var factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.GERMANY)
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(nothingSaid))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("Give this: it is missing.");
        }
    }

    @Test
    void givenFaultsDeepInside_whenChecked_thenEachIsNamedWhereItStands() {
        var good = Examples.command(OpenCycle.class);
        var first = good.periods().get(0);

        var faults = Checks.faults(new OpenCycle(
                good.board(),
                "Cycle 1",
                good.startsOn(),
                good.endsOn(),
                101,
                good.cadence(),
                List.of(first, new Period("a/b", LocalDate.MAX, first.endsOn(), first.dueOn()))));

        assertThat(faults)
                .containsEntry("cycle", "Use 1 to 60 lower case letters, digits and hyphens.")
                .containsEntry("pledgesPerPartner", "Give a number from 1 to 100.")
                .containsEntry("periods[1].id", "Use 1 to 60 letters, digits and hyphens.")
                .containsEntry("periods[1].startsOn", "Give a day in the years 1900 to 2199.")
                .hasSize(4);
    }

    @Test
    @SuppressWarnings("NullAway") // as a body may be read
    void givenListWithNothingInAPlace_whenChecked_thenThePlaceIsNamed() {
        var good = Examples.command(OpenCycle.class);

        var faults = Checks.faults(new OpenCycle(
                good.board(),
                good.cycle(),
                good.startsOn(),
                good.endsOn(),
                good.pledgesPerPartner(),
                good.cadence(),
                Collections.singletonList(null)));

        assertThat(faults.values()).containsExactly("Give this: it is missing.");
        assertThat(faults.keySet()).allMatch(path -> path.startsWith("periods[0]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void givenAddressOfEvidence_whenChecked_thenOnlyTheWebsAreTaken(String url, boolean taken) {
        var faults = Checks.faults(new EvidenceLink("Minutes", url));

        if (taken) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).containsEntry("url", ADDRESS).hasSize(1);
        }
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                arguments("https://example.org", true),
                arguments("http://example.org:8080/a/b?c=d&e=%20#f", true),
                arguments("https://bücher.example/straße", true),
                arguments("http://localhost", true),
                arguments("", false),
                arguments("https://", false),
                arguments("https:///etc/passwd", false),
                arguments("https://?q", false),
                arguments("//example.org", false),
                arguments("ftp://example.org", false),
                arguments("javascript:alert(1)", false),
                arguments("javascript://https://example.org", false),
                arguments("data:text/html,x", false),
                arguments(" https://example.org", false),
                arguments("https://example.org/a b", false),
                arguments("https://example.org/a\u00A0b", false),
                arguments("https://example.org\n", false),
                arguments("https://example.org/\u2028", false),
                arguments("https://example.org/\u0000", false),
                arguments("https://example.org/\u0085", false),
                arguments("https://example.org/\u202Egpj.exe", false),
                arguments("https://exam\u200Bple.org", false),
                arguments("https://example.org/\uD83D", false),
                arguments("https://example.org/\uFFFF", false));
    }

    @Test
    @Timeout(10)
    void givenAddressOfMegabytes_whenChecked_thenTheAnswerComesAtOnce() {
        var url = "https://" + "a".repeat(2_000_000);

        assertThat(Checks.faults(new EvidenceLink("Minutes", url)))
                .containsEntry("url", "Shorten this to 2,000 characters.");
        assertThat(Checks.VALIDATOR.validate(new EvidenceLink("Minutes", url + " ")))
                .hasSize(2);
    }

    static Stream<Command> examples() {
        return Examples.COMMANDS.stream();
    }

    static Stream<Class<?>> records() {
        return Language.COMMANDS.stream().flatMap(Shape::records).distinct();
    }

    static Stream<Arguments> fields() {
        return records()
                .flatMap(record -> Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> arguments(record, name)));
    }

    private static boolean isChecked(Type type, AnnotatedElement place) {
        if (type == String.class) {
            return hasAny(place, Text.class, Slug.class, Pattern.class);
        }
        if (type == BigDecimal.class) {
            return hasAny(place, Figure.class);
        }
        if (type == LocalDate.class) {
            return hasAny(place, Day.class);
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return hasAny(place, Min.class, Max.class, Headcount.class);
        }
        if (type instanceof Class<?> kind && kind.isRecord()) {
            return hasAny(place, Valid.class);
        }
        if (place instanceof Field field && field.getType() == List.class) {
            return hasAny(place, Size.class);
        }
        if (type == Command.class) {
            // Looked at by itself when it is decided, so that its faults stand beside those of the rules.
            return true;
        }
        // A truth value or one of a few words can only be what it is.
        return type instanceof Class<?> kind && (kind == boolean.class || kind.isEnum());
    }

    @SafeVarargs
    private static boolean hasAny(AnnotatedElement place, Class<? extends Annotation>... constraints) {
        return Stream.of(constraints).anyMatch(place::isAnnotationPresent);
    }

    private static Stream<ConstraintDescriptor<?>> constraints(Class<?> record) {
        return Checks.VALIDATOR.getConstraintsForClass(record).getConstrainedProperties().stream()
                .flatMap(property -> Stream.concat(
                        property.getConstraintDescriptors().stream(),
                        property.getConstrainedContainerElementTypes().stream()
                                .map(ContainerElementTypeDescriptor::getConstraintDescriptors)
                                .flatMap(Set::stream)));
    }
}
