package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.util.Optional;

/** Say whether the robot's state lets an act begin. */
record Readiness(RobotFile.Limits limits, StateView view) {
    /** Give how the act fails instead of beginning; empty where it may. */
    Optional<Outcome> refusal(String action, Act act) {
        if (act.moves() && !view.isFresh()) {
            return Optional.of(new Failed(Reason.UNREACHABLE, "the robot's state is old"));
        }
        double least = limits.minimumBattery();
        boolean low = least > 0 && view.battery().orElse(0.0) < least;
        if (act.moves() && low && !action.equals("dock")) {
            return Optional.of(new Failed(Reason.BATTERY, "the battery is low, or not known"));
        }
        return act.requires().stream()
                .filter(requirement -> !isMet(requirement))
                .findFirst()
                .map(requirement ->
                        requirement.otherwise().outcome(requirement.that().value() + " is not as needed"));
    }

    private boolean isMet(Requirement requirement) {
        try {
            return requirement.that().holds(view.values(), Datum.Fields.NONE);
        } catch (IllegalArgumentException e) {
            // Not heard of yet: what is not known is not met.
            return false;
        }
    }
}
