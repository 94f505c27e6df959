package dev.aizuchi.app;

import dev.aizuchi.app.Terminal.Tone;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Show the events as they come, a line each, with what each stage took. */
final class Timeline implements Consumer<DialogueEvent> {
    private final Terminal terminal;
    private final Instant start;
    private final Map<String, String> actionById = new HashMap<>();

    Timeline(Terminal terminal, Instant start) {
        this.terminal = terminal;
        this.start = start;
    }

    @Override
    public void accept(DialogueEvent event) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            actionById.put(commanded.commandId(), commanded.action().name());
        }
        describe(event).ifPresent(text -> terminal.line(terminal.paint(Tone.FAINT, time(event.at())) + "  " + text));
    }

    private String time(Instant at) {
        return String.format(Locale.ROOT, "%7.2f", Duration.between(start, at).toMillis() / 1_000.0);
    }

    private Optional<String> describe(DialogueEvent event) {
        if (event instanceof DialogueEvent.Heard heard) {
            return line(
                    Tone.PERSON,
                    "heard",
                    "「" + heard.recognition().text() + "」 "
                            + String.format(
                                    Locale.ROOT, "%.2f", heard.recognition().confidence())
                            + since(heard.took(), " after the voice"));
        }
        if (event instanceof DialogueEvent.Understood understood) {
            return line(
                    Tone.PERSON,
                    "understood",
                    understood.skill() + "/" + understood.intent()
                            + (understood.slots().isEmpty() ? "" : " " + understood.slots())
                            + String.format(Locale.ROOT, " %.2f", understood.confidence())
                            + since(understood.took(), ""));
        }
        if (event instanceof DialogueEvent.Said said) {
            return line(Tone.ROBOT, "says", "「" + said.text() + "」");
        }
        if (event instanceof DialogueEvent.Asked asked) {
            return line(Tone.ROBOT, "asks", "「" + asked.text() + "」");
        }
        if (event instanceof DialogueEvent.Commanded commanded) {
            return line(Tone.MOTION, "gate", "approved · robot " + act(commanded.action()));
        }
        if (event instanceof DialogueEvent.Refused refused) {
            return line(Tone.WARNING, "gate", "refused " + act(refused.action()) + " · rule " + refused.rule());
        }
        return describeRest(event);
    }

    private Optional<String> describeRest(DialogueEvent event) {
        if (event instanceof DialogueEvent.Completed completed) {
            return line(Tone.MOTION, "robot", actionById.get(completed.commandId()) + " done");
        }
        if (event instanceof DialogueEvent.Failed failed) {
            return line(
                    Tone.WARNING,
                    "robot",
                    actionById.get(failed.commandId()) + " not done · "
                            + failed.reason().name().toLowerCase(Locale.ROOT)
                            + (failed.detail().isEmpty() ? "" : " · " + failed.detail()));
        }
        if (event instanceof DialogueEvent.NotUnderstood) {
            return line(Tone.WARNING, "understood", "nothing that a skill can do");
        }
        if (event instanceof DialogueEvent.NotHeard) {
            return line(Tone.FAINT, "heard", "a sound without words");
        }
        if (event instanceof DialogueEvent.Stopped stopped) {
            return line(Tone.ERROR, "STOP", "by " + stopped.cause() + ", latched");
        }
        if (event instanceof DialogueEvent.Resumed) {
            return line(Tone.MOTION, "resumed", "by a person");
        }
        if (event instanceof DialogueEvent.Deferred deferred) {
            return line(Tone.MOTION, "waits", act(deferred.action()) + " · until the robot is free");
        }
        if (event instanceof DialogueEvent.Nodded nodded) {
            return line(Tone.FAINT, "voice", "「" + nodded.text() + "」, softly");
        }
        if (event instanceof DialogueEvent.Sounding sounding) {
            return line(Tone.FAINT, "voice", "first sound · " + sounding.took().toMillis() + " ms after the sentence");
        }
        if (event instanceof DialogueEvent.Spoken) {
            return line(Tone.FAINT, "voice", "said to the end");
        }
        if (event instanceof DialogueEvent.SpeechCut) {
            return line(Tone.FAINT, "voice", "cut short");
        }
        if (event instanceof DialogueEvent.Faulted faulted) {
            return line(Tone.ERROR, "fault", faulted.part() + ": " + faulted.message());
        }
        if (event instanceof DialogueEvent.Perceived perceived) {
            return line(Tone.FAINT, "senses", sense(perceived.percept()));
        }
        return Optional.empty();
    }

    private Optional<String> line(Tone tone, String what, String text) {
        return Optional.of(terminal.paint(tone, String.format(Locale.ROOT, "%-10s", what)) + " " + text);
    }

    private static String since(Duration took, String of) {
        return took.isZero() ? "" : " · " + took.toMillis() + " ms" + of;
    }

    private static String sense(Percept percept) {
        return percept instanceof Percept.Link link ? "link " + (link.up() ? "up" : "down") : percept.kind();
    }

    static String act(Action action) {
        return action.name()
                + action.arguments().stream()
                        .map(Timeline::value)
                        .collect(Collectors.joining(", ", " ", ""))
                        .stripTrailing();
    }

    private static String value(Argument argument) {
        if (argument instanceof Argument.Text text) {
            return text.value();
        }
        if (argument instanceof Argument.Flag flag) {
            return argument.name() + "=" + (flag.value() ? "yes" : "no");
        }
        return argument.name() + "=" + ((Argument.Measure) argument).value();
    }
}
