package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import dev.aizuchi.skill.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carry out what the skills answered; lives on the dialogue thread.
 *
 * <p>Every act of a reply is judged before its first word, so that nothing is promised that will be refused. What only
 * speaks, calls or switches a lamp goes beside a running motion; a second motion is refused.
 */
final class Replies {
    private static final String BUSY = "busy";

    /** A reply on its way. */
    private final class Script {
        final Skills.Answer answer;
        final Turn about;
        final boolean moves;
        final Deque<Step> steps;
        final Set<Action> confirmed = new HashSet<>();
        final Consumer<Outcome> ended = outcome -> ended(this, outcome);

        @Nullable
        Question question;

        /** What was begun last. */
        @Nullable
        Action current;

        /** The turn that set it going: the one that asked for it or, later, said yes to it. */
        long turn = turns.current();

        Script(Skills.Answer answer, Reply reply, Turn about) {
            this.answer = answer;
            this.about = about;
            this.moves = reply.actionsNow().anyMatch(gate::moves);
            this.steps = new ArrayDeque<>(honest(reply));
        }
    }

    private final SafetyGate gate;
    private final Actuation actuation;
    private final Speech speech;
    private final Questions questions;
    private final Sentences sentences;
    private final Turns turns;
    private final Predicate<String> claimsDone;
    private final @Nullable Talk talk;
    private final Reminders reminders;
    private final Topic topic;
    private final Deeds deeds;
    private final Lanes lanes;
    private final List<Script> scripts = new ArrayList<>();
    /** What waits for the robot to end its motion. */
    private final List<Runnable> onceStill = new ArrayList<>();

    private Runnable onceFree = () -> {};
    /** What the robot could not do, until it does something else. */
    private @Nullable Turn failed;
    /**
     * Whether the question that was put aside is to be asked once more when nothing is being said or done but motion.
     */
    private boolean returning;

    Replies(
            SafetyGate gate,
            Actuation actuation,
            Speech speech,
            Questions questions,
            Sentences sentences,
            Turns turns,
            Predicate<String> claimsDone,
            @Nullable Talk talk,
            Reminders reminders,
            Topic topic,
            Deeds deeds,
            Lanes lanes) {
        this.gate = gate;
        this.actuation = actuation;
        this.speech = speech;
        this.questions = questions;
        this.sentences = sentences;
        this.turns = turns;
        this.claimsDone = claimsDone;
        this.talk = talk;
        this.reminders = reminders;
        this.topic = topic;
        this.deeds = deeds;
        this.lanes = lanes;
    }

    /**
     * Carry out a reply of a skill to a turn.
     *
     * @param agreed whether the person has said yes to its acts already
     */
    void begin(Skills.Answer answer, Reply reply, Turn about, boolean agreed) {
        for (Action action : reply.actionsNow().toList()) {
            Optional<Verdict.Refused> refusal = refusal(answer, action);
            if (refusal.isPresent() && !(reply.preempts() && isBusy(refusal.get()))) {
                callThePeople(answer, reply, about);
                refuse(action, refusal.get());
                return;
            }
        }
        Script script = new Script(answer, reply, about);
        scripts.add(script);
        failed = null;
        if (agreed) {
            reply.actionsNow().forEach(script.confirmed::add);
            advance(script);
            return;
        }
        firstToConfirm(reply)
                .ifPresentOrElse(action -> confirm(script, action, () -> advance(script)), () -> advance(script));
    }

    /**
     * Forget every reply that moves, now or later; what only calls or tells goes on. Gives what this cuts off, if any.
     */
    Optional<CutOff.Motion> dropMotion() {
        Optional<CutOff.Motion> cutOff = scripts.stream()
                .filter(script -> script.moves && !actuation.isIdle())
                .reduce((first, second) -> second)
                .map(script -> new CutOff.Motion(script.answer, rest(script), script.about));
        scripts.removeIf(script -> script.moves);
        return cutOff;
    }

    private static Reply rest(Script script) {
        List<Step> rest = new ArrayList<>(script.steps);
        if (script.current != null) {
            rest.add(0, new Step.Do(script.current));
        }
        return new Reply(rest);
    }

    /** Give the turns of which something is under way or put off, in order. */
    Stream<Turn> live() {
        return Stream.concat(reminders.pending(), scripts.stream().map(script -> script.about));
    }

    /** Give the turn whose motion is under way. */
    Optional<Turn> moving() {
        return scripts.stream()
                .filter(script -> script.moves)
                .map(script -> script.about)
                .findFirst();
    }

    /** Give up what a turn has set going: its act is cancelled, its question and what it put off are forgotten. */
    void withdraw(Turn about) {
        reminders.withdraw(about);
        for (Script script : List.copyOf(scripts)) {
            if (script.about.equals(about)) {
                over(script);
                actuation.cancel(script.ended);
                if (awaitsAnswer(script)) {
                    questions.close();
                }
            }
        }
    }

    /** Forget what the language model is about to say. */
    void dropTalk() {
        if (talk != null) {
            talk.drop();
        }
    }

    /** Tell whether an act would have to be confirmed first. */
    boolean needsYes(Action action) {
        return gate.judge(action, false) instanceof Verdict.NeedsConfirmation;
    }

    /** Tell whether the robot has such an act at all, and would do it now. */
    boolean isAble(Action action) {
        return !(gate.judge(action, true) instanceof Verdict.Refused);
    }

    /** Give the turn whose act the robot could not do, unless it has begun something else since. */
    Optional<Turn> failed() {
        return Optional.ofNullable(failed);
    }

    /** Run something whenever the robot has become free to move; it may be busy again by then. */
    void onceFree(Runnable then) {
        onceFree = then;
    }

    /** Tell whether a reply would move the robot. */
    boolean moves(Reply reply) {
        return reply.actionsNow().anyMatch(gate::moves);
    }

    /** Tell whether a reply moves the robot, or one that was given up still does. */
    boolean isMoving() {
        return actuation.isMoving() || moving().isPresent();
    }

    boolean isIdle() {
        return scripts.isEmpty() && actuation.isIdle();
    }

    private Optional<Verdict.Refused> refusal(Skills.Answer answer, Action action) {
        if (!answer.declares(action)) {
            return Optional.of(gate.refused("not-needed-by-skill"));
        }
        if (gate.judge(action, false) instanceof Verdict.Refused refused) {
            return Optional.of(refused);
        }
        boolean busy = gate.moves(action) && scripts.stream().anyMatch(script -> script.moves);
        return busy ? Optional.of(gate.refused(BUSY)) : Optional.empty();
    }

    private static boolean isBusy(Verdict.Refused refusal) {
        return refusal.rule().equals(BUSY);
    }

    /** A call for help is never withheld because the motion beside it is refused. */
    private void callThePeople(Skills.Answer answer, Reply reply, Turn about) {
        List<Step> calls = reply.steps().stream()
                .filter(step -> step instanceof Step.Do todo
                        && todo.action().isWordToPerson()
                        && refusal(answer, todo.action()).isEmpty())
                .toList();
        if (!calls.isEmpty()) {
            Script script = new Script(answer, new Reply(calls).thenSay(sentences.say("help-called")), about);
            scripts.add(script);
            advance(script);
        }
    }

    private Optional<Action> firstToConfirm(Reply reply) {
        return reply.steps().stream()
                .filter(step -> step instanceof Step.Do todo && needsYes(todo.action()))
                .map(step -> ((Step.Do) step).action())
                .findFirst();
    }

    private void advance(Script script) {
        while (scripts.contains(script)) {
            Step step = script.steps.poll();
            if (step == null) {
                over(script);
            } else if (step instanceof Step.Say say) {
                say(say);
            } else if (step instanceof Step.Refuse refusal) {
                // Named after the wish: no act of the robot stands behind it.
                Action asked = new Action.Own(script.about.intent(), List.of());
                refuse(asked, new Verdict.Refused("policy", refusal.reason()));
            } else if (step instanceof Step.Talk chat && talk != null) {
                talk.answer(script.about, chat.otherwise(), () -> advance(script));
                return;
            } else if (step instanceof Step.Talk chat) {
                speech.chat(chat.otherwise());
            } else if (step instanceof Step.Speak other) {
                sentences.language().speak(other.language());
            } else if (step instanceof Step.Preempt) {
                if (!preempts(script)) {
                    onceStill.add(() -> advance(script));
                    return;
                }
            } else if (step instanceof Step.Do todo) {
                act(script, todo.action());
                return;
            } else if (step instanceof Step.Ask ask) {
                ask(script, ask);
                return;
            } else if (step instanceof Step.Later later) {
                putOff(script, later);
                return;
            } else if (step instanceof Step.Await await) {
                over(script);
                questions.ask(new Question.Slot(await.question(), await.slot(), script.about));
            }
        }
    }

    /** Give up every other motion; tells whether the robot has ended it. */
    private boolean preempts(Script script) {
        List.copyOf(scripts).stream()
                .filter(other -> other != script && other.moves)
                .forEach(other -> withdraw(other.about));
        return !actuation.isMoving();
    }

    private void putOff(Script script, Step.Later later) {
        PutOff what = new PutOff(script.about, later.at());
        reminders.put(
                what,
                () -> isFreeFor(later.reply()),
                () -> comesUp(script.answer, script.about, later.reply()),
                lasts -> {
                    if (!lasts && later.at().toInstant().isAfter(lanes.clock().instant())) {
                        admit(script, "reminder.not-kept");
                    }
                    advance(script);
                });
    }

    /** Say it behind all that the reply promises, and once. */
    private void admit(Script script, String sentence) {
        Step admission = new Step.Say(sentences.say(sentence), false);
        if (!script.steps.contains(admission)) {
            script.steps.addLast(admission);
        }
    }

    /** Its acts are judged when they come: the battery may be low by then, and a yes of now is forgotten. */
    void comesUp(Skills.Answer answer, Turn about, Reply reply) {
        topic.cameUp(about);
        begin(answer, reply, about, false);
    }

    /** Tell whether a reply that was put off may come up now, into nothing else that is asked or moves. */
    boolean isFreeFor(Reply reply) {
        return questions.open().isEmpty() && !(moves(reply) && moving().isPresent());
    }

    private void say(Step.Say say) {
        topic.spoken();
        if (say.smallTalk()) {
            speech.chat(say.text());
        } else {
            speech.say(say.text());
        }
    }

    private void act(Script script, Action action) {
        boolean confirmed = script.confirmed.contains(action);
        script.current = action;
        Verdict verdict = actuation.begin(script.turn, action, confirmed, script.ended);
        if (verdict instanceof Verdict.Refused refused) {
            refuse(action, refused);
            over(script);
        } else if (verdict instanceof Verdict.NeedsConfirmation) {
            confirm(script, action, () -> act(script, action));
        } else {
            deeds.begun(script.about, action);
        }
    }

    private void ended(Script script, Outcome outcome) {
        if (script.current != null) {
            deeds.ended(script.about, script.current, outcome instanceof Outcome.Completed);
        }
        if (!scripts.contains(script)) {
            // A dropped reply was ended by a stop, which has been spoken of, or by who withdrew it.
            goOnIfStill();
        } else if (outcome instanceof Outcome.Failed failure) {
            failed = script.about;
            tell(failure.reason());
            over(script);
        } else {
            advance(script);
            goOnIfStill();
        }
    }

    /** Forget a reply; whatever waits for its motion may begin. */
    private void over(Script script) {
        scripts.remove(script);
        goOnIfStill();
    }

    /** Return to the question that was put aside, behind what is still being done and said. */
    void returnToQuestion() {
        returning = scripts.stream().anyMatch(script -> !awaitsAnswer(script) && !isInMotion(script));
        if (!returning) {
            questions.takeUp(sentences.say("return"));
        }
    }

    private boolean awaitsAnswer(Script script) {
        return script.question != null
                && questions.open().filter(script.question::equals).isPresent();
    }

    private boolean isInMotion(Script script) {
        return script.current != null && gate.moves(script.current);
    }

    private void goOnIfStill() {
        if (returning) {
            returnToQuestion();
        }
        if (!actuation.isMoving()) {
            List<Runnable> waiting = List.copyOf(onceStill);
            onceStill.clear();
            waiting.forEach(lanes::normal);
        }
        if (!isMoving()) {
            lanes.normal(onceFree);
        }
    }

    private void tell(Outcome.Reason reason) {
        if (reason == Outcome.Reason.STOPPED) {
            speech.say(sentences.say("refused.stopped"));
        } else if (reason != Outcome.Reason.CANCELLED) {
            speech.say(sentences.say("failed." + reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void ask(Script script, Step.Ask ask) {
        Question.YesNo question = new Question.YesNo(
                ask.question(),
                firstToConfirm(ask.yes()).isPresent(),
                script.about,
                () -> {
                    ask.yes().actionsNow().forEach(script.confirmed::add);
                    goOn(script, ask.yes());
                },
                () -> goOn(script, ask.no()),
                () -> over(script));
        script.question = question;
        Reply.Silence silence = ask.silence();
        if (silence == null) {
            questions.ask(question);
        } else {
            questions.insist(question, silence.after(), () -> goOn(script, silence.reply()));
        }
    }

    private void confirm(Script script, Action action, Runnable goOn) {
        Question.YesNo question = new Question.YesNo(
                gate.question(action),
                true,
                script.about,
                () -> {
                    script.confirmed.add(action);
                    script.turn = turns.current();
                    goOn.run();
                },
                () -> {
                    speech.say(sentences.say("declined"));
                    over(script);
                },
                () -> over(script));
        script.question = question;
        questions.ask(question);
    }

    private void goOn(Script script, Reply branch) {
        script.turn = turns.current();
        List<Step> steps = honest(branch);
        for (int i = steps.size() - 1; i >= 0; i--) {
            script.steps.addFirst(steps.get(i));
        }
        advance(script);
    }

    private List<Step> honest(Reply reply) {
        return Claims.afterTheActs(reply.steps(), claimsDone);
    }

    private void refuse(Action action, Verdict.Refused refused) {
        turns.emit((turn, at) -> new DialogueEvent.Refused(turn, at, action, refused.rule(), refused.reason()));
        speech.say(refused.reason());
    }
}
