package org.pledgebook.shared;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One place in a message, read off the record components on the way to it.
 *
 * @param path names joined by dots, {@code commitment.measures.unit}; a list is not in the way
 * @param type what stands there; for a list, what is in it
 * @param list whether it is a list
 * @param optional whether it, or anything on the way to it, may be absent
 */
record Shape(String path, Type type, boolean list, boolean optional) {

    private static final Set<Type> PLAIN = Set.of(
            String.class, boolean.class, int.class, long.class, Integer.class, BigDecimal.class, LocalDate.class);

    /** Every place in a record, at any depth. */
    static Stream<Shape> of(Class<?> message) {
        return within(message, "", false);
    }

    /** Every record type that a message is made of, itself included. */
    static Stream<Class<?>> records(Class<?> message) {
        Stream<Class<?>> inner = of(message)
                .flatMap(place ->
                        place.type() instanceof Class<?> kind && kind.isRecord() ? Stream.of(kind) : Stream.of());
        return Stream.concat(Stream.of(message), inner).distinct();
    }

    /** Whether it is plain JSON that means the same in every language, and for ever. */
    boolean plain() {
        return PLAIN.contains(type)
                // An import carries other commands; each of them is looked at by itself.
                || type == Command.class
                || type instanceof Class<?> kind
                        && (kind.isEnum() || kind.isRecord() && kind.getName().startsWith("org.pledgebook.shared."));
    }

    private static Stream<Shape> within(Class<?> message, String prefix, boolean optional) {
        return Stream.of(message.getRecordComponents()).flatMap(component -> {
            var annotated = component.getAnnotatedType();
            var shape = of(prefix + component.getName(), annotated, optional);
            var inner = shape.type() instanceof Class<?> kind && kind.isRecord()
                    ? within(kind, shape.path() + ".", shape.optional())
                    : Stream.<Shape>of();
            return Stream.concat(Stream.of(shape), inner);
        });
    }

    private static Shape of(String path, AnnotatedType annotated, boolean optional) {
        var absent = optional || annotated.isAnnotationPresent(Nullable.class);
        var type = annotated.getType();
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && annotated instanceof AnnotatedParameterizedType list) {
            return new Shape(path, list.getAnnotatedActualTypeArguments()[0].getType(), true, absent);
        }
        return new Shape(path, type, false, absent);
    }
}
