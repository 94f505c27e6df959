package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.grammar.Verb;
import java.util.List;

/**
 * Hold what is to be said, before it is decided how politely.
 *
 * @param predicate what is done, or what is
 * @param arguments what stands before the predicate, in order
 * @param actor whose act it is
 * @param act what the sentence does
 * @param towardsListener whether the act of one's own side reaches the listener (carrying for them, asking them)
 * @param negative whether it is denied; of a request, whether it forbids
 * @param past whether it has been
 */
public record Meaning(
        Said predicate,
        List<Argument> arguments,
        Actor actor,
        Act act,
        boolean towardsListener,
        boolean negative,
        boolean past) {

    /** What the sentence says of its subject. */
    public sealed interface Said permits Doing, Being, Having {}

    /** An act. */
    public record Doing(Verb verb) implements Said {}

    /** A noun or 形容動詞, without だ: 雨, 静か. */
    public record Being(String noun) implements Said {}

    /** An adjective in 〜い. */
    public record Having(String adjective) implements Said {
        public Having {
            if (!adjective.endsWith("い")) {
                throw new IllegalArgumentException(adjective + " is no adjective in 〜い; use Being");
            }
        }
    }

    /**
     * A noun with its particle.
     *
     * @param noun without お and ご; they are added by rule
     * @param particle を, に, は
     */
    public record Argument(String noun, String particle) {}

    /** Whose act it is. */
    public enum Actor {
        SPEAKER,
        /** Colleagues, family: lowered like oneself. */
        OWN_SIDE,
        LISTENER,
        /** A third person who is respected: the listener's family, another guest. */
        RESPECTED,
        /** Anybody or anything else. */
        OTHER
    }

    /** What the sentence does. */
    public enum Act {
        STATE,
        ASK,
        /** Shall I? */
        OFFER,
        /** Will you, with me? */
        INVITE,
        REQUEST,
        /** May I? */
        PERMISSION
    }

    public Meaning {
        arguments = List.copyOf(arguments);
    }

    /** Give a statement about an act, to be varied. */
    public static Meaning doing(Verb verb, Actor actor) {
        return new Meaning(new Doing(verb), List.of(), actor, Act.STATE, false, false, false);
    }

    public Meaning with(Argument... more) {
        return new Meaning(predicate, List.of(more), actor, act, towardsListener, negative, past);
    }

    public Meaning as(Act other) {
        return new Meaning(predicate, arguments, actor, other, towardsListener, negative, past);
    }

    public Meaning towards() {
        return new Meaning(predicate, arguments, actor, act, true, negative, past);
    }

    public Meaning negated() {
        return new Meaning(predicate, arguments, actor, act, towardsListener, true, past);
    }

    public Meaning done() {
        return new Meaning(predicate, arguments, actor, act, towardsListener, negative, true);
    }
}
