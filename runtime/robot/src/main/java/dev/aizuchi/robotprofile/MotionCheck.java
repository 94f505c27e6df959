package dev.aizuchi.robotprofile;

import java.util.List;

/** Insist that whatever moves can be ended. */
final class MotionCheck {
    private static final String TWIST = "geometry_msgs/msg/Twist";

    private MotionCheck() {}

    static void look(Act act, List<Step> stop, String path, Faults faults) {
        for (int i = 0; i < act.steps().size(); i++) {
            step(act.steps().get(i), path + "/steps/" + i, faults);
        }
        if (!act.endsItself() && stop.isEmpty()) {
            faults.add(
                    path,
                    "moves, and nothing would end it early; write under cancel what does, or under stop what ends all");
        }
    }

    private static void step(Step step, String path, Faults faults) {
        if (step.forS() == null) {
            if (step.publish() != null && step.type().startsWith(TWIST)) {
                faults.add(
                        path,
                        "a velocity that is published once goes on until another is; write for-s, how long, and closing,"
                                + " what makes it stand");
            }
        } else if (step.closing() == null) {
            faults.add(
                    path,
                    "moves and is repeated, but nothing says how that ends; write closing: what makes it stand"
                            + (step.type().isEmpty() ? "" : ", such as closing: {}, which is zero"));
        } else if (step.type().isEmpty() && step.closing().equals(Template.NONE)) {
            faults.add(path + "/closing", "says nothing on a bus without types; write every value that must be zero");
        }
    }
}
