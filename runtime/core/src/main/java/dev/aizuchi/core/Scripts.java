package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hold the replies on their way, and begin what waits for them: for the robot to be still, to be free, or for nothing
 * more to be done before a question is asked again. Lives on the dialogue thread.
 */
final class Scripts {
    private final SafetyGate gate;
    private final Actuation actuation;
    private final Questions questions;
    private final Sentences sentences;
    private final Lanes lanes;
    private final List<Script> scripts = new ArrayList<>();
    /** What waits for the robot to end its motion. */
    private final List<Runnable> onceStill = new ArrayList<>();

    private Runnable onceFree = () -> {};
    /** Whether the question that was put aside is to be asked once more when nothing is done any more but motion. */
    private boolean returning;

    Scripts(SafetyGate gate, Actuation actuation, Questions questions, Sentences sentences, Lanes lanes) {
        this.gate = gate;
        this.actuation = actuation;
        this.questions = questions;
        this.sentences = sentences;
        this.lanes = lanes;
    }

    void add(Script script) {
        scripts.add(script);
    }

    boolean has(Script script) {
        return scripts.contains(script);
    }

    /** Give them as they are now, in order. */
    List<Script> all() {
        return List.copyOf(scripts);
    }

    /** Forget a reply; whatever waits for its motion may begin. */
    void over(Script script) {
        scripts.remove(script);
        goOnIfStill();
    }

    /**
     * Forget every reply that moves, now or later; what only calls or tells goes on. Gives what this cuts off, if any.
     */
    Optional<CutOff.Motion> dropMotion() {
        Optional<CutOff.Motion> cutOff = scripts.stream()
                .filter(script -> script.moves && !actuation.isIdle())
                .reduce((first, second) -> second)
                .map(script -> new CutOff.Motion(script.answer, script.rest(), script.about));
        scripts.removeIf(script -> script.moves);
        return cutOff;
    }

    /** Give the turn whose motion is under way. */
    Optional<Turn> moving() {
        return scripts.stream()
                .filter(script -> script.moves)
                .map(script -> script.about)
                .findFirst();
    }

    /** Give the turns of which something is under way, in order. */
    Stream<Turn> abouts() {
        return scripts.stream().map(script -> script.about);
    }

    /** Tell whether a reply moves the robot, or one that was given up still does. */
    boolean isMoving() {
        return actuation.isMoving() || moving().isPresent();
    }

    boolean isIdle() {
        return scripts.isEmpty() && actuation.isIdle();
    }

    boolean awaitsAnswer(Script script) {
        return script.question != null
                && questions.open().filter(script.question::equals).isPresent();
    }

    /** Run something once the robot has ended its motion. */
    void onceStill(Runnable then) {
        onceStill.add(then);
    }

    /** Run something whenever the robot has become free to move; it may be busy again by then. */
    void onceFree(Runnable then) {
        onceFree = then;
    }

    /** Return to the question that was put aside, behind what is still being done and said. */
    void returnToQuestion() {
        returning = scripts.stream().anyMatch(script -> !awaitsAnswer(script) && !isInMotion(script));
        if (!returning) {
            questions.takeUp(sentences.say("return"));
        }
    }

    private boolean isInMotion(Script script) {
        return script.current != null && gate.moves(script.current);
    }

    /** Begin what waits, where nothing keeps it any more. */
    void goOnIfStill() {
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
}
