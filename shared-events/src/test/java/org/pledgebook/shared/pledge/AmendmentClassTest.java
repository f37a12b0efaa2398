package org.pledgebook.shared.pledge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AmendmentClassTest {

    /** A measure is written as baseline, target, unit and month of the target date; a dash stands for what is absent. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "further up, 0 2 seats 12, 0 3 seats 12, STRENGTHENED",
        "less far up, 0 2 seats 12, 0 1 seats 12, WEAKENED",
        "further down, 8 4 seats 12, 8 2 seats 12, STRENGTHENED",
        "less far down, 8 4 seats 12, 8 6 seats 12, WEAKENED",
        "further below zero, 0 -2 seats 12, 0 -3 seats 12, STRENGTHENED",
        "by the least there is, 0 2 seats 12, 0 2.000001 seats 12, STRENGTHENED",
        "to the other side of the baseline, 5 8 seats 12, 5 2 seats 12, WEAKENED",
        "to the other side and much further, 5 8 seats 12, 5 -100 seats 12, WEAKENED",
        "to the other side from above, 10 5 seats 12, 10 15 seats 12, WEAKENED",
        "baseline nearer, 0 10 seats 12, 4 10 seats 12, WEAKENED",
        "baseline further away, 4 10 seats 12, 0 10 seats 12, STRENGTHENED",
        "baseline past the target, 0 10 seats 12, 30 10 seats 12, WEAKENED",
        "both moved as much, 0 2 seats 12, 1 3 seats 12, REWORDED",
        "both moved and the way longer, 0 2 seats 12, 1 4 seats 12, STRENGTHENED",
        "both moved and the way shorter, 0 4 seats 12, 2 5 seats 12, WEAKENED",
        "target set, 0 - seats -, 0 2 seats -, STRENGTHENED",
        "target set with unit and date, 0 - - -, 0 2 seats 12, STRENGTHENED REWORDED",
        "target taken away, 0 2 seats -, 0 - seats -, WEAKENED",
        "target taken away with its date, 0 2 seats 12, 0 - seats -, WEAKENED",
        "baseline of no target, 0 - seats -, 3 - seats -, REWORDED",
        "later, 0 2 seats 6, 0 2 seats 9, EXTENDED",
        "earlier, 0 2 seats 9, 0 2 seats 6, SHORTENED",
        "date taken away, 0 2 seats 9, 0 2 seats -, EXTENDED",
        "date set, 0 2 seats -, 0 2 seats 9, SHORTENED",
        "more and later, 0 2 seats 6, 0 3 seats 9, STRENGTHENED EXTENDED",
        "less and earlier, 0 3 seats 9, 0 2 seats 6, WEAKENED SHORTENED",
        "less and later, 0 3 seats 6, 0 2 seats 9, WEAKENED EXTENDED",
        "turned round and later, 5 8 seats 6, 5 2 seats 9, WEAKENED EXTENDED",
        "unit spelled otherwise, 0 2 seat 12, 0 2 seats 12, REWORDED",
        "unit and target, 0 2 seats 12, 0 20 % 12, STRENGTHENED WEAKENED REWORDED",
        "unit and both figures, 0 2 seats 12, 10 12 % 12, STRENGTHENED WEAKENED REWORDED",
        "unit of no target, 0 - seats -, 0 - % -, REWORDED",
        "nothing, 0 2 seats 12, 0.0 2.00 seats 12, ''"
    })
    void givenMeasure_whenItIsAnother_thenItSaysWhetherMoreIsAskedAndBySooner(
            String name, String before, String after, String classes) {
        assertThat(between(measuring(measure("a", before)), measuring(measure("a", after))))
                .as(name)
                .isEqualTo(classes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("several")
    void givenSeveralMeasures_whenTheyChange_thenEachKindCountsOnceAndInOneOrder(
            String name, List<Measure> before, List<Measure> after, String classes) {
        assertThat(between(measuring(before), measuring(after))).as(name).isEqualTo(classes);
    }

    static Stream<Arguments> several() {
        var aim = measure("a", "0 2 seats 6");
        var fewer = measure("c", "8 4 seats 6");
        var count = measure("b", "- - - -");
        return Stream.of(
                arguments("one more with a target", List.of(count), List.of(count, aim), "STRENGTHENED"),
                arguments("one more without a target", List.of(aim), List.of(aim, count), "REWORDED"),
                arguments("one less with a target", List.of(count, aim), List.of(count), "WEAKENED"),
                arguments("one less without a target", List.of(aim, count), List.of(aim), "REWORDED"),
                arguments("another in its place", List.of(aim), List.of(fewer), "STRENGTHENED WEAKENED"),
                arguments(
                        "one up and one down",
                        List.of(aim, fewer),
                        List.of(measure("a", "0 3 seats 6"), measure("c", "8 6 seats 6")),
                        "STRENGTHENED WEAKENED"),
                arguments(
                        "one later and one earlier",
                        List.of(aim, fewer),
                        List.of(measure("a", "0 2 seats 9"), measure("c", "8 4 seats 3")),
                        "EXTENDED SHORTENED"),
                arguments(
                        "two up",
                        List.of(aim, fewer),
                        List.of(measure("a", "0 3 seats 6"), measure("c", "8 3 seats 6")),
                        "STRENGTHENED"),
                arguments(
                        "everything at once",
                        List.of(aim, fewer, count),
                        List.of(measure("a", "0 3 seats 9"), measure("c", "8 6 seats 3")),
                        "STRENGTHENED WEAKENED EXTENDED SHORTENED REWORDED"),
                arguments("in another order", List.of(aim, count), List.of(count, aim), "REWORDED"),
                arguments("none any more", List.of(aim), List.of(), "WEAKENED"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "outreach, outreach reception, STRENGTHENED",
        "outreach, '', STRENGTHENED",
        "outreach reception, outreach, WEAKENED",
        "'', outreach, WEAKENED",
        "outreach, reception, STRENGTHENED WEAKENED",
        "outreach reception, reception outreach, REWORDED",
        "outreach, outreach, ''"
    })
    void givenTeams_whenThePledgeReachesOthers_thenThatIsMoreOrLess(String before, String after, String classes) {
        assertThat(between(measuring().in(teams(before)), measuring().in(teams(after))))
                .isEqualTo(classes);
    }

    @Test
    void givenAnyField_whenItIsSaidOtherwise_thenThatIsAllThatChangesAndItHasAClass() throws Exception {
        var before = measuring(measure("a", "0 2 seats 12"));
        var others = Map.of(
                "characteristics", List.of("sex"),
                "origin", Commitment.Origin.EXISTING,
                "teams", List.of("outreach"),
                "basis", new Commitment.Basis(null, "They say so", null),
                "measures", List.of(new Measure("a", "x", "seats", BigDecimal.ZERO, new BigDecimal("2"), endOf("12"))),
                "items", List.of(new AnsweredItem("eds-2022", "1a")));
        for (var field : Amendment.class.getRecordComponents()) {
            var value = others.getOrDefault(field.getName(), "x");
            var after = amendment(field.getName(), value).of(before);

            for (var component : Commitment.class.getRecordComponents()) {
                var said = component.getAccessor().invoke(after);
                if (component.getName().equals(field.getName())) {
                    assertThat(said).isEqualTo(value);
                } else {
                    assertThat(said).isEqualTo(component.getAccessor().invoke(before));
                }
            }
            assertThat(between(before, after))
                    .as(field.getName())
                    .isEqualTo(field.getName().equals("teams") ? "WEAKENED" : "REWORDED");
        }
    }

    @Test
    void givenNothingToChange_whenApplied_thenTheCommitmentIsTheSame() throws Exception {
        var before = measuring(measure("a", "0 2 seats 12"));

        assertThat(amendment("title", null).of(before)).isEqualTo(before);
        assertThat(between(before, before)).isEmpty();
    }

    private static String between(Commitment before, Commitment after) {
        return AmendmentClass.between(before, after).stream().map(Enum::name).collect(joining(" "));
    }

    /** Changes one field alone. */
    private static Amendment amendment(String field, @Nullable Object value) throws ReflectiveOperationException {
        var components = Amendment.class.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components)
                .map(component -> component.getName().equals(field) ? value : null)
                .toArray();
        return Amendment.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static Commitment measuring(Measure... measures) {
        return measuring(List.of(measures));
    }

    private static Commitment measuring(List<Measure> measures) {
        return new Commitment(
                "t",
                "i",
                "a",
                "o",
                "h",
                List.of("age"),
                Commitment.Origin.NEW,
                List.of(),
                new Commitment.Basis("d", null, null),
                "l",
                measures,
                List.of());
    }

    private static Measure measure(String id, String spelled) {
        var parts = spelled.split(" ", -1);
        var unit = parts[2].equals("-") ? null : parts[2];
        return new Measure(id, "m", unit, figure(parts[0]), figure(parts[1]), endOf(parts[3]));
    }

    private static @Nullable BigDecimal figure(String digits) {
        return digits.equals("-") ? null : new BigDecimal(digits);
    }

    private static @Nullable LocalDate endOf(String month) {
        return month.equals("-")
                ? null
                : LocalDate.of(2023, Integer.parseInt(month), 1).plusMonths(1).minusDays(1);
    }

    private static List<String> teams(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }
}
