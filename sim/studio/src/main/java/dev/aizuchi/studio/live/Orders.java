package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.JsonNode;

/** Read what a page sends; what is missing is named. */
final class Orders {
    private static final int LONGEST = 1_000;

    private Orders() {}

    static String text(JsonNode order, String name) {
        JsonNode value = order.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(name + " is missing; it must be a text");
        }
        if (value.textValue().length() > LONGEST) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST + " characters");
        }
        return value.textValue().strip();
    }

    static boolean flag(JsonNode order, String name) {
        JsonNode value = order.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " is missing; it must be true or false");
        }
        return value.booleanValue();
    }

    static double number(JsonNode order, String name) {
        JsonNode value = order.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " is missing; it must be a number");
        }
        return value.doubleValue();
    }
}
