package dev.aizuchi.testkit;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Expect one event, or its absence.
 *
 * @param kind what is to happen
 * @param value the intent, sentence part, act or cause; "" for any
 * @param with arguments that the act must have, as text
 * @param because the outcome's reason or the gate's rule; "" for any
 */
public record Expectation(Kind kind, String value, Map<String, String> with, String because) {

    /** What an expectation can be about; the name in a scenario is the constant's in kebab case. */
    public enum Kind {
        UNDERSTOOD,
        NOT_UNDERSTOOD,
        SAY,
        ASKED,
        COMMANDED,
        COMPLETED,
        FAILED,
        REFUSED,
        STOPPED,
        RESUMED,
        /** The robot was cut short in a sentence. */
        CUT,
        /** A part of the runtime failed, by its name. */
        FAULTED,
        /** The kind of event that the value names does not happen. */
        NOTHING;

        /** Give the name in a scenario. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Tell whether it is of an act of the robot. */
        public boolean isOfAct() {
            return this == COMMANDED || this == COMPLETED || this == FAILED || this == REFUSED;
        }

        /** Find the kind of a name. */
        public static Optional<Kind> find(String wireName) {
            return Stream.of(values())
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst();
        }
    }

    public Expectation {
        with = Map.copyOf(with);
    }

    static Expectation of(Kind kind, String value) {
        return new Expectation(kind, value, Map.of(), "");
    }

    /** Tell whether the event is the expected one; for {@link Kind#NOTHING}, the one that must not be. */
    public boolean matches(DialogueEvent event, Transcript transcript) {
        Kind wanted = kind == Kind.NOTHING ? Kind.find(value).orElseThrow() : kind;
        String detail = kind == Kind.NOTHING ? "" : value;
        if (event instanceof DialogueEvent.Understood understood) {
            return wanted == Kind.UNDERSTOOD && is(detail, understood.intent()) && hasAll(understood.slots());
        }
        if (event instanceof DialogueEvent.NotUnderstood) {
            return wanted == Kind.NOT_UNDERSTOOD;
        }
        if (event instanceof DialogueEvent.Said said) {
            return wanted == Kind.SAY && said.text().contains(detail);
        }
        if (event instanceof DialogueEvent.Asked asked) {
            return wanted == Kind.ASKED && asked.text().contains(detail);
        }
        if (event instanceof DialogueEvent.Stopped stopped) {
            return wanted == Kind.STOPPED && is(detail, stopped.cause());
        }
        if (event instanceof DialogueEvent.Resumed) {
            return wanted == Kind.RESUMED;
        }
        if (event instanceof DialogueEvent.SpeechCut cut) {
            return wanted == Kind.CUT && cut.text().contains(detail);
        }
        if (event instanceof DialogueEvent.Faulted faulted) {
            return wanted == Kind.FAULTED && is(detail, faulted.part());
        }
        return matchesAct(wanted, detail, event, transcript);
    }

    private boolean matchesAct(Kind wanted, String action, DialogueEvent event, Transcript transcript) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            return wanted == Kind.COMMANDED && isAct(action, commanded.action());
        }
        if (event instanceof DialogueEvent.Refused refused) {
            return wanted == Kind.REFUSED && isAct(action, refused.action()) && is(because, refused.rule());
        }
        if (event instanceof DialogueEvent.Completed completed) {
            return wanted == Kind.COMPLETED && isAct(action, transcript.action(completed.commandId()));
        }
        if (event instanceof DialogueEvent.Failed failed) {
            return wanted == Kind.FAILED
                    && isAct(action, transcript.action(failed.commandId()))
                    && is(because, failed.reason().name().toLowerCase(Locale.ROOT));
        }
        return false;
    }

    private boolean isAct(String wanted, Optional<Action> act) {
        return act.map(known -> isAct(wanted, known)).orElse(wanted.isEmpty() && with.isEmpty());
    }

    private boolean isAct(String wanted, Action act) {
        return is(wanted, act.name()) && hasArguments(act);
    }

    private boolean hasArguments(Action action) {
        return with.entrySet().stream()
                .allMatch(wanted -> action.arguments().stream()
                        .anyMatch(argument -> argument.name().equals(wanted.getKey())
                                && text(argument).equals(wanted.getValue())));
    }

    private boolean hasAll(Map<String, String> slots) {
        return slots.entrySet().containsAll(with.entrySet());
    }

    private static String text(Argument argument) {
        if (argument instanceof Argument.Text text) {
            return text.value();
        }
        if (argument instanceof Argument.Flag flag) {
            return Boolean.toString(flag.value());
        }
        double value = ((Argument.Measure) argument).value();
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean is(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    @Override
    public String toString() {
        return kind.wireName()
                + (value.isEmpty() ? "" : ": " + value)
                + (with.isEmpty() ? "" : " with " + with)
                + (because.isEmpty() ? "" : " because " + because);
    }
}
