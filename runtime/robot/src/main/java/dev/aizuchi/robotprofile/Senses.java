package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Make percepts of messages and hand them to whoever listens. */
final class Senses {
    private static final System.Logger LOG = System.getLogger(Senses.class.getName());
    /** Those that are told by name; others are the robot's own. */
    static final List<String> KNOWN = List.of("person_arrived", "person_left", "speaker", "fall", "bumper");

    private final List<Consumer<Percept>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    void tell(Percept percept) {
        listeners.forEach(listener -> listener.accept(percept));
    }

    List<Bus.Subscription> listen(List<Sensed> all, Wires wires) {
        List<Bus.Subscription> subscriptions = new ArrayList<>();
        for (Sensed sensed : all) {
            AtomicBoolean held = new AtomicBoolean();
            subscriptions.add(
                    wires.bus(sensed.on()).subscribe(sensed.endpoint(), message -> hear(sensed, message, held)));
        }
        return subscriptions;
    }

    private void hear(Sensed sensed, Datum.Fields message, AtomicBoolean held) {
        try {
            boolean holds = sensed.when() == null || sensed.when().holds(message, Datum.Fields.NONE);
            boolean before = held.getAndSet(holds);
            if (holds && (sensed.when() == null || !before)) {
                tell(percept(sensed, message));
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "the percept {0} cannot be read: {1}", sensed.tell(), e.getMessage());
        }
    }

    static Percept percept(Sensed sensed, Datum.Fields message) {
        return switch (sensed.tell()) {
            case "person_arrived" -> new Percept.PersonArrived(text(sensed, "person", message));
            case "person_left" -> new Percept.PersonLeft(text(sensed, "person", message));
            case "speaker" -> new Percept.Speaker(text(sensed, "speaker", message), text(sensed, "addressee", message));
            case "fall" -> new Percept.Fall(text(sensed, "person", message));
            case "bumper" -> new Percept.Bumper();
            default ->
                new Percept.Own(
                        sensed.tell(),
                        sensed.with().entrySet().stream()
                                .map(entry -> argument(
                                        entry.getKey(), entry.getValue().in(message)))
                                .toList());
        };
    }

    private static String text(Sensed sensed, String name, Datum.Fields message) {
        Expression expression = sensed.with().get(name);
        if (expression == null) {
            return "";
        }
        if (expression.in(message) instanceof Datum.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException(name + " is not a text");
    }

    private static Argument argument(String name, Datum value) {
        if (value instanceof Datum.Flag flag) {
            return new Argument.Flag(name, flag.value());
        }
        // A blank word is none: an argument cannot be blank.
        return value instanceof Datum.Text text
                ? new Argument.Text(name, text.value().isBlank() ? "-" : text.value())
                : new Argument.Measure(name, Expression.number(value));
    }
}
