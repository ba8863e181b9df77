package org.thiosim.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A JSON value with typed access; what is absent or of another type is a mistake of the file. Values of files of one name
 * are equal where their JSON says the same.
 */
record JsonText(String file, Object value) {
    static JsonText parse(String file, byte[] bytes) {
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            parser.nextToken();
            return new JsonText(file, value(parser));
        } catch (IOException e) {
            throw new InputException(
                    file,
                    "is not JSON: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = Optional.ofNullable(parser.currentToken()).orElse(JsonToken.NOT_AVAILABLE);
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDoubleValue()
                        : (Object) parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            default -> Optional.empty();
        };
    }

    JsonText at(String key) {
        return optional(key)
                .orElseThrow(() -> new InputException(file, "has no '" + key + "'; run the scenario again"));
    }

    Optional<JsonText> optional(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key)
                ? Optional.ofNullable(map.get(key)).map(v -> new JsonText(file, v))
                : Optional.empty();
    }

    OptionalDouble number(String key) {
        return optional(key).map(v -> OptionalDouble.of(v.number())).orElse(OptionalDouble.empty());
    }

    List<JsonText> items() {
        if (value instanceof List<?> list) {
            return list.stream().map(v -> new JsonText(file, v)).toList();
        }
        throw wrong("a list");
    }

    Map<String, JsonText> entries() {
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonText> entries = new LinkedHashMap<>();
            map.forEach((k, v) -> entries.put(String.valueOf(k), new JsonText(file, v)));
            return entries;
        }
        throw wrong("an object");
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a text");
    }

    double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong("a number");
    }

    long whole() {
        if (value instanceof Long number) {
            return number;
        }
        throw wrong("a whole number");
    }

    private InputException wrong(String wanted) {
        return new InputException(file, "has '" + value + "' where " + wanted + " belongs; run the scenario again");
    }
}
