package org.pledgebook.shared;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.exchange.ImportStatements;

/** Makes messages of any kind with any values, whether a rule would take them or not. */
final class AnyMessage {

    private static final int[] ODD = {
        0, '\t', '\n', '\r', '"', '\\', '/', '\'', '<', '&', 0x1F, 0x7F, 0x85, 0xA0, 0xAD, 0x300, 0x200B, 0x200D,
        0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFF, 0x1F1EC, 0x1F5D3, 0xE0067,
        0x10FFFF
    };

    private final Arbitrary<BigDecimal> numbers;

    private AnyMessage(Arbitrary<BigDecimal> numbers) {
        this.numbers = numbers;
    }

    /** Any message of this kind. */
    static Arbitrary<Object> of(Class<?> kind) {
        return of(kind, numbers());
    }

    /** Any message of this kind in which every number is one of these. */
    static Arbitrary<Object> of(Class<?> kind, Arbitrary<BigDecimal> numbers) {
        return new AnyMessage(numbers).record(kind);
    }

    /** Text of any valid Unicode, odd characters more often than they occur. */
    static Arbitrary<String> texts() {
        var any = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE);
        var odd = Arbitraries.integers().between(0, ODD.length - 1).map(i -> ODD[i]);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.integers().between(' ', '~')), Tuple.of(2, odd), Tuple.of(1, any))
                .list()
                .ofMaxSize(20)
                .map(points -> {
                    var text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(24).negate(), BigInteger.TEN.pow(24)),
                        Arbitraries.integers().between(-6, 12))
                .as(BigDecimal::new);
    }

    private Arbitrary<Object> record(Class<?> kind) {
        var components = kind.getRecordComponents();
        List<Arbitrary<@Nullable Object>> values =
                Stream.of(components).map(this::component).toList();
        return Combinators.combine(values).as(given -> {
            try {
                var constructor = kind.getDeclaredConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
                return constructor.newInstance(given.toArray());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(kind + " cannot be made of " + given, e);
            }
        });
    }

    private Arbitrary<@Nullable Object> component(RecordComponent component) {
        Arbitrary<@Nullable Object> value = value(component.getGenericType());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? value.injectNull(0.3) : value;
    }

    private Arbitrary<@Nullable Object> value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return value(list.getActualTypeArguments()[0]).list().ofMaxSize(3).map(Object.class::cast);
        }
        if (type instanceof Class<?> kind && kind.isEnum()) {
            return Arbitraries.of(kind.getEnumConstants()).map(Object.class::cast);
        }
        if (type == Command.class) {
            return Arbitraries.of(Language.COMMANDS.stream()
                            .filter(kind -> kind != ImportStatements.class)
                            .toList())
                    .flatMap(this::record);
        }
        if (type instanceof Class<?> kind && kind.isRecord()) {
            return record(kind).map(Object.class::cast);
        }
        if (type == BigDecimal.class) {
            return numbers.map(Object.class::cast);
        }
        if (type == LocalDate.class) {
            return Arbitraries.longs()
                    .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                    .map(LocalDate::ofEpochDay);
        }
        if (type == boolean.class) {
            return Arbitraries.of(true, false).map(Object.class::cast);
        }
        if (type == int.class || type == Integer.class) {
            return Arbitraries.integers().map(Object.class::cast);
        }
        if (type == long.class) {
            return Arbitraries.longs().map(Object.class::cast);
        }
        if (type == String.class) {
            return texts().map(Object.class::cast);
        }
        throw new AssertionError("Nothing is known of " + type + ": is it plain JSON?");
    }
}
