package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextTest {

    private static final String EMPTY = "Write something here: it is empty.";
    private static final String CONTROL = "Remove the control characters; only line breaks are allowed.";
    private static final String OVERRIDE = "Remove the invisible characters that turn the direction of writing round.";
    private static final String BROKEN = "Remove the broken character: it cannot be kept as text.";

    private static final String EMOJI = "🙂";

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void givenText_whenAPersonCanReadIt_thenItIsTaken(String what, String text) {
        assertThat(Checks.faults(new Statement(text))).as(what).isEmpty();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("one letter", "a"),
                arguments("4,000 letters", "a".repeat(4_000)),
                arguments("4,000 emoji, each a character though Java counts two", EMOJI.repeat(4_000)),
                arguments("line breaks of every machine", "one\ntwo\r\nthree\rfour"),
                arguments("line and paragraph separators", "one\u2028two\u2029three"),
                arguments("spaces around and inside", "  a\u00A0b\u2007c\u202Fd\u3000 "),
                arguments("accents apart from their letters", "Zoe\u0308"),
                arguments("a joiner between two letters", "می\u200Cخواهم"),
                arguments("a family of joined emoji", "👨\u200D👩\u200D👧"),
                arguments("England's flag, of invisible tags", "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F"),
                arguments("an emoji younger than Java 17", "\uD83E\uDEE8"),
                arguments("marks of direction, embedding, isolate", "\u200Fשלום\u200E \u202Bا\u202C \u2067ا\u2069"),
                arguments("a soft hyphen and a byte order mark", "\uFEFFin\u00ADclusion"),
                arguments("a private character", "\uE000"),
                arguments("a replacement character", "\uFFFD"),
                arguments("markup, which is text", "<script>alert('&amp;')</script> ${1+1} {jakarta}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void givenText_whenItCannotBeReadAsItIsStored_thenItIsRefusedInPlainWords(String what, String text, String words) {
        assertThat(Checks.faults(new Statement(text)))
                .as(what)
                .containsEntry("text", words)
                .hasSize(1);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", "", EMPTY),
                arguments("spaces", "   ", EMPTY),
                arguments("line breaks", "\r\n\u2028\u2029", EMPTY),
                arguments("a tab", "\t", EMPTY),
                arguments("wide and hard spaces", "\u00A0\u2007\u202F\u3000", EMPTY),
                arguments("spaces of no width", "\u200B\u200D\u2060\uFEFF\u00AD", EMPTY),
                arguments("an accent on nothing", "\u0301\uFE0F", EMPTY),
                arguments("4,001 letters", "a".repeat(4_001), "Shorten this to 4,000 characters; it has 4,001."),
                arguments("4,001 emoji", EMOJI.repeat(4_001), "Shorten this to 4,000 characters; it has 4,001."),
                arguments("NUL", "a\0b", CONTROL),
                arguments("NUL alone", "\0", CONTROL),
                arguments("a tab in text", "a\tb", CONTROL),
                arguments("backspace", "a\bb", CONTROL),
                arguments("vertical tab", "a\u000Bb", CONTROL),
                arguments("form feed", "a\fb", CONTROL),
                arguments("escape", "a\u001B[31mb", CONTROL),
                arguments("delete", "a\u007Fb", CONTROL),
                arguments("next line, of mainframes", "a\u0085b", CONTROL),
                arguments("the last control character", "a\u009Fb", CONTROL),
                arguments("letters read backwards", "\u202Etpek\u202C", OVERRIDE),
                arguments("letters read forwards", "\u202Dטקסט\u202C", OVERRIDE),
                arguments("the first half of a pair", "a\uD83Db", BROKEN),
                arguments("the second half of a pair", "a\uDE42b", BROKEN),
                arguments("the first half at the end", "a\uD83D", BROKEN),
                arguments("two halves the wrong way round", "\uDE42\uD83D", BROKEN),
                arguments("what XML cannot hold", "a\uFFFEb", BROKEN),
                arguments("another that XML cannot hold", "a\uFFFF", BROKEN),
                arguments("a noncharacter inside a block", "a\uFDD0", BROKEN),
                arguments("the last code point of all", "a\uDBFF\uDFFF", BROKEN));
    }

    @Test
    void givenNoText_whenChecked_thenItPasses() {
        assertThat(Checks.faults(new Statement(null))).isEmpty();
    }

    @Test
    void givenTitle_whenItIsLongerThanATitle_thenItIsRefused() {
        assertThat(Checks.faults(new Title(EMOJI.repeat(200)))).isEmpty();
        assertThat(Checks.faults(new Title("a".repeat(201))))
                .containsEntry("text", "Shorten this to 200 characters; it has 201.");
    }

    /** So that nobody's alphabet is forgotten: in pieces, for the limit. */
    @Test
    void givenEveryCharacterOfUnicode_whenItIsNoneOfTheRefused_thenItIsTaken() {
        var rest = IntStream.rangeClosed(' ', Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.SURROGATE)
                .filter(c -> c != 0x202D && c != 0x202E)
                .filter(c -> c % 0x10000 < 0xFFFE && (c < 0xFDD0 || c > 0xFDEF))
                .iterator();

        while (rest.hasNext()) {
            assertThat(Checks.faults(new Statement("a" + next(rest)))).isEmpty();
        }
    }

    @Test
    @Timeout(10)
    void givenMegabytes_whenChecked_thenTheAnswerComesAtOnce() {
        assertThat(Checks.faults(new Statement(EMOJI.repeat(2_000_000))))
                .containsEntry("text", "Shorten this to 4,000 characters; it has 2,000,000.");
        assertThat(Checks.faults(new Statement(" ".repeat(4_000_000)))).containsEntry("text", EMPTY);
    }

    @Test
    void givenMachineInAnotherLanguage_whenRefused_thenTheWordsAreTheSame() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Checks.VALIDATOR.validate(new Statement("a".repeat(4_001))))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("Shorten this to 4,000 characters; it has 4,001.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String next(PrimitiveIterator.OfInt rest) {
        var text = new StringBuilder();
        for (int i = 1; i < Text.LONG && rest.hasNext(); i++) {
            text.appendCodePoint(rest.nextInt());
        }
        return text.toString();
    }

    private record Statement(@Nullable @Text String text) {}

    private record Title(@Text(max = Text.SHORT) String text) {}
}
