package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.skill.Floor;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Say and ask what others than the skills want; lives on the dialogue thread.
 *
 * <p>A value is asked for as a skill asks for a slot's, of an intent that no phrase leads to: what the person answers
 * is told as understood, and the guest learns it from there.
 */
final class Guests implements Floor {
    static final String INTENT = "guest";
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** So long an answer may take, with what is asked back about it: 「午前ですか、午後ですか」. */
    private static final Duration LONGEST = Agent.QUESTION_LAPSES_AFTER.multipliedBy(3);

    private final Lanes lanes;
    private final Speech speech;
    private final Questions questions;
    private final Skills skills;
    private final Fulfilment fulfilment;
    private final Scripts scripts;
    private final Topic topic;
    private final Predicate<String> claimsDone;
    private @Nullable Asked asked;

    /** Who waits for the value of a slot. */
    private record Asked(String slot, Waiting<Optional<String>> by) {}

    Guests(
            Lanes lanes,
            Speech speech,
            Questions questions,
            Skills skills,
            Fulfilment fulfilment,
            Scripts scripts,
            Topic topic,
            Predicate<String> claimsDone) {
        this.lanes = lanes;
        this.speech = speech;
        this.questions = questions;
        this.skills = skills;
        this.fulfilment = fulfilment;
        this.scripts = scripts;
        this.topic = topic;
        this.claimsDone = claimsDone;
    }

    @Override
    public Request<Boolean> say(String text) {
        Waiting<Boolean> waiting = new Waiting<>(lanes, false);
        lanes.normal(() -> say(text, waiting));
        return waiting;
    }

    private void say(String text, Waiting<Boolean> waiting) {
        if (waiting.isOver()) {
            return;
        }
        if (claimsDone.test(text) && !scripts.isIdle()) {
            lanes.after(AGAIN, () -> say(text, waiting));
            return;
        }
        topic.spoken();
        waiting.takesBack(speech.say(text, waiting::end));
    }

    @Override
    public Request<Optional<Boolean>> askYesNo(String question) {
        Waiting<Optional<Boolean>> waiting = new Waiting<>(lanes, Optional.empty());
        lanes.normal(() -> ask(
                waiting,
                dropped -> new Question.YesNo(
                        question,
                        false,
                        null,
                        () -> waiting.end(Optional.of(true)),
                        () -> waiting.end(Optional.of(false)),
                        dropped)));
        return waiting;
    }

    @Override
    public Request<Optional<String>> ask(String question, Slot<?> slot) {
        Waiting<Optional<String>> waiting = new Waiting<>(lanes, Optional.empty());
        lanes.normal(() -> ask(waiting, dropped -> {
            skills.lend(answer(slot));
            asked = new Asked(slot.name(), waiting);
            Wish about = Wish.implied(INTENT, Duration.ZERO, "");
            return new Question.Slot(question, slot.name(), fulfilment.turn(about), dropped);
        }));
        return waiting;
    }

    private static Skills.Answer answer(Slot<?> slot) {
        SkillSpec skill = SkillSpec.named(INTENT).on(INTENT, List.of(INTENT), turn -> Reply.nothing(), slot);
        return new Skills.Answer(skill, skill.intents().get(0));
    }

    /** A question of the dialogue's own is answered first. */
    private <T> void ask(Waiting<Optional<T>> waiting, Function<Runnable, Question> question) {
        if (waiting.isOver()) {
            return;
        }
        if (questions.open().isPresent()) {
            lanes.after(AGAIN, () -> ask(waiting, question));
            return;
        }
        topic.spoken();
        Question open = question.apply(() -> waiting.end(Optional.empty()));
        waiting.takesBack(() -> questions.withdraw(open));
        lanes.after(LONGEST, waiting::giveUp);
        questions.ask(open);
    }

    /** Learn of what was understood, which may be the answer that a guest waits for. */
    void understood(DialogueEvent.Understood event) {
        Asked waiting = asked;
        if (waiting != null && event.intent().equals(INTENT)) {
            asked = null;
            waiting.by.end(Optional.ofNullable(event.slots().get(waiting.slot)));
        }
    }

    /** A request on its way. */
    private static final class Waiting<T> implements Request<T> {
        private final CompletableFuture<T> ending = new CompletableFuture<>();
        private final Lanes lanes;
        private final T nothing;
        private Runnable takeBack = () -> {};

        Waiting(Lanes lanes, T nothing) {
            this.lanes = lanes;
            this.nothing = nothing;
        }

        boolean isOver() {
            return ending.isDone();
        }

        void takesBack(Runnable how) {
            takeBack = how;
        }

        void end(T how) {
            ending.complete(how);
        }

        @Override
        public CompletionStage<T> ending() {
            return ending.minimalCompletionStage();
        }

        void giveUp() {
            if (!isOver()) {
                takeBack.run();
                end(nothing);
            }
        }

        @Override
        public void cancel() {
            lanes.normal(this::giveUp);
        }
    }
}
