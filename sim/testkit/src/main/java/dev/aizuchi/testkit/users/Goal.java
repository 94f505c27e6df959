package dev.aizuchi.testkit.users;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must have happened.
 *
 * @param act wire name of an act that the robot must have done; "" for none
 * @param with parts of the act's arguments, by name
 * @param say part of a sentence that the robot must have said; "" for none
 */
public record Goal(String act, Map<String, String> with, String say) {
    public Goal {
        with = Map.copyOf(new HashMap<>(with));
        if (act.isEmpty() == say.isEmpty()) {
            throw new IllegalArgumentException("a goal is either done or said");
        }
    }

    /** Tell whether it has happened. */
    boolean isReached(List<DialogueEvent> events) {
        return events.stream()
                .anyMatch(event -> say.isEmpty()
                        ? event instanceof DialogueEvent.Commanded commanded
                                && isMeant(commanded.action())
                                && isCompleted(commanded.commandId(), events)
                        : isSaid(event));
    }

    /** Tell whether an act is the one that is wanted. */
    boolean isMeant(Action action) {
        return action.name().equals(act)
                && with.entrySet().stream()
                        .allMatch(wanted -> action.arguments().stream()
                                .anyMatch(argument -> argument.name().equals(wanted.getKey())
                                        && text(argument).contains(wanted.getValue())));
    }

    private static boolean isCompleted(String command, List<DialogueEvent> events) {
        return events.stream()
                .anyMatch(event -> event instanceof DialogueEvent.Completed completed
                        && completed.commandId().equals(command));
    }

    private boolean isSaid(DialogueEvent event) {
        return (event instanceof DialogueEvent.Said said && said.text().contains(say))
                || (event instanceof DialogueEvent.Asked asked && asked.text().contains(say));
    }

    private static String text(Argument argument) {
        if (argument instanceof Argument.Text text) {
            return text.value();
        }
        return argument instanceof Argument.Flag flag
                ? Boolean.toString(flag.value())
                : Double.toString(((Argument.Measure) argument).value());
    }
}
