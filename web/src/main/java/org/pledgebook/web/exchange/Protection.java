package org.pledgebook.web.exchange;

import java.util.regex.Pattern;

/**
 * Keeps text from being taken for a formula. A spreadsheet evaluates a cell of a CSV file that begins with one of these
 * characters, also full-width or behind spaces, or with a tab or line break; an apostrophe in front says that it is text. Taking the apostrophe off gives back
 * exactly what was there, so text that looks protected already gets one more.
 */
public final class Protection {

    private static final Pattern FORMULA = Pattern.compile(
            "'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]).*", Pattern.DOTALL);

    private Protection() {}

    /** For a file without types of cells. */
    public static String on(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** For a file that says of each cell that it is text, where only what looks protected needs to be told apart. */
    static String onTyped(String text) {
        return text.startsWith("'") ? on(text) : text;
    }

    /** As it was before. */
    static String off(String text) {
        return text.startsWith("'") && FORMULA.matcher(text.substring(1)).matches() ? text.substring(1) : text;
    }
}
