package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import java.util.List;

/**
 * Say how it stands with an earlier wish, by what the robot has reported: it is under way, somebody was told, help
 * comes all the same. Lives on the dialogue thread.
 */
final class Standing {
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Deeds deeds;
    private final MotionQueue queue;
    private final Speech speech;
    private final Sentences sentences;

    Standing(
            Fulfilment fulfilment,
            Weighed weighed,
            Deeds deeds,
            MotionQueue queue,
            Speech speech,
            Sentences sentences) {
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.deeds = deeds;
        this.queue = queue;
        this.speech = speech;
        this.sentences = sentences;
    }

    /** Say that it is under way where the very same is; else carry it out. */
    void fillOnce(Wish wish) {
        boolean again = queue.live().anyMatch(turn -> turn.intent().equals(wish.intent()))
                && queue.holds(fulfilment.turn(fulfilment.filled(wish)));
        if (again) {
            isUnderWay(fulfilment.filled(wish));
        } else {
            fulfilment.fill(wish, false);
        }
    }

    /** Say that what a person speaks of is under way. */
    void isUnderWay(Wish wish) {
        say("under-way", wish);
    }

    /** Say how it stands with what a person waits for; what nobody was told of is begun anew. */
    void isAwaited(Wish wish) {
        if (queue.live().anyMatch(turn -> turn.intent().equals(wish.intent()))) {
            isUnderWay(wish);
        } else if (deeds.done(wish).findAny().isPresent()) {
            say("passed-on", wish);
        } else {
            fulfilment.understood(wish, false);
        }
    }

    /** Say that what was called for urgently is not called off; where the call did not go out, it is made anew. */
    void stays(String text, Wish wish) {
        List<Action> calls =
                weighed.actsAtOnce(wish).filter(Action::callsUrgently).toList();
        if (deeds.done(wish).anyMatch(Action::callsUrgently)) {
            fulfilment.stays(text, "withdrawal.urgent");
        } else if (deeds.underWay(wish).anyMatch(Action::callsUrgently)) {
            fulfilment.stays(text, "withdrawal.urgent.calling");
        } else if (calls.isEmpty()) {
            fulfilment.withdrawn(text);
        } else {
            Reply anew = Reply.nothing();
            for (Action call : calls) {
                anew = anew.then(call);
            }
            fulfilment.begin(wish, anew.thenSay(sentences.say("withdrawal.urgent")));
        }
    }

    private void say(String sentence, Wish about) {
        fulfilment.tellUnderstood(about);
        speech.say(sentences.say(sentence));
    }
}
