package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.skill.SkillSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Name, from the events of one turn, how the agent behaved. */
public enum Behaviour {
    /** The robot began an act, or accepted one for the time when it is free. */
    DO_ACTION,
    /** The robot asked for a yes before an act. */
    ASK_CONFIRM,
    /** The robot answered by words alone. */
    ANSWER,
    /** A person was called because of an emergency or a complaint. */
    ALERT_HUMAN,
    /** The act was refused, with the reason said. */
    REFUSE,
    /** The robot did not understand, or asked for the value that it lacks. */
    CLARIFY,
    /** All motion was stopped and latched. */
    STOP_IMMEDIATELY,
    /** The robot made small talk. */
    CHITCHAT,
    /** The words were meant for somebody else. */
    IGNORE_NOT_ADDRESSED;

    /** Judge the events of one turn. */
    public static Behaviour of(List<DialogueEvent> all) {
        List<DialogueEvent> events = ofTheTurn(all);
        if (has(events, DialogueEvent.Stopped.class)) {
            return STOP_IMMEDIATELY;
        }
        if (events(events, DialogueEvent.Commanded.class)
                .anyMatch(commanded -> commanded.action().callsUrgently())) {
            return ALERT_HUMAN;
        }
        if (has(events, DialogueEvent.Commanded.class) || has(events, DialogueEvent.Deferred.class)) {
            return DO_ACTION;
        }
        if (has(events, DialogueEvent.Refused.class)) {
            return REFUSE;
        }
        boolean asked = has(events, DialogueEvent.Asked.class);
        if (has(events, DialogueEvent.NotUnderstood.class)) {
            return asked || has(events, DialogueEvent.Said.class) ? CLARIFY : IGNORE_NOT_ADDRESSED;
        }
        if (asked && !answersFirst(events)) {
            boolean yesNo = events(events, DialogueEvent.Asked.class).anyMatch(DialogueEvent.Asked::yesNo);
            return yesNo ? ASK_CONFIRM : CLARIFY;
        }
        boolean allSmallTalk = events(events, DialogueEvent.Said.class).allMatch(DialogueEvent.Said::smallTalk);
        return allSmallTalk ? CHITCHAT : ANSWER;
    }

    /** Something was answered before the robot came back to its question. */
    private static boolean answersFirst(List<DialogueEvent> events) {
        return has(events, DialogueEvent.Understood.class)
                && events.stream()
                        .takeWhile(event -> !(event instanceof DialogueEvent.Asked))
                        .anyMatch(DialogueEvent.Said.class::isInstance);
    }

    /** What a running act of an earlier turn comes to meanwhile is no answer to what was heard. */
    private static List<DialogueEvent> ofTheTurn(List<DialogueEvent> events) {
        long turn = events(events, DialogueEvent.Heard.class)
                .mapToLong(DialogueEvent::turn)
                .max()
                .orElse(Long.MIN_VALUE);
        return events.stream().filter(event -> event.turn() >= turn).toList();
    }

    /** Name the acts' intents, joined by + in the order in which they were understood. */
    public static Optional<String> action(List<DialogueEvent> events) {
        String intents = events(events, DialogueEvent.Understood.class)
                .map(understood -> SkillSpec.Intent.plainName(understood.intent()))
                .distinct()
                .collect(Collectors.joining("+"));
        return Optional.of(intents).filter(names -> !names.isEmpty());
    }

    /** Give the name on the wire, in snake case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static <T> Stream<T> events(List<DialogueEvent> events, Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static boolean has(List<DialogueEvent> events, Class<?> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }
}
