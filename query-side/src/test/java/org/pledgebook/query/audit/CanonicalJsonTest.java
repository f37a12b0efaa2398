package org.pledgebook.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class CanonicalJsonTest {

    /** The sorting example of RFC 8785, section 3.2.3. */
    @Test
    void givenMembersInAnyOrder_whenTheyAreSpelled_thenTheyStandInTheOrderOfTheirUtf16Units() {
        assertThat(canonical("""
                        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                         "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** The string of RFC 8785, section 3.2.2. */
    @Test
    void givenText_whenItIsSpelled_thenOnlyWhatMustBeIsEscaped_andShortly() {
        assertThat(canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\""))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(canonical("\"\\b\\t\\f\\r\\u007f\"")).isEqualTo("\"\\b\\t\\f\\r\u007f\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.00, 0",
        "12, 12",
        "-12.50, -12.5",
        "1.000, 1",
        "1E+2, 100",
        "2.5e-3, 0.0025",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "0.1000000000000000055511151231257827, 0.1000000000000000055511151231257827"
    })
    void givenANumber_whenItIsSpelled_thenItIsExactAndPlain(String number, String spelled) {
        assertThat(canonical(number)).isEqualTo(spelled);
    }

    @Test
    void givenListsAndWords_whenTheyAreSpelled_thenNothingIsBetweenThem() {
        assertThat(canonical(" [ true , false , null , { } , [ ] , { \"a\" : [ 1 ] } ] "))
                .isEqualTo("[true,false,null,{},[],{\"a\":[1]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1, \"a\": 1}", "{} {}", "{\"a\": 01}", "{\"a\": NaN}", "{'a': 1}", "{\"a\": 1"})
    void givenWhatIsNotOneJsonValue_whenItIsRead_thenItIsRefused(String json) {
        assertThatThrownBy(() -> canonical(json)).isInstanceOf(JacksonException.class);
    }

    private static String canonical(String json) {
        return CanonicalJson.of(CanonicalJson.read(json.getBytes(UTF_8)));
    }
}
