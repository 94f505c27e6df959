package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fill the slots of a wish, have its skill answer, and see the answer begun; lives on the dialogue thread. */
final class Fulfilment {
    private static final SkillSpec DIALOGUE = SkillSpec.named("dialogue")
            .needs(Action.Notify.class)
            .on(LastSaid.CANCEL_OFFER, List.of("それはもういいです"), turn -> Reply.nothing());
    /** The engine's own skill for who takes something back: it may send word, and nothing else. */
    static final Skills.Answer WITHDRAWAL =
            new Skills.Answer(DIALOGUE, DIALOGUE.intents().get(0));

    private final Skills skills;
    private final Site site;
    private final Cues cues;
    private final SlotFilling filling;
    private final Referents referents;
    private final Topic topic;
    private final Lanes lanes;
    private final Turns turns;
    private final Speech speech;
    private final Questions questions;
    private final Replies replies;
    private final MotionQueue queue;
    private final Sentences sentences;
    private final Weighed weighed = new Weighed();

    Fulfilment(
            Skills skills,
            Site site,
            Cues cues,
            SlotFilling filling,
            Referents referents,
            Topic topic,
            Lanes lanes,
            Turns turns,
            Speech speech,
            Questions questions,
            Replies replies,
            MotionQueue queue,
            Sentences sentences) {
        this.skills = skills;
        this.site = site;
        this.cues = cues;
        this.filling = filling;
        this.referents = referents;
        this.topic = topic;
        this.lanes = lanes;
        this.turns = turns;
        this.speech = speech;
        this.questions = questions;
        this.replies = replies;
        this.queue = queue;
        this.sentences = sentences;
    }

    /**
     * Fill the slots of a wish and answer it; a place that the site does not have is asked for, and which half of the
     * day is meant.
     *
     * @param agreed whether the person has said yes to it already
     */
    void fill(Wish wish, boolean agreed) {
        fill(wish, Wish.implied(wish.intent(), Duration.ZERO, ""), agreed);
    }

    /** Say that it is under way where the very same is; else do as {@link #fill(Wish, boolean)}. */
    void fillOnce(Wish wish) {
        boolean again =
                queue.live().anyMatch(turn -> turn.intent().equals(wish.intent())) && queue.holds(turn(filled(wish)));
        if (again) {
            underWay(filled(wish));
        } else {
            fill(wish, false);
        }
    }

    /** Say that what a person speaks of is under way. */
    void underWay(Wish wish) {
        say("under-way", wish);
    }

    /**
     * Say how it stands with what a person waits for.
     *
     * @param isLive whether the robot is at it
     */
    void staysAway(Wish wish, boolean isLive) {
        say(isLive ? "under-way" : "passed-on", wish);
    }

    /** Say that what was called for is not called off. */
    void stays(Wish wish) {
        say("withdrawal.urgent", wish);
    }

    private void say(String sentence, Wish about) {
        tellUnderstood(about);
        speech.say(sentences.say(sentence));
    }

    /** Tell whether a wish says nothing that an earlier one did not. */
    boolean isSame(Wish wish, Wish earlier) {
        return wish.intent().equals(earlier.intent())
                && earlier.slots().entrySet().containsAll(filled(wish).slots().entrySet());
    }

    /** Tell whether a text names a value of what is wished for. */
    boolean takesValue(Wish wish, String text) {
        return !values(Wish.implied(wish.intent(), Duration.ZERO, text)).words().isEmpty();
    }

    /** Give a wish with what was said for its slots. */
    Wish filled(Wish wish) {
        SlotFilling.Filled filled = values(wish);
        return wish.with(filled.slots(), filled.words());
    }

    private SlotFilling.Filled values(Wish wish) {
        SkillSpec.Intent intent = skills.answer(wish).intent();
        Map<String, String> holes = referents.named(wish, intent).slots();
        String text = referents.spelled(wish.text()).orElse(wish.text());
        return filling.fill(intent, holes, filling.places().written(text), now());
    }

    /** Tell whether a sentence asks for an act, or only names it, and is no question. */
    boolean orders(String text) {
        return cues.asks(text);
    }

    /** Tell whether a sentence asks for something or wants to know something, and does not only tell it. */
    boolean requests(String text) {
        return cues.requests(text);
    }

    /** Answer a wish that adds to one of which a value was asked for. */
    void goOnFrom(Turn asked, Wish wish) {
        fill(wish, Wish.of(asked), false);
    }

    private void fill(Wish wish, Wish earlier, boolean agreed) {
        SlotFilling.Filled filled = values(wish);
        settle(wish.with(filled.slots(), filled.words()).onTopOf(earlier), earlier, filled.open(), agreed);
    }

    /**
     * Answer a wish that goes on from an earlier one; what is not clear is asked for.
     *
     * @param open the first slot whose value could not be settled
     */
    void goOn(Wish wish, Wish earlier, Optional<SlotFilling.Open> open) {
        settle(wish, earlier, open, false);
    }

    private void settle(Wish filled, Wish earlier, Optional<SlotFilling.Open> unclear, boolean agreed) {
        Wish whole = referents.resolved(filled, skills.answer(filled).intent());
        SlotFilling.Open open =
                unclear.filter(one -> inSameHalf(one, earlier).isEmpty()).orElse(null);
        Map<String, String> settled = new HashMap<>(whole.slots());
        unclear.ifPresent(one -> inSameHalf(one, earlier).ifPresent(value -> settled.put(one.slot(), value)));
        if (open == null) {
            understood(whole.with(settled, whole.words()), agreed);
        } else if (open.values().isEmpty() && !cues.asks(whole.text())) {
            tellNotUnderstood(whole.took());
            speech.say(sentences.say("not-understood"));
        } else {
            tellNotUnderstood(whole.took());
            questions.ask(new Question.Slot(question(open), open.slot(), turn(whole)));
        }
    }

    /** A time that puts another one right is in the same half of the day. */
    private static Optional<String> inSameHalf(SlotFilling.Open open, Wish earlier) {
        String before = earlier.slots().getOrDefault(open.slot(), "");
        return open.values().stream()
                .filter(value -> !before.isEmpty() && Times.areInSameHalf(value, before))
                .findFirst();
    }

    private String question(SlotFilling.Open open) {
        return open.values().isEmpty()
                ? sentences.say("which-place", Map.of(PlaceSlots.PLACE, open.said()))
                : sentences.say("which-half", Map.of("time", open.said()));
    }

    /**
     * Answer a wish whose slots are filled.
     *
     * @param agreed whether the person has said yes to it already
     */
    void understood(Wish wish, boolean agreed) {
        Skills.Answer answer = skills.answer(wish);
        tell(wish, answer);
        topic.wished(wish);
        Turn about = turn(wish);
        Reply reply = skills.reply(answer, about).orElseGet(() -> Reply.say(sentences.say("fault")));
        queue.begin(answer, reply, about, agreed);
    }

    /** Begin an answer that no skill gave. */
    void begin(Wish wish, Skills.Answer answer, Reply reply) {
        tell(wish, answer);
        replies.begin(answer, reply, turn(wish), false);
    }

    /** Give what a person wishes who takes something back. */
    Wish withdrawal(String text) {
        return Wish.implied(LastSaid.CANCEL_OFFER, Duration.ZERO, text);
    }

    /** Tell that a person took back what is not begun or not yet done. */
    void withdrawn(String text) {
        tell(withdrawal(text), WITHDRAWAL);
        speech.say(sentences.say("declined"));
    }

    /** Give what its skill would answer a wish, nothing of which is done; empty when it fails. */
    Optional<Reply> weighed(Wish wish) {
        Weighed.Moment now = new Weighed.Moment(turns.current(), speech.lastSaid());
        return weighed.reply(now, wish, () -> skills.weighed(skills.answer(wish), turn(wish)));
    }

    /** Tell whether its skill would ask for a slot's value first. */
    boolean awaits(Wish wish, String slot) {
        return weighed(wish).stream()
                .flatMap(reply -> reply.steps().stream())
                .anyMatch(step ->
                        step instanceof Reply.Step.Await await && await.slot().equals(slot));
    }

    /** Tell whether its skill would refuse a wish. */
    boolean isRefused(Wish wish) {
        return weighed(wish).stream()
                .flatMap(reply -> reply.steps().stream())
                .anyMatch(Reply.Step.Refuse.class::isInstance);
    }

    /** Tell whether nothing but small talk would come of a wish. */
    boolean isChat(Wish wish) {
        return weighed(wish).stream()
                .flatMap(reply -> reply.steps().stream())
                .allMatch(step ->
                        step instanceof Reply.Step.Talk || (step instanceof Reply.Step.Say say && say.smallTalk()));
    }

    /** Tell whether more than words would come of a wish. */
    boolean isMoreThanTalk(Wish wish) {
        return weighed(wish).stream()
                .flatMap(reply -> reply.steps().stream())
                .anyMatch(step -> !(step instanceof Reply.Step.Say || step instanceof Reply.Step.Talk));
    }

    /** Give the acts that a wish would lead to; none when its skill fails, of which is told once it is carried out. */
    Stream<Action> acts(Wish wish) {
        return weighed(wish).stream().flatMap(Reply::actions);
    }

    /** Tell whether a wish would call help at once. */
    boolean isUrgent(Wish wish) {
        return acts(wish).anyMatch(Action::callsUrgently);
    }

    /** Tell whether a wish may as well be something else, and nobody is in need if it is. */
    boolean isUnsure(Wish wish) {
        return !wish.isSure() && !isUrgent(wish);
    }

    private void tell(Wish wish, Skills.Answer answer) {
        String skill = answer.skill().name();
        turns.emit((turn, at) ->
                new DialogueEvent.Understood(turn, at, skill, wish.intent(), wish.slots(), wish.score(), wish.took()));
    }

    /** Tell what may have been meant and is asked for. */
    void tellUnderstood(Wish wish) {
        tell(wish, skills.answer(wish));
    }

    void tellNotUnderstood(Duration took) {
        turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, took));
    }

    /** Give the turn on which a skill answers a wish. */
    Turn turn(Wish wish) {
        return new Turn(
                wish.text(),
                wish.intent(),
                wish.slots(),
                wish.words(),
                site.speaker(),
                speech.lastSaid(),
                now(),
                sentences.language().current(),
                filling.places().names());
    }

    /** Give the time at the site. */
    ZonedDateTime now() {
        return lanes.clock().instant().atZone(site.zone());
    }

    Duration since(ZonedDateTime begun) {
        return Duration.between(begun, now());
    }
}
