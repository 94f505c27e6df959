package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.util.HashSet;
import java.util.Set;

/** The names that a plan has given so far; each must differ from others of its kind. */
final class Names {
    private final Set<String> given = new HashSet<>();

    /** Take the name of a room, a piece of furniture, a robot or a person. */
    String unique(PlanNode node) {
        String name = node.text("name");
        String kind = node.path().split("/", -1)[1];
        if (!given.add(kind + " " + name)) {
            throw node.at("name").wrong("one of the " + kind + " named \"" + name + "\" stands above already");
        }
        return name;
    }

    /** Take the name of a place, which stands under this key: a dock is one, too. */
    Place place(PlanNode node, String key) {
        String name = node.text(key);
        if (!given.add("place " + name)) {
            throw node.at(key).wrong("a place named \"" + name + "\" stands above already");
        }
        return new Place(name);
    }
}
