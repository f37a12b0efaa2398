package org.pledgebook.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;
import org.pledgebook.web.Refused;

class TypedTest {

    @ParameterizedTest
    @CsvSource({"12,12", "' 12.50 ',12.50", "'1,234',1234", "'-1,234,567.5',-1234567.5", "0,0"})
    void givenANumberAsPeopleWriteIt_whenItIsRead_thenItIsThatNumber(String typed, BigDecimal number) {
        assertThat(of("n", typed).number("n")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve", "1,2", "12,3456", "1e9", "12%", "--1", "1.", ".5", "١٢"})
    void givenWhatIsNoNumber_whenItIsRead_thenTheFieldIsNamedAndWhatWasTypedStays(String text) {
        var typed = of("n", text);

        assertThat(typed.number("n")).isNull();
        assertThat(typed.fault("n")).isEqualTo("error.number");
        assertThat(typed.raw("n")).isEqualTo(text);
    }

    @Test
    void givenADayInThreeFields_whenItIsRead_thenItIsThatDay() {
        assertThat(day("27", "3", "2024").date("on")).isEqualTo(LocalDate.of(2024, 3, 27));
        assertThat(day("", "", "").date("on")).isNull();
        assertThat(day("", "", "").hasFaults()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"30,2,2024", "1,13,2024", "1,1,24", "'',3,2024", "x,3,2024"})
    void givenADayThatIsNone_whenItIsRead_thenTheFieldIsNamed(String day, String month, String year) {
        var typed = day(day, month, year);

        assertThat(typed.date("on")).isNull();
        assertThat(typed.fault("on")).isEqualTo("error.date");
    }

    @Test
    void givenARefusalOfValues_whenItIsTakenOver_thenEachFaultIsAtItsField() {
        var typed = Typed.nothing();

        typed.refused(
                Refused.values(List.of(new Fault("/measures/0/target", "Give a unit."), new Fault("/title", "x"))));

        assertThat(typed.inOrder(List.of("title", "measures.")).faults().keySet())
                .containsExactly("title", "measures.0.target");
        assertThat(typed.refusal()).isNull();
        assertThat(typed.status()).isEqualTo(422);
    }

    @Test
    void givenARule_whenItIsTakenOver_thenTheFormSaysIt_andWhatIsNoFormsMatterIsThrownOn() {
        var typed = Typed.nothing();

        typed.refused(new Refused(Refusal.rule("pledges-full", "t", "d")));

        assertThat(typed.status()).isEqualTo(409);
        assertThat(typed.hasFaults()).isTrue();
        assertThatThrownBy(() -> typed.refused(Refused.forbidden("no"))).isInstanceOf(Refused.class);
    }

    @Test
    void givenTextWithLineBreaksOfABrowser_whenItIsRead_thenItHasPlainOnes() {
        assertThat(of("t", " one\r\ntwo ").text("t")).isEqualTo("one\ntwo");
        assertThat(of("t", "  ").optional("t")).isNull();
    }

    private static Typed of(String field, String value) {
        return Typed.of(Map.of(field, List.of(value)));
    }

    private static Typed day(String day, String month, String year) {
        return Typed.of(Map.of("on-day", List.of(day), "on-month", List.of(month), "on-year", List.of(year)));
    }
}
