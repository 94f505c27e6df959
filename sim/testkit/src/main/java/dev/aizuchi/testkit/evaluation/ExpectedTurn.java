package dev.aizuchi.testkit.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Say what is expected of one turn of a dialogue; what is empty does not matter.
 *
 * @param behaviours any of them is right
 * @param actions any of them is right; "" where no act is to be understood
 * @param notActions none of them may be understood
 * @param slots for each name that must be there the values of which any is right
 * @param says any of these parts must be said
 * @param notSays none of these parts may be said
 * @param states any of them is right when the turn is over
 */
public record ExpectedTurn(
        Set<Behaviour> behaviours,
        Set<String> actions,
        Set<String> notActions,
        Map<String, Set<String>> slots,
        Set<String> says,
        Set<String> notSays,
        Set<Standing> states) {
    static final Set<String> KEYS = Set.of("behaviour", "action", "not_action", "slots", "says", "not_says", "state");

    /** Copies the collections. */
    public ExpectedTurn {
        behaviours = Set.copyOf(behaviours);
        actions = Set.copyOf(actions);
        notActions = Set.copyOf(notActions);
        slots = Map.copyOf(slots);
        says = Set.copyOf(says);
        notSays = Set.copyOf(notSays);
        states = Set.copyOf(states);
    }

    static ExpectedTurn of(JsonRow row) {
        return new ExpectedTurn(
                row.constants("behaviour", Behaviour.class),
                row.any("action"),
                row.any("not_action"),
                row.anyByName("slots"),
                row.any("says"),
                row.any("not_says"),
                row.constants("state", Standing.class));
    }

    /** Name all that is not as expected, each with what came instead. */
    List<String> breaches(Conversation.Answer answer) {
        Conduct conduct = answer.conduct();
        List<String> breaches = new ArrayList<>();
        if (!behaviours.isEmpty() && !behaviours.contains(conduct.behaviour())) {
            String right = behaviours.stream().map(Behaviour::wireName).sorted().collect(Collectors.joining(" or "));
            breaches.add("behaviour " + right + ", came " + conduct.behaviour().wireName());
        }
        if (!actions.isEmpty() && !conduct.isOf(actions)) {
            breaches.add("action " + any(actions) + ", came " + conduct.action().orElse("none"));
        }
        notActions.stream()
                .filter(conduct.wishes()::contains)
                .forEach(action -> breaches.add("no action " + action + ", but it came"));
        slots.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(slot -> {
            String came = conduct.slots().getOrDefault(slot.getKey(), "none");
            if (!slot.getValue().contains(came)) {
                breaches.add("slot " + slot.getKey() + " " + any(slot.getValue()) + ", came " + came);
            }
        });
        if (!says.isEmpty() && says.stream().noneMatch(conduct.said()::contains)) {
            breaches.add("to be said " + any(says));
        }
        notSays.stream().filter(conduct.said()::contains).forEach(part -> breaches.add("not to be said " + part));
        if (!states.isEmpty() && !states.contains(answer.state())) {
            String right = states.stream().map(Standing::wireName).sorted().collect(Collectors.joining(" or "));
            breaches.add("state " + right + ", came " + answer.state().wireName());
        }
        return breaches;
    }

    private static String any(Set<String> values) {
        return new TreeSet<>(values)
                .stream().map(value -> value.isEmpty() ? "none" : value).collect(Collectors.joining(" or "));
    }
}
