package dev.aizuchi.testkit.invariant;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.RobotProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Order nothing that the gate has not let through, and no motion while a stop is latched. */
public final class ActsApproved implements Invariant {
    private final RobotProfile profile;
    private final Map<String, Action> approved = new HashMap<>();
    private boolean stopped;

    /** Take what the robot declares. */
    public ActsApproved(RobotProfile profile) {
        this.profile = profile;
    }

    @Override
    public Optional<String> happened(DialogueEvent event) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            approved.put(commanded.commandId(), commanded.action());
        } else if (event instanceof DialogueEvent.Stopped) {
            stopped = true;
        } else if (event instanceof DialogueEvent.Resumed) {
            stopped = false;
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> ordered(Command command) {
        Action action = command.action();
        if (!action.equals(approved.remove(command.id()))) {
            return Optional.of(action + " was ordered and never approved");
        }
        boolean moves = profile.capability(action.name())
                .map(capability -> action.moves() || capability.moves())
                .orElse(true);
        return stopped && moves ? Optional.of(action + " was ordered while a stop was latched") : Optional.empty();
    }
}
