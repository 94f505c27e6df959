package dev.aizuchi.testkit;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Keep what happened, in order, and which act stands behind a command's id. */
public final class Transcript implements Consumer<DialogueEvent> {
    /** One event, as a person reads it, and when it was since the beginning. */
    public record Moment(Duration at, String text) {}

    private final List<DialogueEvent> events = new ArrayList<>();
    /** When each was, on the floor's clock: the runtime's own may jump. */
    private final List<Instant> times = new ArrayList<>();

    private final InstantSource clock;
    private final Map<String, Action> actionById = new HashMap<>();

    Transcript(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void accept(DialogueEvent event) {
        events.add(event);
        times.add(clock.instant());
        if (event instanceof DialogueEvent.Commanded commanded) {
            actionById.put(commanded.commandId(), commanded.action());
        }
    }

    /** Give the events so far; grows as time passes. */
    public List<DialogueEvent> events() {
        return events;
    }

    /** Give the act that stands behind a command. */
    public Optional<Action> action(String commandId) {
        return Optional.ofNullable(actionById.get(commandId));
    }

    private String name(String commandId) {
        return action(commandId).map(Action::name).orElse("");
    }

    /** Tell when an event was, on the floor's clock. */
    public Instant at(int event) {
        return times.get(event);
    }

    /** Write the events from an index on, a line each, as a person reads them. */
    public String lines(int from) {
        StringBuilder lines = new StringBuilder();
        events.stream()
                .skip(from)
                .filter(Transcript::isTold)
                .forEach(event -> lines.append("\n    ").append(line(event)));
        return lines.isEmpty() ? "\n    (nothing)" : lines.toString();
    }

    /** Give the events with the time since the beginning, as a person reads them. */
    public List<Moment> moments(Instant begin) {
        return IntStream.range(0, events.size())
                .filter(i -> isTold(events.get(i)))
                .mapToObj(i -> new Moment(Duration.between(begin, times.get(i)), line(events.get(i))))
                .toList();
    }

    /** Of what comes many times a second, the end is told. */
    private static boolean isTold(DialogueEvent event) {
        return !(event instanceof DialogueEvent.Progressed || event instanceof DialogueEvent.PartialHeard);
    }

    private String line(DialogueEvent event) {
        if (event instanceof DialogueEvent.SpeechStarted) {
            return "somebody speaks";
        }
        if (event instanceof DialogueEvent.SpeechCut cut) {
            return "cut, after 「" + cut.text() + "」";
        }
        if (event instanceof DialogueEvent.Heard heard) {
            return "heard 「" + heard.recognition().text() + "」";
        }
        if (event instanceof DialogueEvent.Understood understood) {
            return "understood " + understood.intent() + " " + new TreeMap<>(understood.slots());
        }
        if (event instanceof DialogueEvent.Said said) {
            return "say 「" + said.text() + "」";
        }
        if (event instanceof DialogueEvent.Asked asked) {
            return "asked 「" + asked.text() + "」";
        }
        if (event instanceof DialogueEvent.Commanded commanded) {
            return "commanded " + commanded.action();
        }
        if (event instanceof DialogueEvent.Completed completed) {
            return "completed " + name(completed.commandId());
        }
        if (event instanceof DialogueEvent.Failed failed) {
            return "failed " + name(failed.commandId()) + ", " + failed.reason() + ": " + failed.detail();
        }
        if (event instanceof DialogueEvent.Refused refused) {
            return "refused " + refused.action().name() + " by " + refused.rule();
        }
        if (event instanceof DialogueEvent.Faulted faulted) {
            return "faulted " + faulted.part() + ": " + faulted.message();
        }
        return event.getClass().getSimpleName() + " " + event;
    }
}
