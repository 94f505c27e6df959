package dev.aizuchi.robotprofile;

import dev.aizuchi.models.Suggestion;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Know the acts of every robot, so that a file that maps one has its arguments and takes it no lighter than it is. */
final class StandardActs {
    private static final Map<String, Action> ALL = new LinkedHashMap<>();

    static {
        Place place = new Place("place");
        for (Action action : List.of(
                new Action.Navigate(place),
                new Action.Follow("person"),
                new Action.Rotate(1),
                new Action.Look("ahead"),
                new Action.Gesture("bow"),
                new Action.Grasp("item"),
                new Action.Release(),
                new Action.HandOver("item"),
                new Action.RaiseBed(1),
                new Action.Light(place, true),
                new Action.Climate(1),
                new Action.Door(place, true),
                new Action.Lift(1),
                new Action.CallHuman("nurse", place, "reason", false),
                new Action.Notify("nurse", "message"),
                new Action.Display("text"),
                new Action.Dock())) {
            ALL.put(action.name(), action);
        }
    }

    private StandardActs() {}

    static List<String> faults(String name, Act act) {
        Action standard = ALL.get(name);
        List<String> faults = new ArrayList<>();
        act.parameters().keySet().stream()
                .filter(parameter -> !parameter.matches("[a-z][a-z0-9_]*"))
                .forEach(parameter -> faults.add(parameter + " is no name of an argument; write snake_case"));
        if (standard == null) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                faults.add(name + " is no name of an act; write snake_case");
            }
            return faults;
        }
        List<String> wanted = standard.arguments().stream().map(Argument::name).toList();
        wanted.stream()
                .filter(argument -> !act.parameters().containsKey(argument))
                .forEach(argument -> faults.add("the parameter " + argument + " of " + name + " is missing"));
        act.parameters().keySet().stream()
                .filter(parameter -> !wanted.contains(parameter))
                .forEach(parameter ->
                        faults.add(name + " has no parameter " + parameter + Suggestion.hint(parameter, wanted)));
        if (act.effect().compareTo(standard.leastEffect()) < 0) {
            faults.add(name + " is at least " + standard.leastEffect());
        }
        if (standard.moves() && !act.moves()) {
            faults.add(name + " moves; write moves: true, so that a stop forbids it");
        }
        return faults;
    }
}
