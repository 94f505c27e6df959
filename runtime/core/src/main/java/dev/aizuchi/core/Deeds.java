package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Remember what the robot was ordered for the last wishes, and what of it was reported done: only of that may be said
 * that somebody was told, or that it is too late. Lives on the dialogue thread.
 */
final class Deeds {
    private static final int MOST = 20;

    private final Deque<Deed> deeds = new ArrayDeque<>();

    private record Deed(Turn about, Action action, boolean done) {}

    void begun(Turn about, Action action) {
        add(new Deed(about, action, false));
    }

    void ended(Turn about, Action action, boolean done) {
        deeds.removeFirstOccurrence(new Deed(about, action, false));
        if (done) {
            add(new Deed(about, action, true));
        }
    }

    private void add(Deed deed) {
        deeds.addFirst(deed);
        if (deeds.size() > MOST) {
            deeds.removeLast();
        }
    }

    /** Give what was reported done for a wish. */
    Stream<Action> done(Wish wish) {
        return of(wish, true);
    }

    /** Give what was begun for a wish and has not ended. */
    Stream<Action> underWay(Wish wish) {
        return of(wish, false);
    }

    private Stream<Action> of(Wish wish, boolean done) {
        return deeds.stream()
                .filter(deed -> deed.done == done && wish.isSaidBy(deed.about))
                .map(Deed::action);
    }
}
