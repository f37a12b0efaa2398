package org.pledgebook.query.audit;

import java.util.Arrays;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one spelling of a JSON value that is hashed: RFC 8785, but for numbers, which are exact decimals here and no
 * binary fractions. {@code docs/audit-format.md} says it in full.
 */
public final class CanonicalJson {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * Reads one JSON value.
     *
     * @throws tools.jackson.core.JacksonException if it is none, has something after it, or names a member twice
     */
    public static JsonNode read(byte[] json) {
        return STRICT.readTree(json);
    }

    /** Spells a value. */
    public static String of(JsonNode value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            writeObject(value, text);
        } else if (value.isArray()) {
            var separator = '[';
            for (var element : value) {
                text.append(separator);
                write(element, text);
                separator = ',';
            }
            text.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isString()) {
            write(value.stringValue(), text);
        } else if (value.isNumber()) {
            writeNumber(value, text);
        } else if (value.isBoolean()) {
            text.append(value.booleanValue());
        } else if (value.isNull()) {
            text.append("null");
        } else {
            throw new IllegalArgumentException("There is no JSON for " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder text) {
        var names = object.propertyNames().toArray(String[]::new);
        Arrays.sort(names);
        var separator = '{';
        for (var name : names) {
            text.append(separator);
            write(name, text);
            text.append(':');
            write(object.required(name), text);
            separator = ',';
        }
        text.append(names.length == 0 ? "{}" : "}");
    }

    /** Plain digits: no exponent, no zeros at the end of a fraction, and no minus before zero. */
    private static void writeNumber(JsonNode number, StringBuilder text) {
        if (number.isIntegralNumber()) {
            text.append(number.asString());
            return;
        }
        var decimal = number.decimalValue();
        text.append(decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
    }

    /** Escapes what JSON makes one escape, each in its shortest form. */
    static void write(String string, StringBuilder text) {
        text.append('"');
        var plain = 0;
        for (int i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(string, plain, i);
                escape(c, text);
                plain = i + 1;
            }
        }
        text.append(string, plain, string.length()).append('"');
    }

    private static void escape(char c, StringBuilder text) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
