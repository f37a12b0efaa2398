package org.pledgebook.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Refusal;
import org.pledgebook.web.Refused;

/**
 * What somebody has typed into a form, to be read as values and to be shown again as it was typed. Fields are named as
 * the API's bodies name them, with dots for the steps: {@code readings.seats}, {@code measures.0.target}.
 */
public final class Typed {

    /** Digits in groups of three, a decimal point, a minus sign in front. */
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");

    private final Map<String, List<String>> fields;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final boolean again;
    private @Nullable Refusal refusal;

    private Typed(Map<String, List<String>> fields, boolean again) {
        this.fields = new LinkedHashMap<>(fields);
        this.again = again;
    }

    /** An untouched form. */
    public static Typed nothing() {
        return new Typed(Map.of(), false);
    }

    /** A form filled in with these. */
    public static Typed of(Map<String, List<String>> fields) {
        return new Typed(fields, false);
    }

    /** What the request brings: the form that was sent, or one that was kept for this address. */
    public static Typed of(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return new Typed(KeptForm.fields(request), false);
        }
        return KeptForm.take(request)
                .map(kept -> {
                    var fields = new LinkedHashMap<String, List<String>>();
                    kept.fields().forEach(fields::put);
                    return new Typed(fields, true);
                })
                .orElseGet(Typed::nothing);
    }

    /** Whether it was typed before the session ended, and is shown again. */
    public boolean again() {
        return again;
    }

    /** Whether nothing at all was typed. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Every field as it was typed. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    /**
     * The form with one page of it typed anew: what the page asks is taken from there, also where it is empty by now.
     *
     * @param asked whether the page asks for a field
     */
    public Typed with(Typed page, Predicate<String> asked) {
        var all = new LinkedHashMap<>(fields);
        all.keySet().removeIf(asked);
        page.fields.forEach((field, values) -> {
            if (asked.test(field)) {
                all.put(field, values);
            }
        });
        return new Typed(all, page.again);
    }

    /** Leaves what is wrong with other fields for the pages that ask for them. */
    public Typed faultsOnlyOf(Predicate<String> asked) {
        faults.keySet().removeIf(asked.negate());
        return this;
    }

    /** Fills in a field that nobody has typed into. */
    public Typed fill(String field, @Nullable Object value) {
        if (value != null) {
            fields.putIfAbsent(field, List.of(value.toString()));
        }
        return this;
    }

    /** Fills in a field that takes several, where nobody has typed into it. */
    public Typed fillAll(String field, List<String> values) {
        fields.putIfAbsent(field, values);
        return this;
    }

    /** Exactly as typed, to be shown again; empty where nothing was. */
    public String raw(String field) {
        return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** Text without spaces around it, with plain line breaks; empty where nothing was typed. */
    public String text(String field) {
        return raw(field).replace("\r\n", "\n").strip();
    }

    /** Text, or null where nothing was typed. */
    public @Nullable String optional(String field) {
        var text = text(field);
        return text.isEmpty() ? null : text;
    }

    /** Everything that was chosen. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Whether this was chosen. */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** Whether any field's name begins like this and has something in it. */
    public boolean hasAny(String beginning) {
        return fields.entrySet().stream()
                .anyMatch(field -> field.getKey().startsWith(beginning)
                        && field.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    /** What was chosen of an enumeration; null where nothing was, which is for validation to refuse. */
    public <E extends Enum<E>> @Nullable E one(String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text(field)))
                .findFirst()
                .orElse(null);
    }

    /** A number, or null; what cannot be read as one is a fault. */
    public @Nullable BigDecimal number(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 40 || !NUMBER.matcher(text).matches()) {
            fault(field, "error.number");
            return null;
        }
        return new BigDecimal(text.replace(",", ""));
    }

    /** A day of three fields, or null; what is no day is a fault. */
    public @Nullable LocalDate date(String field) {
        var parts = Stream.of("year", "month", "day")
                .map(part -> text(field + "-" + part))
                .toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            return null;
        }
        try {
            if (parts.stream().allMatch(part -> DIGITS.matcher(part).matches())
                    && parts.get(0).length() == 4) {
                return LocalDate.of(
                        Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)));
            }
        } catch (DateTimeException noSuchDay) {
            // Such as 30 February: a fault like any other.
        }
        fault(field, "error.date");
        return null;
    }

    /**
     * Notes what is wrong with a field; the first fault of a field stays.
     *
     * @param message words, or the key of words
     */
    public void fault(String field, String message) {
        faults.putIfAbsent(field, message);
    }

    /** Whether anything is wrong. */
    public boolean hasFaults() {
        return !faults.isEmpty() || refusal != null;
    }

    /** What is wrong, by field. */
    public Map<String, String> faults() {
        return faults;
    }

    /** Puts what is wrong into the order of the form; each is a field or the beginning of several. */
    public Typed inOrder(List<String> form) {
        var found = new LinkedHashMap<>(faults);
        faults.clear();
        form.forEach(beginning -> found.forEach((field, message) -> {
            if (field.startsWith(beginning)) {
                faults.putIfAbsent(field, message);
            }
        }));
        found.forEach(faults::putIfAbsent);
        return this;
    }

    /** What is wrong with one field. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    /** Whether anything is wrong with one field. */
    public boolean wrong(String field) {
        return faults.containsKey(field);
    }

    /** Why the book did not take it, where that is no single field's matter. */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** The status of the answer that shows the form again. */
    public int status() {
        return refusal != null && faults.isEmpty() ? refusal.status() : 422;
    }

    /**
     * Takes over why something was refused, so that the form can say it; what a form has no word in, such as access, is
     * thrown again.
     */
    public void refused(Refused refused) {
        var why = refused.refusal();
        if (why.status() != 409 && why.status() != 412 && why.status() != 422) {
            throw refused;
        }
        var inFields = why.errors().stream()
                .filter(fault -> !fault.pointer().isEmpty())
                .toList();
        inFields.forEach(fault -> fault(field(fault.pointer()), fault.message()));
        if (inFields.isEmpty()) {
            refusal = why;
        }
    }

    /** {@code /measures/0/target} as forms name it. */
    private static String field(String pointer) {
        return Optional.of(pointer)
                .map(one -> one.startsWith("/") ? one.substring(1) : one)
                .map(one -> one.replace('/', '.').replace("~1", "/").replace("~0", "~"))
                .orElse("");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Typed typed && typed.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields);
    }
}
