package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Remember what a conversation is about: the last things that were wished for, until they are over. Lives on the
 * dialogue thread.
 */
final class Topic {
    /** After so long without a word nobody means by 「それ」 what was spoken of. */
    private static final Duration OVER = Duration.ofMinutes(8);

    private static final int MOST = 6;

    private final InstantSource clock;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private Instant lastWord = Instant.MIN;

    Topic(InstantSource clock) {
        this.clock = clock;
    }

    /** Take note that somebody speaks with the robot. */
    void spoken() {
        forgetWhatIsOver();
        lastWord = clock.instant();
    }

    /** Take note of a wish with its slots filled. */
    void wished(Wish wish) {
        wishes.addFirst(wish);
        if (wishes.size() > MOST) {
            wishes.removeLast();
        }
    }

    /** Take note that the robot itself came back to what was wished for. */
    void cameUp(Turn about) {
        spoken();
        wished(Wish.of(about));
    }

    /** Give what was wished for, the newest first. */
    List<Wish> recent() {
        forgetWhatIsOver();
        return List.copyOf(wishes);
    }

    private void forgetWhatIsOver() {
        if (!wishes.isEmpty() && clock.instant().isAfter(lastWord.plus(OVER))) {
            wishes.clear();
        }
    }
}
