package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.bus.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hold what is written in the file to be filled with the values of an order: {@code ${…}} is an expression. */
sealed interface Template {
    /** Fill nothing into fields of which there are none. */
    Template NONE = new Group(Map.of());

    /**
     * Fill it.
     *
     * @throws IllegalArgumentException when a value is not there; the message begins with the field that needs it
     */
    Datum in(Datum.Fields scope);

    /** What is one expression, or stands as it is. */
    record Value(Expression expression) implements Template {
        @Override
        public Datum in(Datum.Fields scope) {
            return expression.in(scope);
        }
    }

    /** A text of parts that are put together. */
    record Text(List<Expression> parts) implements Template {
        private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

        public Text {
            parts = List.copyOf(parts);
        }

        /**
         * Read a text with holes.
         *
         * @throws IllegalArgumentException when one of them is no expression
         */
        static Text of(String written) {
            List<Expression> parts = new ArrayList<>();
            Matcher hole = HOLE.matcher(written);
            int from = 0;
            while (hole.find()) {
                parts.add(literal(written.substring(from, hole.start())));
                parts.add(Expression.parse(hole.group(1)));
                from = hole.end();
            }
            parts.add(literal(written.substring(from)));
            return new Text(parts);
        }

        private static Expression literal(String text) {
            return new Expression.Literal(new Datum.Text(text));
        }

        @Override
        public Datum in(Datum.Fields scope) {
            return new Datum.Text(text(scope));
        }

        String text(Datum.Fields scope) {
            return parts.stream().map(part -> said(part.in(scope))).collect(Collectors.joining());
        }

        private static String said(Datum datum) {
            if (datum instanceof Datum.Text text) {
                return text.value();
            }
            if (datum instanceof Datum.Whole whole) {
                return Long.toString(whole.value());
            }
            if (datum instanceof Datum.Real real) {
                return Double.toString(real.value());
            }
            if (datum instanceof Datum.Flag flag) {
                return Boolean.toString(flag.value());
            }
            throw new IllegalArgumentException("only a text, a number or a yes or no can stand within a text");
        }
    }

    /** Named templates. */
    record Group(Map<String, Template> fields) implements Template {
        @Override
        public Datum.Fields in(Datum.Fields scope) {
            Map<String, Datum> filled = new LinkedHashMap<>();
            fields.forEach((name, template) -> filled.put(name, naming(name, () -> template.in(scope))));
            return new Datum.Fields(filled);
        }
    }

    /** Templates in a row. */
    record Row(List<Template> items) implements Template {
        @Override
        public Datum in(Datum.Fields scope) {
            return new Datum.Items(items.stream().map(item -> item.in(scope)).toList());
        }
    }

    /**
     * Read what is written.
     *
     * @throws IllegalArgumentException when an expression is none; the message begins with the field that holds it
     */
    static Template of(JsonNode node) {
        if (node.isObject()) {
            Map<String, Template> fields = new LinkedHashMap<>();
            node.properties()
                    .forEach(field -> fields.put(field.getKey(), naming(field.getKey(), () -> of(field.getValue()))));
            return new Group(fields);
        }
        if (node.isArray()) {
            List<Template> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item)));
            return new Row(items);
        }
        if (node.isTextual()) {
            Matcher hole = Text.HOLE.matcher(node.textValue());
            return hole.matches() ? new Value(Expression.parse(hole.group(1))) : Text.of(node.textValue());
        }
        return new Value(new Expression.Literal(plain(node)));
    }

    private static Datum plain(JsonNode node) {
        if (node.isBoolean()) {
            return new Datum.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Datum.Whole(node.longValue());
        }
        if (node.isNumber()) {
            return new Datum.Real(node.doubleValue());
        }
        throw new IllegalArgumentException("a value is missing");
    }

    private static <T> T naming(String field, java.util.function.Supplier<T> trying) {
        try {
            return trying.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }
}
