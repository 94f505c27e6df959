package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import java.util.function.BiConsumer;

/** Ask what a reply asks by yes or no, and what the gate wants confirmed. Lives on the dialogue thread. */
final class Confirmations {
    private final SafetyGate gate;
    private final Permission permission;
    private final Scripts scripts;
    private final Questions questions;
    private final Speech speech;
    private final Sentences sentences;
    private final Turns turns;

    Confirmations(
            SafetyGate gate,
            Permission permission,
            Scripts scripts,
            Questions questions,
            Speech speech,
            Sentences sentences,
            Turns turns) {
        this.gate = gate;
        this.permission = permission;
        this.scripts = scripts;
        this.questions = questions;
        this.speech = speech;
        this.sentences = sentences;
        this.turns = turns;
    }

    /**
     * Ask what a reply asks.
     *
     * @param branch takes the script on in what follows the answer, or the silence
     */
    void ask(Script script, Step.Ask ask, BiConsumer<Script, Reply> branch) {
        Question.YesNo question = new Question.YesNo(
                ask.question(),
                permission.firstToConfirm(ask.yes()).isPresent(),
                script.about,
                () -> {
                    ask.yes().actionsNow().forEach(script.confirmed::add);
                    branch.accept(script, ask.yes());
                },
                () -> branch.accept(script, ask.no()),
                () -> scripts.over(script));
        script.question = question;
        Reply.Silence silence = ask.silence();
        if (silence == null) {
            questions.ask(question);
        } else {
            questions.insist(question, silence.after(), () -> branch.accept(script, silence.reply()));
        }
    }

    /** Ask whether an act may begin; a no ends the reply. */
    void confirm(Script script, Action action, Runnable yes) {
        Question.YesNo question = new Question.YesNo(
                gate.question(action),
                true,
                script.about,
                () -> {
                    script.confirmed.add(action);
                    script.turn = turns.current();
                    yes.run();
                },
                () -> {
                    speech.say(sentences.say("declined"));
                    scripts.over(script);
                },
                () -> scripts.over(script));
        script.question = question;
        questions.ask(question);
    }
}
