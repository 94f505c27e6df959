package dev.aizuchi.ros2.definition;

import dev.aizuchi.bus.Bus.Part;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold the name of a type: package, kind, base name, and which of its messages is meant.
 *
 * @param kind {@code msg}, {@code srv} or {@code action}
 * @param base name of the file that defines it, without its ending
 * @param suffix what follows the base in the name of a part, such as {@code Request}; "" for the type itself
 */
record TypeName(String pkg, String kind, String base, String suffix) {
    private static final Pattern NAME = Pattern.compile(
            "([a-z][a-z0-9_]*)/(?:(msg)/([A-Za-z0-9]+)|(srv|action)/([A-Za-z0-9]+)(?:_([A-Za-z]+(?:_[A-Za-z]+)?))?)");
    private static final List<String> OF_SERVICE = List.of("Request", "Response");
    private static final List<String> OF_ACTION = List.of("Goal", "Result", "Feedback");

    static TypeName of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    name + " is no type; write one such as geometry_msgs/msg/Twist, std_srvs/srv/SetBool or"
                            + " nav2_msgs/action/NavigateToPose");
        }
        if (parts.group(2) != null) {
            return new TypeName(parts.group(1), "msg", parts.group(3), "");
        }
        String suffix = parts.group(6);
        return new TypeName(parts.group(1), parts.group(4), parts.group(5), suffix == null ? "" : suffix);
    }

    String full() {
        return pkg + "/" + kind + "/" + base + (suffix.isEmpty() ? "" : "_" + suffix);
    }

    String file() {
        return pkg + "/" + kind + "/" + base + "." + kind;
    }

    /** Name a message of this type. */
    String part(Part part) {
        String wanted =
                switch (part) {
                    case MESSAGE -> "msg";
                    case REQUEST, RESPONSE -> "srv";
                    case GOAL, RESULT, FEEDBACK -> "action";
                };
        if (!kind.equals(wanted) || !suffix.isEmpty()) {
            throw new IllegalArgumentException(
                    full() + " has no " + part + "; that takes a type PACKAGE/" + wanted + "/NAME");
        }
        return switch (part) {
            case MESSAGE -> full();
            case REQUEST -> full() + "_Request";
            case RESPONSE -> full() + "_Response";
            case GOAL -> full() + "_Goal";
            case RESULT -> full() + "_Result";
            case FEEDBACK -> full() + "_Feedback";
        };
    }

    /** Give how many parts, set apart by lines of dashes, the file has. */
    int sections() {
        return kind.equals("msg") ? 1 : names().size();
    }

    /** Give in which part of the file the message stands. */
    int section() {
        int section = kind.equals("msg") ? 0 : names().indexOf(suffix);
        if (section < 0) {
            throw new IllegalArgumentException(full() + " is no message; its messages are " + names());
        }
        return section;
    }

    private List<String> names() {
        return kind.equals("srv") ? OF_SERVICE : OF_ACTION;
    }
}
