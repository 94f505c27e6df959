package dev.aizuchi.core;

import dev.aizuchi.skill.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remember what the skills would answer to a wish, as long as one turn lasts: it is looked at from many sides before
 * anything is done. Lives on the dialogue thread.
 */
final class Weighed {
    private final Map<Said, Optional<Reply>> replies = new HashMap<>();
    private Moment moment = new Moment(-1, "");

    /** What a skill is told of a wish. */
    private record Said(String intent, Map<String, String> slots, Map<String, String> words, String text) {}

    /** Until the next turn, or the next thing that the robot says, the answer is the same. */
    record Moment(long turn, String lastSaid) {}

    /** Give what was answered in this moment, or ask. */
    Optional<Reply> reply(Moment now, Wish wish, Supplier<Optional<Reply>> asked) {
        if (!now.equals(moment)) {
            replies.clear();
            moment = now;
        }
        return replies.computeIfAbsent(
                new Said(wish.intent(), wish.slots(), wish.words(), wish.text()), any -> asked.get());
    }
}
