package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.core.Agent;
import dev.aizuchi.event.DialogueEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Name, from all events of a dialogue so far, what the robot is at. */
public enum Standing {
    /** Motion is stopped until a person releases it. */
    STOPPED,
    /** A question awaits its answer; it counts until something is heard or said. */
    ASKING,
    /** An act goes on. */
    ACTING,
    /** None of these. */
    IDLE;

    /**
     * Sum up the events.
     *
     * @param now by the clock of the events; a question that was put too long before it has lapsed
     */
    public static Standing of(List<DialogueEvent> events, Instant now) {
        boolean stopped = false;
        boolean asking = false;
        int acting = 0;
        for (DialogueEvent event : events) {
            if (event instanceof DialogueEvent.Stopped) {
                stopped = true;
            } else if (event instanceof DialogueEvent.Resumed) {
                stopped = false;
            } else if (event instanceof DialogueEvent.Commanded) {
                acting++;
            } else if (event instanceof DialogueEvent.Completed || event instanceof DialogueEvent.Failed) {
                acting--;
            } else if (event instanceof DialogueEvent.Asked) {
                asking = event.at().plus(Agent.QUESTION_LAPSES_AFTER).isAfter(now);
            } else if (event instanceof DialogueEvent.Heard || event instanceof DialogueEvent.Said) {
                asking = false;
            }
        }
        if (stopped) {
            return STOPPED;
        }
        if (asking) {
            return ASKING;
        }
        return acting > 0 ? ACTING : IDLE;
    }

    /** Give the name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
