package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Give what the expressions of an act may name: its arguments, and {@code id}, the order's own. */
final class OrderScope {
    private OrderScope() {}

    /**
     * Take the arguments of an order.
     *
     * @throws IllegalArgumentException when one is missing or beyond its limit
     */
    static Datum.Fields of(Command command, Act act, List<RobotFile.Spot> places) {
        List<String> names = places.stream().map(RobotFile.Spot::name).toList();
        Map<String, Datum> scope = new LinkedHashMap<>();
        scope.put("id", new Datum.Text(command.id()));
        act.parameters().forEach((name, parameter) -> {
            if (parameter.preset() != null) {
                scope.put(name, parameter.preset());
            }
        });
        for (Argument argument : command.action().arguments()) {
            Parameter parameter = act.parameters().get(argument.name());
            if (parameter == null || !Parameter.allows(parameter.limit(argument.name(), names), argument)) {
                throw new IllegalArgumentException("the robot does not take such a " + argument.name());
            }
            scope.put(argument.name(), value(argument, parameter, places));
        }
        for (String name : act.parameters().keySet()) {
            if (!scope.containsKey(name)) {
                throw new IllegalArgumentException(name + " is missing");
            }
        }
        return new Datum.Fields(scope);
    }

    /** Tell whether an act cannot be done at a place only because nobody knows where it is. */
    static boolean needsPose(Act act, RobotFile.Spot place) {
        return place.x() == null && !canBeSent(act, place) && canBeSent(act, place.placed());
    }

    private static boolean canBeSent(Act act, RobotFile.Spot place) {
        try {
            Datum.Fields scope = example(act, List.of(place));
            Stream.concat(act.steps().stream(), act.cancel().stream()).forEach(step -> {
                var unused = List.of(step.endpoint(scope), step.message(scope), step.closing(scope));
            });
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Make up an order within all limits, by which the file is checked. */
    static Datum.Fields example(Act act, List<RobotFile.Spot> places) {
        Map<String, Datum> scope = new LinkedHashMap<>();
        scope.put("id", new Datum.Text("id"));
        List<String> names = places.stream().map(RobotFile.Spot::name).toList();
        act.parameters().forEach((name, parameter) -> {
            Limit limit = parameter.limit(name, names);
            Argument argument = limit instanceof Limit.Range range
                    ? new Argument.Measure(name, range.max())
                    : limit instanceof Limit.OneOf oneOf
                            ? new Argument.Text(name, first(name, oneOf.values()))
                            : limit instanceof Limit.YesNo
                                    ? new Argument.Flag(name, true)
                                    : new Argument.Text(name, "例");
            scope.put(name, value(argument, parameter, places));
        });
        return new Datum.Fields(scope);
    }

    private static String first(String name, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(name + " may be nothing: give it words, or name the places");
        }
        return words.get(0);
    }

    private static Datum value(Argument argument, Parameter parameter, List<RobotFile.Spot> places) {
        if (argument instanceof Argument.Measure measure) {
            return new Datum.Real(measure.value());
        }
        if (argument instanceof Argument.Flag flag) {
            return new Datum.Flag(flag.value());
        }
        String word = ((Argument.Text) argument).value();
        if (parameter.place()) {
            return places.stream()
                    .filter(spot -> spot.name().equals(word))
                    .findFirst()
                    .map(OrderScope::pose)
                    .orElseThrow();
        }
        Datum robots = parameter.words() == null ? null : parameter.words().get(word);
        return robots == null ? new Datum.Text(word) : robots;
    }

    private static Datum pose(RobotFile.Spot spot) {
        Map<String, Datum> fields = new LinkedHashMap<>();
        fields.put("name", new Datum.Text(spot.name()));
        fields.put("id", new Datum.Text(spot.id()));
        fields.put("frame", new Datum.Text(spot.frame()));
        Double x = spot.x();
        Double y = spot.y();
        if (x != null && y != null) {
            fields.put("x", new Datum.Real(x));
            fields.put("y", new Datum.Real(y));
            fields.put("heading_deg", new Datum.Real(spot.headingDeg()));
        }
        return new Datum.Fields(fields);
    }
}
