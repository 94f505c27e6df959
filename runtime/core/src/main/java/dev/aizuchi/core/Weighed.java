package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec.Intent.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tell what would come of a wish, nothing of which is done. What its skill would answer is remembered as long as one
 * turn lasts: it is looked at from many sides before anything is done. Lives on the dialogue thread.
 */
final class Weighed {
    private final Fulfilment fulfilment;
    private final Skills skills;
    private final Turns turns;
    private final Speech speech;
    private final Map<Said, Optional<Reply>> replies = new HashMap<>();
    private Moment moment = new Moment(-1, "");

    /** What a skill is told of a wish. */
    private record Said(String intent, Map<String, String> slots, Map<String, String> words, String text) {}

    /** Until the next turn, or the next thing that the robot says, the answer is the same. */
    private record Moment(long turn, String lastSaid) {}

    Weighed(Fulfilment fulfilment, Skills skills, Turns turns, Speech speech) {
        this.fulfilment = fulfilment;
        this.skills = skills;
        this.turns = turns;
        this.speech = speech;
    }

    /** Give what its skill would answer a wish, nothing of which is done; empty when it fails. */
    Optional<Reply> reply(Wish wish) {
        Moment now = new Moment(turns.current(), speech.lastSaid());
        if (!now.equals(moment)) {
            replies.clear();
            moment = now;
        }
        return replies.computeIfAbsent(
                new Said(wish.intent(), wish.slots(), wish.words(), wish.text()),
                any -> skills.weighed(skills.answer(wish), fulfilment.turn(wish)));
    }

    /** Tell whether its skill names a thing, or a person, in answering a wish. */
    boolean speaksOf(Wish wish, String thing) {
        return steps(wish)
                .anyMatch(
                        step -> step instanceof Reply.Step.Say say && say.text().contains(thing));
    }

    /** Tell whether a wish takes back what was wished for before. */
    boolean takesBack(Wish wish) {
        return LastSaid.declines(wish.intent()) || skills.answer(wish).intent().role() == Role.TAKES_BACK;
    }

    /** Tell whether its skill would ask for a slot's value first. */
    boolean awaits(Wish wish, String slot) {
        return steps(wish)
                .anyMatch(step ->
                        step instanceof Reply.Step.Await await && await.slot().equals(slot));
    }

    /** Tell whether all that comes of a wish is a question for a value that it lacks. */
    boolean isOnlyAsked(Wish wish) {
        return steps(wish).allMatch(Reply.Step.Await.class::isInstance);
    }

    /** Tell whether no more comes of a wish than words, or a question for a value that it lacks. */
    boolean isAtMostAsked(Wish wish) {
        return !isMoreThanTalk(wish) || isOnlyAsked(wish);
    }

    /** Tell whether its skill would refuse a wish. */
    boolean isRefused(Wish wish) {
        return steps(wish).anyMatch(Reply.Step.Refuse.class::isInstance);
    }

    /** Tell whether nothing but small talk would come of a wish. */
    boolean isChat(Wish wish) {
        return steps(wish)
                .allMatch(step ->
                        step instanceof Reply.Step.Talk || (step instanceof Reply.Step.Say say && say.smallTalk()));
    }

    /** Tell whether more than words would come of a wish. */
    boolean isMoreThanTalk(Wish wish) {
        return steps(wish).anyMatch(step -> !(step instanceof Reply.Step.Say || step instanceof Reply.Step.Talk));
    }

    /** Give the acts that a wish would lead to; none when its skill fails, of which is told once it is carried out. */
    Stream<Action> acts(Wish wish) {
        return reply(wish).stream().flatMap(Reply::actions);
    }

    /** Give those of them that come before any question. */
    Stream<Action> actsAtOnce(Wish wish) {
        return steps(wish).filter(Reply.Step.Do.class::isInstance).map(step -> ((Reply.Step.Do) step).action());
    }

    /** Tell whether a wish would call help at once. */
    boolean isUrgent(Wish wish) {
        return acts(wish).anyMatch(Action::callsUrgently);
    }

    /** Tell whether a wish may as well be something else, and nobody is in need if it is. */
    boolean isUnsure(Wish wish) {
        return !wish.isSure() && !isUrgent(wish);
    }

    /** Tell whether somebody would be told something by a wish. */
    boolean tells(Wish wish) {
        return acts(wish).anyMatch(Action::isWordToPerson);
    }

    private Stream<Reply.Step> steps(Wish wish) {
        return reply(wish).stream().flatMap(reply -> reply.steps().stream());
    }
}
