package org.pledgebook.shared.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallNumbersTest {

    private static final SmallNumbers UNROUNDED = new SmallNumbers(4, "few", null, List.of(" Seats "));

    @ParameterizedTest
    @CsvSource({"0,0", "1,", "7,", "0.5,", "-3,", "7.5,10", "8,10", "12,10", "12.5,15", "13,15", "425,425"})
    void givenNumberOfPeople_whenShownAsUsual_thenOneToSevenAreMaskedAndTheRestIsRounded(
            BigDecimal people, @Nullable BigDecimal shown) {
        assertThat(SmallNumbers.USUAL.shown(people)).isEqualTo(shown);
    }

    @Test
    void givenNoRounding_whenShown_thenTheNumberStaysAsItIs() {
        assertThat(UNROUNDED.shown(new BigDecimal("4.5"))).isEqualTo(new BigDecimal("4.5"));
        assertThat(UNROUNDED.rounded(12)).isEqualTo(12);
        assertThat(UNROUNDED.shown(new BigDecimal("4"))).isNull();
    }

    @Test
    void givenHistory_whenOneNumberLiesCloseToTheLastShown_thenItIsMaskedToo() {
        assertThat(UNROUNDED.shown(numbers("10", "12", "13", "15", "15", "3", "0", "20")))
                .isEqualTo(numbers("10", null, null, "15", "15", null, "0", "20"));
    }

    @ParameterizedTest
    @CsvSource({"seats,true", "SEATS,true", "' seats',true", "%,false", "seat,false", ",false"})
    void givenUnit_whenItIsOneOfPeople_thenItsCaseAndSpacesDoNotMatter(@Nullable String unit, boolean people) {
        assertThat(UNROUNDED.countsPeople(unit)).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people seen            | true
            young people           | true
            Young People (15-24)   | true
            service-users          | true
            staff, trained         | true
            % of staff             | false
            per cent of patients   | false
            percentage of people   | false
            peoples                | false
            sessions               | false
            """)
    void givenUnitOfSeveralWords_whenOneOfThemIsPeople_thenItCountsThemUnlessItIsAShare(String unit, boolean people) {
        assertThat(SmallNumbers.USUAL.countsPeople(unit)).isEqualTo(people);
    }

    @Test
    void givenShareAmongTheUnits_whenItIsTheUnit_thenItIsMaskedAsTheBoardSays() {
        var policy = new SmallNumbers(4, "few", null, List.of("% of staff", "?"));

        assertThat(policy.countsPeople("% of Staff")).isTrue();
        assertThat(policy.countsPeople("sessions")).isFalse();
    }

    private static List<@Nullable BigDecimal> numbers(@Nullable String... digits) {
        return Stream.of(digits)
                .<@Nullable BigDecimal>map(one -> one == null ? null : new BigDecimal(one))
                .toList();
    }
}
