package org.pledgebook.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Spells values as people write them; templates know it as {@code say}. */
@Component
public final class Say {

    private static final Locale BRITISH = Locale.UK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", BRITISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", BRITISH);
    private static final String MINUS = "\u2212";

    private final MessageSource messages;

    Say(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code 14 July 2023}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** {@code 14 Jul 2023}, for where room is short. */
    public String shortDay(@Nullable LocalDate day) {
        return day == null ? "" : SHORT_DAY.format(day);
    }

    /** The day of an instant in a time zone. */
    public String day(@Nullable Instant at, String zone) {
        return at == null ? "" : day(LocalDate.ofInstant(at, ZoneId.of(zone)));
    }

    /** {@code 14 July 2023, 3:05pm} in a time zone. */
    public String moment(@Nullable Instant at, String zone) {
        if (at == null) {
            return "";
        }
        var there = at.atZone(ZoneId.of(zone));
        return DAY.format(there) + ", " + TIME.format(there).toLowerCase(BRITISH);
    }

    /** {@code 1,234.5}. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        var format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(BRITISH));
        return format.format(number).replace("-", MINUS);
    }

    /** {@code 12.5 people}, {@code 12.5%}, or the number alone. */
    public String amount(@Nullable BigDecimal number, @Nullable String unit) {
        if (number == null) {
            return "";
        }
        return unit == null ? number(number) : number(number) + (unit.equals("%") ? "" : " ") + unit;
    }

    /** {@code 42%} of {@code 0.4217}. */
    public String percent(@Nullable BigDecimal share) {
        return share == null ? "" : number(share.movePointRight(2).setScale(0, RoundingMode.HALF_UP)) + "%";
    }

    /** {@code 1 pledge}, {@code 3 pledges}; the words are those of {@code counted.<what>.one} and {@code .many}. */
    public String counted(long count, String what) {
        return text("counted." + what + (count == 1 ? ".one" : ".many"), number(BigDecimal.valueOf(count)));
    }

    /** What an enumeration's value is called, {@code <kind>.<VALUE>} in the bundle. */
    public String name(String kind, @Nullable Object value) {
        return value == null ? "" : text(kind + "." + value);
    }

    /** A characteristic's name; one of the board's own is spelled out of its id. */
    public String characteristic(String id) {
        return named("characteristic." + id, id);
    }

    /** A reporting period: {@code 2023 Q1} for {@code 2023-Q1}; a day as a day. */
    public String period(@Nullable String id) {
        if (id == null) {
            return "";
        }
        return id.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(id)) : id.replace('-', ' ');
    }

    /** A team's name out of its id. */
    public String team(String id) {
        return named("", id);
    }

    /** Several teams' names. */
    public String teams(List<String> ids) {
        return listed(ids.stream().map(this::team).toList());
    }

    /** What changed, as the record names it: {@code Next steps}, {@code First visits target}. */
    public String changed(String what) {
        return team(what.replaceFirst("^measure ", ""));
    }

    /** The way to a field, as people read it: {@code Measures, seats, target date} of {@code /measures/seats/targetDate}. */
    public String field(String pointer) {
        var plain = pointer.substring(1)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(BRITISH)
                .replace("/", ", ");
        return plain.substring(0, 1).toUpperCase(BRITISH) + plain.substring(1);
    }

    /** What a field holds: a number, a day, a list or text. */
    public String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Boolean yes) {
            return text(yes ? "value.yes" : "value.no");
        }
        if (value instanceof Collection<?> several) {
            return listed(several.stream().map(this::value).toList());
        }
        return value instanceof Enum<?> constant
                ? team(constant.name().toLowerCase(BRITISH).replace('_', '-'))
                : value.toString();
    }

    /** {@code a, b and c}. */
    public String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** The words under a key. */
    public String text(String key, Object... values) {
        return messages.getMessage(key, values, BRITISH);
    }

    /** The words under a key, or these. */
    public String textOr(String key, String otherwise) {
        var found = messages.getMessage(key, null, "", BRITISH);
        return found == null || found.isEmpty() ? otherwise : found;
    }

    /** What to say of a field that has a fault; an empty one has words of its own, {@code missing.<field>}. */
    public String fault(Typed typed, String field) {
        var said = typed.fault(field);
        if (said == null) {
            return "";
        }
        var general = field.replaceAll("\\.[^.]+\\.", ".*.");
        var missing = typed.all(field).isEmpty() ? textOr("missing." + general, "") : "";
        return missing.isEmpty() ? textOr(said, said) : missing;
    }

    private String named(String key, String id) {
        var plain = id.replace('-', ' ');
        return textOr(key, plain.substring(0, 1).toUpperCase(BRITISH) + plain.substring(1));
    }
}
