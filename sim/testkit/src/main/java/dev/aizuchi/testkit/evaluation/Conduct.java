package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.event.DialogueEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tell how the agent conducted itself in one turn.
 *
 * @param action the intents that were understood, joined by +
 * @param slots the values that were found; of several wishes, those of all, divided by 、 where one slot has two
 * @param said all that was said, questions included
 * @param skill the skill that answered last
 * @param confidence how sure the agent was of the last intent, from 0 to 1
 */
public record Conduct(
        Behaviour behaviour,
        Optional<String> action,
        Map<String, String> slots,
        String said,
        Optional<String> skill,
        double confidence) {
    /** Copies the slots. */
    public Conduct {
        slots = Map.copyOf(slots);
    }

    /** Sum up the events of one turn. */
    public static Conduct of(List<DialogueEvent> events) {
        List<DialogueEvent.Understood> understood = events.stream()
                .filter(DialogueEvent.Understood.class::isInstance)
                .map(DialogueEvent.Understood.class::cast)
                .toList();
        Map<String, String> slots = new HashMap<>();
        understood.forEach(each -> each.slots().forEach((name, value) -> slots.merge(name, value, Conduct::both)));
        Optional<DialogueEvent.Understood> last = understood.stream().reduce((first, second) -> second);
        return new Conduct(
                Behaviour.of(events),
                Behaviour.action(events),
                slots,
                said(events),
                last.map(DialogueEvent.Understood::skill),
                last.map(DialogueEvent.Understood::confidence).orElse(0.0));
    }

    /** Tell whether what was understood is one of these; several wishes, joined by +, may be named in any order. */
    boolean isOf(Set<String> actions) {
        return actions.stream().anyMatch(expected -> wishes(expected).equals(wishes()));
    }

    /** Name what was understood, each wish by itself. */
    Set<String> wishes() {
        return wishes(action.orElse(""));
    }

    private static Set<String> wishes(String action) {
        return new HashSet<>(List.of(action.split("\\+", -1)));
    }

    private static String said(List<DialogueEvent> events) {
        return events.stream()
                .flatMap(event -> {
                    if (event instanceof DialogueEvent.Said said) {
                        return Stream.of(said.text());
                    }
                    return event instanceof DialogueEvent.Asked asked ? Stream.of(asked.text()) : Stream.empty();
                })
                .collect(Collectors.joining());
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + "、" + other;
    }
}
