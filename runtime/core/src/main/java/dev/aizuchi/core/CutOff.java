package dev.aizuchi.core;

import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remember the motion that a stop cut off, and go on with it once the stop is released. Lives on the dialogue thread.
 */
final class CutOff {
    /** What was begun longer ago is not offered again. */
    private static final Duration STALE = Duration.ofMinutes(5);

    private final Replies replies;
    private final Questions questions;
    private final Speech speech;
    private final Sentences sentences;
    private final Lanes lanes;
    private @Nullable Motion motion;

    /**
     * Name what was cut off.
     *
     * @param rest from the act that was under way: who was led half the way is not asked once more whether to lead
     */
    record Motion(Skills.Answer answer, Reply rest, Turn about) {}

    CutOff(Replies replies, Questions questions, Speech speech, Sentences sentences, Lanes lanes) {
        this.replies = replies;
        this.questions = questions;
        this.speech = speech;
        this.sentences = sentences;
        this.lanes = lanes;
    }

    /** Take note of what a stop cut off. */
    void is(Motion one) {
        motion = one;
    }

    /** Go on with it; tells whether there was something lately. */
    boolean goesOn() {
        Optional<Motion> one = taken();
        one.ifPresent(this::goOn);
        return one.isPresent();
    }

    /** Ask whether to go on with it; tells whether there was something lately. */
    boolean offersToGoOn() {
        Optional<Motion> one = taken();
        one.ifPresent(cut -> questions.ask(new Question.YesNo(
                sentences.say("resumed.go-on"),
                false,
                cut.about,
                () -> goOn(cut),
                () -> speech.say(sentences.say("declined")),
                () -> {})));
        return one.isPresent();
    }

    private void goOn(Motion cut) {
        speech.say(sentences.say("resumed.goes-on"));
        replies.begin(cut.answer, cut.rest, cut.about, false);
    }

    private Optional<Motion> taken() {
        Motion one = motion;
        motion = null;
        return Optional.ofNullable(one)
                .filter(cut -> !lanes.clock()
                        .instant()
                        .isAfter(cut.about.now().toInstant().plus(STALE)));
    }
}
