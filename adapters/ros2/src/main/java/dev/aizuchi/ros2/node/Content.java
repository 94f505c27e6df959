package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Datum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Write messages in code, and read them: what is missing or of another kind reads as ROS's default. */
public final class Content {
    private final Map<String, Datum> values = new LinkedHashMap<>();

    private Content() {}

    /** Begin a message. */
    public static Content message() {
        return new Content();
    }

    /** Add a text. */
    public Content text(String name, String value) {
        return put(name, new Datum.Text(value));
    }

    /** Add a whole number. */
    public Content whole(String name, long value) {
        return put(name, new Datum.Whole(value));
    }

    /** Add a number. */
    public Content real(String name, double value) {
        return put(name, new Datum.Real(value));
    }

    /** Add a yes or no. */
    public Content flag(String name, boolean value) {
        return put(name, new Datum.Flag(value));
    }

    /** Add a sequence. */
    public Content items(String name, List<? extends Datum> value) {
        return put(name, new Datum.Items(List.copyOf(value)));
    }

    /** Add a value. */
    public Content put(String name, Datum value) {
        values.put(name, value);
        return this;
    }

    /** Give the message. */
    public Datum.Fields fields() {
        return new Datum.Fields(values);
    }

    /** Read a text. */
    public static String text(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Text text ? text.value() : "";
    }

    /** Read a whole number. */
    public static long whole(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Whole whole ? whole.value() : 0;
    }

    /** Read a number. */
    public static double real(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Real real ? real.value() : whole(message, name);
    }

    /** Read a yes or no. */
    public static boolean flag(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Flag flag && flag.value();
    }

    /** Read a message within. */
    public static Datum.Fields fields(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Fields fields ? fields : Datum.Fields.NONE;
    }

    /** Read a sequence. */
    public static List<Datum> items(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Items items ? items.values() : List.of();
    }

    /** Read a sequence of texts. */
    public static List<String> texts(Datum.Fields message, String name) {
        return items(message, name).stream()
                .filter(Datum.Text.class::isInstance)
                .map(each -> ((Datum.Text) each).value())
                .toList();
    }

    /** Read a sequence of messages. */
    static List<Datum.Fields> messages(Datum.Fields message, String name) {
        return items(message, name).stream()
                .filter(Datum.Fields.class::isInstance)
                .map(Datum.Fields.class::cast)
                .toList();
    }
}
