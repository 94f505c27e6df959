package dev.aizuchi.core;

import dev.aizuchi.japanese.fence.FencedReply;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Ending;
import dev.aizuchi.language.Generation.Reason;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lead small talk by the language model, sentence by sentence through the fence; lives on the dialogue thread.
 *
 * <p>The model is read on another thread, which only hands tasks to the lanes. What it writes becomes speech and
 * nothing else: no way leads from here to the robot.
 */
final class Talk {
    /** A silence that is longer seems odd to who waits. */
    private static final Duration ODD = Duration.ofMillis(700);

    private final Chatter chatter;
    private final Executor reading;
    private final Lanes lanes;
    private final Turns turns;
    private final Speech speech;
    private final Sentences sentences;
    private @Nullable Round current;

    /** One answer on its way. */
    private static final class Round {
        final Generation generation;
        final String said;
        final String otherwise;
        final Runnable then;
        final StringBuilder spoken = new StringBuilder();

        Round(Generation generation, String said, String otherwise, Runnable then) {
            this.generation = generation;
            this.said = said;
            this.otherwise = otherwise;
            this.then = then;
        }
    }

    Talk(Chatter chatter, Executor reading, Lanes lanes, Turns turns, Speech speech, Sentences sentences) {
        this.chatter = chatter;
        this.reading = reading;
        this.lanes = lanes;
        this.turns = turns;
        this.speech = speech;
        this.sentences = sentences;
    }

    /** Answer what was said; the sentence {@code otherwise} is spoken when nothing of the answer may be. */
    void answer(Turn about, String otherwise, Runnable then) {
        drop();
        Round round = new Round(chatter.generate(about), about.text(), otherwise, then);
        current = round;
        FencedReply fenced = chatter.fence(about);
        lanes.after(ODD, () -> askToWait(round));
        lanes.after(chatter.patience(), () -> lateFor(round));
        reading.execute(() -> read(round, fenced));
    }

    /** Forget the answer that is being written: somebody speaks, or the robot was stopped. */
    void drop() {
        Round round = current;
        if (round != null) {
            current = null;
            round.generation.cancel();
            round.then.run();
        }
    }

    private void read(Round round, FencedReply fenced) {
        Generation generation = round.generation;
        for (var piece = generation.next(); piece.isPresent() && !fenced.isOver(); piece = generation.next()) {
            fenced.push(piece.get()).forEach(sentence -> speak(round, sentence));
        }
        generation.cancel();
        Ending ending = generation.ending();
        if (ending.reason() == Reason.COMPLETE && !fenced.isOver()) {
            fenced.end().forEach(sentence -> speak(round, sentence));
        }
        lanes.normal(() -> ended(round, ending));
    }

    private void speak(Round round, String sentence) {
        lanes.normal(() -> {
            if (round == current && !speech.mayChat(sentence)) {
                round.generation.cancel();
                finish(round);
            } else if (round == current) {
                round.spoken.append(sentence);
                speech.chat(sentence);
            }
        });
    }

    private void askToWait(Round round) {
        if (round == current && round.spoken.isEmpty()) {
            speech.askToWait(sentences.say("one-moment"));
        }
    }

    /** A person waits no longer than this for the first words. */
    private void lateFor(Round round) {
        if (round == current && round.spoken.isEmpty()) {
            round.generation.cancel();
            finish(round);
        }
    }

    private void ended(Round round, Ending ending) {
        if (ending.reason() == Reason.FAILED) {
            turns.fault("generator", ending.message());
        }
        if (round == current) {
            finish(round);
        }
    }

    private void finish(Round round) {
        current = null;
        if (round.spoken.isEmpty()) {
            speech.chat(round.otherwise);
        } else {
            chatter.remember(round.said, round.spoken.toString());
        }
        round.then.run();
    }
}
