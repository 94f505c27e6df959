package dev.aizuchi.robotprofile;

import dev.aizuchi.models.Suggestion;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            ALL.values().stream()
                    .filter(one -> isSlip(name, one.name())
                            && names(one).equals(act.parameters().keySet()))
                    .forEach(one -> faults.add(name + " is no standard act; did you mean " + one.name()
                            + "? An act of the robot's own needs another name"));
            return faults;
        }
        Set<String> wanted = names(standard);
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

    private static Set<String> names(Action action) {
        return action.arguments().stream().map(Argument::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Tell whether a word is another but for one letter that is missing, too many, wrong, or has changed places. */
    static boolean isSlip(String written, String word) {
        int same = 0;
        while (same < Math.min(written.length(), word.length()) && written.charAt(same) == word.charAt(same)) {
            same++;
        }
        String a = written.substring(same);
        String b = word.substring(same);
        return !a.equals(b)
                && (rest(a, 1).equals(b)
                        || rest(b, 1).equals(a)
                        || rest(a, 1).equals(rest(b, 1))
                        || (a.length() > 1
                                && b.length() > 1
                                && a.charAt(0) == b.charAt(1)
                                && a.charAt(1) == b.charAt(0)
                                && rest(a, 2).equals(rest(b, 2))));
    }

    private static String rest(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
