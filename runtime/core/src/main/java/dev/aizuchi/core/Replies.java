package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import dev.aizuchi.skill.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final Permission permission;
    private final Confirmations confirmations;
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
    private final Scripts scripts;
    /** What the robot could not do, until it does something else. */
    private @Nullable Turn failed;

    Replies(
            Permission permission,
            Confirmations confirmations,
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
            Scripts scripts,
            Lanes lanes) {
        this.permission = permission;
        this.confirmations = confirmations;
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
        this.scripts = scripts;
        this.lanes = lanes;
    }

    /**
     * Carry out a reply of a skill to a turn.
     *
     * @param wanted what the skill answered
     * @param agreed whether the person has said yes to its acts already
     */
    void begin(Skills.Answer answer, Reply wanted, Turn about, boolean agreed) {
        Reply reply = agreed ? withoutAskingAgain(wanted) : wanted;
        for (Action action : reply.actionsNow().toList()) {
            Optional<Verdict.Refused> refusal = permission.refusal(answer, action);
            if (refusal.isPresent() && !(reply.preempts() && Permission.isBusy(refusal.get()))) {
                callThePeople(answer, reply, about);
                refuse(action, refusal.get());
                return;
            }
        }
        Script script = script(answer, reply, about);
        scripts.add(script);
        failed = null;
        if (agreed) {
            reply.actionsNow().forEach(script.confirmed::add);
            advance(script);
            return;
        }
        permission
                .firstToConfirm(reply)
                .ifPresentOrElse(
                        action -> confirmations.confirm(script, action, () -> advance(script)), () -> advance(script));
    }

    /** Who said yes to being shown the way is not asked whether to be shown the way. */
    private static Reply withoutAskingAgain(Reply reply) {
        return reply.steps().size() == 1
                        && reply.steps().get(0) instanceof Step.Ask ask
                        && ask.yes().actionsNow().anyMatch(Action::moves)
                ? ask.yes()
                : reply;
    }

    /** Give the turns of which something is under way or put off, in order. */
    Stream<Turn> live() {
        return Stream.concat(reminders.pending(), scripts.abouts());
    }

    /** Give up what a turn has set going: its act is cancelled, its question and what it put off are forgotten. */
    void withdraw(Turn about) {
        reminders.withdraw(about);
        for (Script script : scripts.all()) {
            if (script.about.equals(about)) {
                scripts.over(script);
                actuation.cancel(script.ended);
                if (scripts.awaitsAnswer(script)) {
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

    /** Give the turn whose act the robot could not do, unless it has begun something else since. */
    Optional<Turn> failed() {
        return Optional.ofNullable(failed);
    }

    private Script script(Skills.Answer answer, Reply reply, Turn about) {
        return new Script(answer, about, permission.moves(reply), honest(reply), turns.current(), this::ended);
    }

    /** A call for help is never withheld because the motion beside it is refused. */
    private void callThePeople(Skills.Answer answer, Reply reply, Turn about) {
        List<Step> calls = reply.steps().stream()
                .filter(step -> step instanceof Step.Do todo
                        && todo.action().isWordToPerson()
                        && permission.refusal(answer, todo.action()).isEmpty())
                .toList();
        if (!calls.isEmpty()) {
            Script script = script(answer, new Reply(calls).thenSay(sentences.say("help-called")), about);
            scripts.add(script);
            advance(script);
        }
    }

    private void advance(Script script) {
        while (scripts.has(script)) {
            Step step = script.steps.poll();
            if (step == null) {
                scripts.over(script);
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
                    scripts.onceStill(() -> advance(script));
                    return;
                }
            } else if (step instanceof Step.Do todo) {
                act(script, todo.action());
                return;
            } else if (step instanceof Step.Ask ask) {
                confirmations.ask(script, ask, this::goOn);
                return;
            } else if (step instanceof Step.Later later) {
                putOff(script, later);
                return;
            } else if (step instanceof Step.Await await) {
                scripts.over(script);
                questions.ask(new Question.Slot(await.question(), await.slot(), script.about));
            }
        }
    }

    /** Give up every other motion; tells whether the robot has ended it. */
    private boolean preempts(Script script) {
        scripts.all().stream().filter(other -> other != script && other.moves).forEach(other -> withdraw(other.about));
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
                        script.admit(sentences.say("reminder.not-kept"));
                    }
                    advance(script);
                });
    }

    /** Its acts are judged when they come: the battery may be low by then, and a yes of now is forgotten. */
    void comesUp(Skills.Answer answer, Turn about, Reply reply) {
        topic.cameUp(about);
        begin(answer, reply, about, false);
    }

    /** Tell whether a reply that was put off may come up now, into nothing else that is asked or moves. */
    boolean isFreeFor(Reply reply) {
        return questions.open().isEmpty()
                && !(permission.moves(reply) && scripts.moving().isPresent());
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
            scripts.over(script);
        } else if (verdict instanceof Verdict.NeedsConfirmation) {
            confirmations.confirm(script, action, () -> act(script, action));
        } else {
            deeds.begun(script.about, action);
            if (action.isWordToPerson()) {
                // Nobody waits in silence until the call has gone out.
                script.takeFirstWords(text -> Claims.before(text, claimsDone))
                        .filter(words -> !speech.endsIn(words))
                        .ifPresent(speech::say);
            }
        }
    }

    private void ended(Script script, Outcome outcome) {
        if (script.current != null) {
            deeds.ended(script.about, script.current, outcome instanceof Outcome.Completed);
        }
        if (!scripts.has(script)) {
            // A dropped reply was ended by a stop, which has been spoken of, or by who withdrew it.
            scripts.goOnIfStill();
        } else if (outcome instanceof Outcome.Failed failure) {
            failed = script.about;
            tell(failure.reason());
            scripts.over(script);
        } else {
            advance(script);
            scripts.goOnIfStill();
        }
    }

    private void tell(Outcome.Reason reason) {
        if (reason == Outcome.Reason.STOPPED) {
            speech.say(sentences.say("refused.stopped"));
        } else if (reason != Outcome.Reason.CANCELLED) {
            speech.say(sentences.say("failed." + reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void goOn(Script script, Reply branch) {
        script.turn = turns.current();
        script.branch(honest(branch));
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
