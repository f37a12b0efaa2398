package org.pledgebook.query.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.Status;

/**
 * An answer field by field, so that two of them can be compared. A field is named by the way to it, {@code
 * /measures/seats/target}: elements of a list by what tells them apart where there is such a thing, else by their place.
 */
final class Fields {

    /** What a thing says of its own past, and of who said it when: events tell that better. */
    private static final Set<String> OF_THE_RECORD =
            Set.of("version", "versions", "statements", "recordedAt", "saidOn", "actor");

    /** What one thing shows of another, such as which pledges answer a weak item: it is compared where it is said. */
    private static final Set<String> OF_OTHERS = Set.of("answeredBy");

    /** What tells one element of a list from another. */
    private static final List<String> NAMES = List.of("id", "item", "period", "measure", "cycle", "section", "number");

    private Fields() {}

    /** Every field that holds something. */
    static Map<String, Object> of(Record answer) {
        var fields = new LinkedHashMap<String, Object>();
        add("", answer, fields);
        return fields;
    }

    /** Where two answers differ, in the order of the later one's fields; what is only in the earlier comes last. */
    static List<Difference> between(Map<String, Object> then, Map<String, Object> now) {
        return Stream.concat(now.keySet().stream(), then.keySet().stream())
                .distinct()
                .filter(field -> !Objects.equals(then.get(field), now.get(field)))
                .map(field -> new Difference(
                        field,
                        then.get(field),
                        now.get(field),
                        Trend.of(status(then.get(field)), status(now.get(field)))))
                .toList();
    }

    private static @Nullable Status status(@Nullable Object value) {
        return value instanceof Status status ? status : null;
    }

    private static void add(String name, @Nullable Object value, Map<String, Object> fields) {
        if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                if (!OF_THE_RECORD.contains(component.getName()) && !OF_OTHERS.contains(component.getName())) {
                    add(name + "/" + component.getName(), value(record, component), fields);
                }
            }
        } else if (value instanceof Collection<?> elements && elements.stream().anyMatch(Record.class::isInstance)) {
            addAll(name, elements, fields);
        } else if (value instanceof Collection<?> plain) {
            if (!plain.isEmpty()) {
                fields.put(name, List.copyOf(plain));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> add(name + "/" + key, held, fields));
        } else if (value != null) {
            fields.put(name, value);
        }
    }

    private static void addAll(String name, Collection<?> elements, Map<String, Object> fields) {
        var place = 0;
        for (var element : elements) {
            var told = name((Record) element);
            add(name + "/" + told.orElse(String.valueOf(place)), element, fields);
            place++;
        }
    }

    private static Optional<String> name(Record element) {
        var components = new ArrayList<>(List.of(element.getClass().getRecordComponents()));
        return NAMES.stream()
                .flatMap(name -> components.stream().filter(one -> one.getName().equals(name)))
                .flatMap(component -> Stream.ofNullable(value(element, component)))
                .map(String::valueOf)
                .findFirst();
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(record.getClass() + " does not give its " + component.getName(), e);
        }
    }
}
