package dev.aizuchi.testkit.users;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the robot did since a person last spoke, as that person takes it.
 *
 * @param kind what it comes to
 * @param sentence what it said last; "" for nothing
 */
record Reaction(Kind kind, String sentence) {
    /** Acts on the way to others. */
    private static final Set<String> STEPS = Set.of("navigate", "grasp", "display", "look", "gesture", "rotate");

    /** What a reaction comes to. */
    enum Kind {
        /** Nothing was said or done. */
        NOTHING,
        /** It did not understand. */
        NOT_UNDERSTOOD,
        /** It asks for something. */
        ASKED,
        /** It asks whether it shall do what the person wants. */
        OFFERED,
        /** It asks whether it shall do something else. */
        OFFERED_WRONG,
        /** The gate kept it from doing something, or it did not succeed. */
        FAILED,
        /** It does something that nobody wants. */
        WRONG_ACT,
        /** It said something. */
        SAID,
        /** It does what the person wants, or a part of it. */
        ACTS
    }

    /** Sum up events; the last that counts decides. */
    static Reaction of(List<DialogueEvent> events, List<Goal> goals) {
        Kind kind = Kind.NOTHING;
        String sentence = "";
        for (DialogueEvent event : events) {
            if (event instanceof DialogueEvent.NotUnderstood) {
                kind = Kind.NOT_UNDERSTOOD;
            } else if (event instanceof DialogueEvent.Asked asked) {
                sentence = asked.text();
                kind = asked.yesNo() ? offered(sentence, goals) : Kind.ASKED;
            } else if (event instanceof DialogueEvent.Said said) {
                sentence = said.text();
                kind = kind == Kind.NOTHING ? Kind.SAID : kind;
            } else if (event instanceof DialogueEvent.Refused || event instanceof DialogueEvent.Failed) {
                kind = Kind.FAILED;
            } else if (event instanceof DialogueEvent.Commanded commanded) {
                kind = isWanted(commanded.action(), goals) ? Kind.ACTS : Kind.WRONG_ACT;
            }
        }
        return new Reaction(kind, sentence);
    }

    /** A drive to another place than the wanted one is wrong; where nobody wants a drive, it is a step to something. */
    private static boolean isWanted(Action action, List<Goal> goals) {
        boolean meant = goals.stream().anyMatch(goal -> goal.isMeant(action));
        boolean other = goals.stream().anyMatch(goal -> goal.act().equals(action.name()));
        return meant || (!other && STEPS.contains(action.name()));
    }

    /** A question that names what the person wants leads there; one that names nothing of it may as well not. */
    private static Kind offered(String question, List<Goal> goals) {
        boolean names =
                goals.stream().flatMap(goal -> goal.with().values().stream()).anyMatch(question::contains);
        boolean nothingToName = goals.stream().allMatch(goal -> goal.with().isEmpty());
        return names || nothingToName ? Kind.OFFERED : Kind.OFFERED_WRONG;
    }

    /** Tell whether there is something to answer. */
    boolean isAnswer() {
        return kind != Kind.NOTHING && kind != Kind.ACTS;
    }

    /** Tell whether the person sees that it gets on. */
    boolean helps() {
        return kind == Kind.ASKED || kind == Kind.OFFERED || kind == Kind.ACTS;
    }

    /** Tell whether it is a fit answer to who takes leave. */
    boolean isHarmless() {
        return kind == Kind.NOTHING || kind == Kind.SAID;
    }

    /** Say it in a few words, to be counted. */
    String inShort() {
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return sentence.isEmpty() ? what : what + ": " + sentence;
    }

    /** Tell whether the robot is at something. */
    static boolean isBusy(List<DialogueEvent> events) {
        Set<String> open = new HashSet<>();
        for (DialogueEvent event : events) {
            if (event instanceof DialogueEvent.Commanded commanded) {
                open.add(commanded.commandId());
            } else if (event instanceof DialogueEvent.Completed completed) {
                open.remove(completed.commandId());
            } else if (event instanceof DialogueEvent.Failed failed) {
                open.remove(failed.commandId());
            }
        }
        return !open.isEmpty();
    }

    /** Show an event as a line of the talk. */
    static Optional<String> line(DialogueEvent event) {
        if (event instanceof DialogueEvent.Said said) {
            return Optional.of("< " + said.text());
        }
        if (event instanceof DialogueEvent.Asked asked) {
            return Optional.of("? " + asked.text());
        }
        if (event instanceof DialogueEvent.NotUnderstood) {
            return Optional.of("  (not understood)");
        }
        if (event instanceof DialogueEvent.Understood understood) {
            return Optional.of("  " + understood.intent() + " " + new TreeMap<>(understood.slots()));
        }
        if (event instanceof DialogueEvent.Commanded commanded) {
            return Optional.of("  does " + commanded.action());
        }
        if (event instanceof DialogueEvent.Refused refused) {
            return Optional.of("  refused " + refused.action().name() + " by " + refused.rule());
        }
        return event instanceof DialogueEvent.Failed failed
                ? Optional.of("  failed: " + failed.reason() + " " + failed.detail())
                : Optional.empty();
    }
}
