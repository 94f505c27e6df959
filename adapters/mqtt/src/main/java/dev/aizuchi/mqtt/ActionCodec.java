package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Argument.Flag;
import dev.aizuchi.robot.Argument.Measure;
import dev.aizuchi.robot.Argument.Text;
import dev.aizuchi.robot.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Write an act's arguments as a JSON object, and build the typed act from its name and that object again.
 *
 * <p>A text is a JSON string, a measure a number, a flag true or false, so that the object tells the types by itself.
 */
final class ActionCodec {
    private static final String NAME = "[a-z][a-z0-9_]{0,63}";

    private ActionCodec() {}

    static ObjectNode write(List<Argument> arguments) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Argument argument : arguments) {
            if (argument instanceof Text text) {
                json.put(text.name(), text.value());
            } else if (argument instanceof Measure measure) {
                json.put(measure.name(), measure.value());
            } else if (argument instanceof Flag flag) {
                json.put(flag.name(), flag.value());
            }
        }
        return json;
    }

    static List<Argument> read(Fields json) throws MalformedException {
        List<Argument> arguments = new ArrayList<>();
        for (String name : json.names()) {
            if (!name.matches(NAME)) {
                throw new MalformedException("an argument's name is not in snake case");
            }
            if (json.isText(name)) {
                arguments.add(new Text(name, json.word(name)));
            } else if (json.isFlag(name)) {
                arguments.add(new Flag(name, json.flag(name)));
            } else {
                arguments.add(new Measure(name, json.number(name)));
            }
        }
        return arguments;
    }

    static Action action(String name, Fields json) throws MalformedException {
        if (!name.matches(NAME)) {
            throw new MalformedException("the act's name is not in snake case");
        }
        Action action = standard(name, json);
        if (!(action instanceof Action.Own)) {
            requireNoOthers(action, json);
        }
        return action;
    }

    private static Action standard(String name, Fields json) throws MalformedException {
        return switch (name) {
            case "navigate" -> new Action.Navigate(place(json));
            case "follow" -> new Action.Follow(json.word("person"));
            case "rotate" -> new Action.Rotate(json.number("angle_deg"));
            case "look" -> new Action.Look(json.word("direction"));
            case "gesture" -> new Action.Gesture(json.word("kind"));
            case "grasp" -> new Action.Grasp(json.word("item"));
            case "release" -> new Action.Release();
            case "hand_over" -> new Action.HandOver(json.word("item"));
            case "raise_bed" -> new Action.RaiseBed(json.number("angle_deg"));
            case "light" -> new Action.Light(place(json), json.flag("on"));
            case "climate" -> new Action.Climate(json.number("delta_c"));
            case "door" -> new Action.Door(place(json), json.flag("open"));
            case "lift" -> new Action.Lift(floor(json));
            case "call_human" ->
                new Action.CallHuman(json.word("role"), place(json), json.word("reason"), json.flag("urgent"));
            case "notify" -> new Action.Notify(json.word("to"), json.word("message"));
            case "display" -> new Action.Display(json.word("text"));
            case "dock" -> new Action.Dock();
            default -> new Action.Own(name, read(json));
        };
    }

    private static Place place(Fields json) throws MalformedException {
        return new Place(json.word("place"));
    }

    private static int floor(Fields json) throws MalformedException {
        double floor = json.number("floor");
        if (floor != Math.rint(floor) || Math.abs(floor) > 1000) {
            throw new MalformedException("floor is not a floor");
        }
        return (int) floor;
    }

    /** Refuse an argument that the act has not: it was meant for something that would not be done. */
    private static void requireNoOthers(Action action, Fields json) throws MalformedException {
        List<String> known = action.arguments().stream().map(Argument::name).toList();
        if (!Set.copyOf(known).equals(Set.copyOf(json.names()))) {
            throw new MalformedException("the act has other arguments");
        }
    }
}
