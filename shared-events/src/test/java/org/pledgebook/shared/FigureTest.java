package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Figure} and {@link Figures}: what is taken is what can be spelled plainly. */
@Timeout(10)
class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "0e400, 0",
        "0e2147483647, 0",
        "0e-2147483647, 0",
        "1.50, 1.5",
        "1.5, 1.5",
        "-12.250, -12.25",
        "1E+2, 100",
        "100.00, 100",
        "1e14, 100000000000000",
        "0.000001, 0.000001",
        "0.0000010, 0.000001",
        "1e-6, 0.000001",
        "999999999999999.999999, 999999999999999.999999",
        "-999999999999999.999999, -999999999999999.999999"
    })
    void givenNumber_whenItIsAFigure_thenItIsTakenAndSpelledPlainly(String digits, String plain) {
        var number = new BigDecimal(digits);

        assertThat(Checks.faults(new Reported(number))).isEmpty();
        assertThat(Figures.plain(number)).isEqualTo(new BigDecimal(plain)).hasToString(plain);
        assertThat(Figures.plainOrNull(number)).isEqualTo(new BigDecimal(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000000",
                "-1000000000000000",
                "1e15",
                "0.0000001",
                "1.0000001",
                "999999999999999.9999999",
                "1e39",
                "1e40",
                "1e41",
                "1e400",
                "-1e400",
                "1e-400",
                "1e2147483647",
                "-1e2147483647",
                "1e-2147483647",
                "10e2147483647",
                "100e2147483647",
                "100e-2147483647"
            })
    void givenNumber_whenItIsNoFigure_thenItIsRefusedAtOnceInPlainWords(String digits) {
        var number = new BigDecimal(digits);

        assertRefused(number);
        assertThat(Figures.plain(number)).isEqualByComparingTo(number);
    }

    @Test
    void givenNumberOfVeryManyDigits_whenChecked_thenItIsRefusedAtOnce() {
        assertRefused(new BigDecimal(BigInteger.ONE.shiftLeft(30_000_000)));
        assertRefused(new BigDecimal(BigInteger.ONE.shiftLeft(30_000_000), 3));
        assertRefused(new BigDecimal(BigInteger.TEN.pow(200_000), 200_000));
    }

    @Test
    void givenLongSpellingOfAShortNumber_whenChecked_thenItIsThatNumber() {
        var one = new BigDecimal("1." + "0".repeat(900));

        assertThat(Checks.faults(new Reported(one))).isEmpty();
        assertThat(Figures.plain(one)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void givenNoNumber_whenChecked_thenItPasses() {
        assertThat(Checks.faults(new Reported(null))).isEmpty();
        assertThat(Figures.plainOrNull(null)).isNull();
    }

    private static void assertRefused(BigDecimal number) {
        for (var spelling : List.of(number, Figures.plain(number))) {
            assertThat(Checks.faults(new Reported(spelling)))
                    .containsEntry(
                            "value", "Give a number with at most 15 digits before the decimal point and 6 after it.")
                    .hasSize(1);
        }
    }

    private record Reported(@Nullable @Figure BigDecimal value) {}
}
