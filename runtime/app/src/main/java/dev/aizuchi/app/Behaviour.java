package dev.aizuchi.app;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Name, from the events of one turn, how the agent behaved. */
enum Behaviour {
    /** The robot began an act. */
    DO_ACTION,
    /** The robot asked for a yes before an act. */
    ASK_CONFIRM,
    /** The robot answered by words alone. */
    ANSWER,
    /** A person was called because of an emergency or a complaint. */
    ALERT_HUMAN,
    /** The act was refused, with the reason said. */
    REFUSE,
    /** The robot did not understand, or asked for what it lacks. */
    CLARIFY,
    /** All motion was stopped and latched. */
    STOP_IMMEDIATELY,
    /** The robot made small talk. */
    CHITCHAT,
    /** The words were meant for somebody else. */
    IGNORE_NOT_ADDRESSED;

    /** Intents whose answers neither inform nor promise. */
    private static final List<String> SMALL_TALK = List.of("greeting", "good_night", "thanks");

    static Behaviour of(List<DialogueEvent> events) {
        if (has(events, DialogueEvent.Stopped.class)) {
            return STOP_IMMEDIATELY;
        }
        if (events(events, DialogueEvent.Commanded.class).anyMatch(commanded -> isAlert(commanded.action()))) {
            return ALERT_HUMAN;
        }
        if (has(events, DialogueEvent.Commanded.class)) {
            return DO_ACTION;
        }
        if (has(events, DialogueEvent.Refused.class)) {
            return REFUSE;
        }
        if (has(events, DialogueEvent.Asked.class)) {
            return ASK_CONFIRM;
        }
        if (has(events, DialogueEvent.NotUnderstood.class)) {
            return has(events, DialogueEvent.Said.class) ? CLARIFY : IGNORE_NOT_ADDRESSED;
        }
        return events(events, DialogueEvent.Understood.class).anyMatch(each -> SMALL_TALK.contains(each.intent()))
                ? CHITCHAT
                : ANSWER;
    }
