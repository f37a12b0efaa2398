package org.pledgebook.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * How bodies are read and written. Reading takes nothing for something else: no unknown field, no text for a number or
 * the other way round, no name twice, nothing after the end. Writing spells instants in UTC with milliseconds and
 * numbers without an exponent.
 */
public final class StrictJson {

    private StrictJson() {}

    /** Sets up a mapper to read and write like this. */
    public static void configure(MapperBuilder<?, ?> mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
        mapper.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.withCoercionConfigDefaults(StrictJson::failOnEveryShape);
        // A whole number is a decimal number too.
        mapper.withCoercionConfig(
                LogicalType.Float,
                numbers -> numbers.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert));
        mapper.addModule(new SimpleModule("pledgebook-times")
                .addDeserializer(LocalDate.class, new Day())
                .addSerializer(Instant.class, new Milliseconds()));
    }

    private static void failOnEveryShape(MutableCoercionConfig coercions) {
        for (var shape : CoercionInputShape.values()) {
            coercions.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Takes {@code 2023-04-01} and nothing else: no time of day, no list of numbers, no fifth digit of a year. */
    private static final class Day extends StdDeserializer<LocalDate> {

        private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            var text = parser.getString();
            if (ISO.matcher(text).matches()) {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    // Such as 2023-02-30: refused below, like any other text.
                }
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not an ISO 8601 date");
        }
    }

    private static final class Milliseconds extends StdSerializer<Instant> {

        private static final DateTimeFormatter UTC =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(UTC.format(instant));
        }
    }
}
