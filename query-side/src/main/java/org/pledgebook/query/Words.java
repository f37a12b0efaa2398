package org.pledgebook.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Told.Change;

/** How things are spelled in sentences. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    /** {@code 31 December 2023}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code “Recruit younger board members”}. */
    public static String quoted(String text) {
        return "“" + text + "”";
    }

    /** {@code at risk} for {@code AT_RISK}. */
    public static String lower(Enum<?> constant) {
        return constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** {@code age, race and sex}; {@code none} for an empty list. */
    public static String listed(List<String> texts) {
        if (texts.isEmpty()) {
            return "none";
        }
        var last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    /** {@code 12.5 seats}; without a unit, the number alone. */
    public static String amount(BigDecimal number, @Nullable String unit) {
        return number.toPlainString() + (unit == null ? "" : " " + unit);
    }

    /** {@code 3 pledges}, {@code 1 pledge}; the plural is the noun with an s. */
    public static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 216,550 people}, {@code 1 person}. */
    public static String people(long number) {
        return String.format(Locale.UK, "%,d %s", number, number == 1 ? "person" : "people");
    }

    /** {@code status from on track to at risk; next steps removed}: the changes in one line. */
    public static String changed(List<Change> changes) {
        return changes.stream()
                .map(change -> change.what()
                        + (change.from() == null
                                ? " " + change.to()
                                : change.to() == null ? " removed" : " from " + change.from() + " to " + change.to()))
                .collect(Collectors.joining("; "));
    }

    /** Adds a change where {@code from} and {@code to} differ. */
    public static void compare(List<Change> changes, String what, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new Change(what, from, to));
        }
    }
}
