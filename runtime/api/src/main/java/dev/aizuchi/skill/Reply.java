package dev.aizuchi.skill;

import dev.aizuchi.robot.Action;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Script what the robot says and does, in order; the engine carries it out.
 *
 * <p>What follows an act waits until the robot reports it done; when an act fails, the rest is dropped and the engine
 * says why. An act that follows a sentence begins with it, so that a person sees at once that something happens. A
 * sentence that claims a finished act (〜ました) is held back until every act of the reply is done.
 */
public record Reply(List<Step> steps) {
    /** How long who may be hurt is given for a word. */
    private static final Duration HURT = Duration.ofSeconds(10);

    public Reply {
        steps = List.copyOf(steps);
    }

    /** One step of a reply. */
    public sealed interface Step {
        /** Say a sentence; {@code smallTalk} tells that it neither informs nor promises. */
        record Say(String text, boolean smallTalk) implements Step {}

        /**
         * Let the language model answer, within the engine's fence; say {@code otherwise} where there is none, or what
         * it writes may not be spoken.
         */
        record Talk(String otherwise) implements Step {}

        /** Turn down what was asked, for a reason that is said; the events tell it as a refusal of the intent. */
        record Refuse(String reason) implements Step {}

        /** Give up the motion that is under way, and whatever waits for it to end. */
        record Preempt() implements Step {}

        /** Speak to the person in another language from now on, as ISO 639-1 names it. */
        record Speak(String language) implements Step {}

        /** Ask the robot for an act. */
        record Do(Action action) implements Step {}

        /**
         * Ask a yes-no question; the reply goes on by the answer.
         *
         * @param silence what follows when nobody answers; null lets the question lapse
         */
        record Ask(
                String question,
                Reply yes,
                Reply no,
                @Nullable Silence silence) implements Step {}

        /**
         * Go on with another reply at a time: a reminder. What follows in this reply waits only until the reminder is
         * sure to outlive a restart, so a promise belongs behind it.
         */
        record Later(ZonedDateTime at, Reply reply) implements Step {}

        /** Ask for a slot's value; the next utterance fills it and the intent is answered anew. */
        record Await(String question, String slot) implements Step {}
    }

    /** What follows when a question stays unanswered for so long. */
    public record Silence(Duration after, Reply reply) {}

    /** Say and do nothing. */
    public static Reply nothing() {
        return new Reply(List.of());
    }

    /** Begin with a sentence. */
    public static Reply say(String text) {
        return new Reply(List.of(new Step.Say(text, false)));
    }

    /** Begin with a sentence of small talk. */
    public static Reply chat(String text) {
        return new Reply(List.of(new Step.Say(text, true)));
    }

    /** Begin with small talk that the language model may lead; without one, it is this sentence. */
    public static Reply talk(String otherwise) {
        return new Reply(List.of(new Step.Talk(otherwise)));
    }

    /** Begin with a refusal, by the reason and, where it helps, whom to ask instead. */
    public static Reply refuse(String reason) {
        return new Reply(List.of(new Step.Refuse(reason)));
    }

    /**
     * Begin by giving up the motion that is under way, of which this reply takes the place. Without it, a reply that
     * moves waits until the robot is free.
     */
    public static Reply preempt() {
        return new Reply(List.of(new Step.Preempt()));
    }

    /** Begin by speaking another language from now on; skills that do not have it go on in Japanese. */
    public static Reply speak(String language) {
        return new Reply(List.of(new Step.Speak(language)));
    }

    /** Begin with an act. */
    public static Reply perform(Action action) {
        return new Reply(List.of(new Step.Do(action)));
    }

    /** Begin with a yes-no question. */
    public static Reply ask(String question, Reply yes, Reply no) {
        return new Reply(List.of(new Step.Ask(question, yes, no, null)));
    }

    /** Begin with a yes-no question that must not stay without an answer. */
    public static Reply ask(String question, Reply yes, Reply no, Silence silence) {
        return new Reply(List.of(new Step.Ask(question, yes, no, silence)));
    }

    /** Ask for what a slot lacks. */
    public static Reply await(String question, Slot<?> slot) {
        return new Reply(List.of(new Step.Await(question, slot.name())));
    }

    /** Go on with an act. */
    public Reply then(Action action) {
        return with(new Step.Do(action));
    }

    /** Go on with a sentence. */
    public Reply thenSay(String text) {
        return with(new Step.Say(text, false));
    }

    /** Go on with a yes-no question; it is the last step of the reply that comes to pass. */
    public Reply thenAsk(String question, Reply yes, Reply no) {
        return with(new Step.Ask(question, yes, no, null));
    }

    /** Go on with a yes-no question that must not stay without an answer. */
    public Reply thenAsk(String question, Reply yes, Reply no, Silence silence) {
        return with(new Step.Ask(question, yes, no, silence));
    }

    /**
     * Go on by asking how somebody is who may be hurt.
     *
     * @param answered what any answer is answered with
     * @param silent what follows when none comes within ten seconds
     */
    public Reply thenAskAfter(String question, Reply answered, Reply silent) {
        return thenAsk(question, answered, answered, new Silence(HURT, silent));
    }

    /** Let another reply come at a time. */
    public Reply thenLater(ZonedDateTime at, Reply reply) {
        return with(new Step.Later(at, reply));
    }

    /** Tell whether the motion that is under way is given up, at once or after a yes. */
    public boolean preempts() {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Preempt
                        || (step instanceof Step.Ask ask && ask.yes().preempts()));
    }

    /** List every act that may come of this reply: in any answer to a question, now or later. */
    public Stream<Action> actions() {
        return steps.stream().flatMap(Reply::actionsOf);
    }

    /** List the acts that may come of this reply before anything that it puts off. */
    public Stream<Action> actionsNow() {
        return steps.stream().filter(step -> !(step instanceof Step.Later)).flatMap(step -> {
            if (step instanceof Step.Ask ask) {
                Silence silence = ask.silence();
                return Stream.of(ask.yes(), ask.no(), silence == null ? nothing() : silence.reply())
                        .flatMap(Reply::actionsNow);
            }
            return actionsOf(step);
        });
    }

    private static Stream<Action> actionsOf(Step step) {
        if (step instanceof Step.Do todo) {
            return Stream.of(todo.action());
        }
        if (step instanceof Step.Ask ask) {
            Silence silence = ask.silence();
            return Stream.of(ask.yes(), ask.no(), silence == null ? nothing() : silence.reply())
                    .flatMap(Reply::actions);
        }
        if (step instanceof Step.Later later) {
            return later.reply().actions();
        }
        return Stream.empty();
    }

    private Reply with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Reply(longer);
    }
}
