package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Find out what a person wishes and have a skill answer it; lives on the dialogue thread. */
final class Wishes {
    private final Skills skills;
    private final Site site;
    private final Dialogue.Language language;
    private final Lanes lanes;
    private final Turns turns;
    private final Speech speech;
    private final Questions questions;
    private final Replies replies;
    private final Sentences sentences;

    /** What was understood, before its place is checked. */
    private record Wish(String intent, Map<String, String> slots, double score, Duration took, String text) {
        Wish with(Map<String, String> others) {
            return new Wish(intent, others, score, took, text);
        }
    }

    Wishes(
            Skills skills,
            Site site,
            Dialogue.Language language,
            Lanes lanes,
            Turns turns,
            Speech speech,
            Questions questions,
            Replies replies,
            Sentences sentences) {
        this.skills = skills;
        this.site = site;
        this.language = language;
        this.lanes = lanes;
        this.turns = turns;
        this.speech = speech;
        this.questions = questions;
        this.replies = replies;
        this.sentences = sentences;
    }

    /** Answer what was said to the robot. */
    void heard(String text) {
        Instant begun = lanes.clock().instant();
        Optional<Wish> wish = wish(text);
        if (wish.isPresent()) {
            questions.drop();
            place(wish.get(), true);
        } else if (questions.open().orElse(null) instanceof Question.Slot slot) {
            fill(slot, text, since(begun));
        } else if (!impliesAnswer(text)) {
            notUnderstood(since(begun));
        }
    }

    private boolean impliesAnswer(String text) {
        if (questions.open().orElse(null) instanceof Question.YesNo question) {
            Optional<Boolean> agreed = language.consent().implied(question, text);
            agreed.ifPresent(answer -> {
                questions.close();
                question.answer(answer);
            });
            return agreed.isPresent();
        }
        return false;
    }

    /**
     * Do what somebody else was asked, where a skill can: 「看護師さん、トイレ」. What is mere talk stays between them.
     *
     * @param rest the text without the call
     */
    void heardForOther(String rest) {
        Instant begun = lanes.clock().instant();
        Optional<Wish> wish = wish(rest).filter(this::leadsToAnAct);
        if (wish.isPresent()) {
            questions.drop();
            place(wish.get(), true);
        } else {
            Duration took = since(begun);
            turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, took));
        }
    }

    private Optional<Wish> wish(String text) {
        Instant begun = lanes.clock().instant();
        List<Match> matches = language.interpreter().interpret(language.places().written(text));
        Duration took = since(begun);
        return matches.stream()
                .filter(match -> skills.find(match.intent()).isPresent())
                .findFirst()
                .map(match -> new Wish(match.intent(), match.slots(), match.score(), took, text));
    }

    private void fill(Question.Slot slot, String text, Duration took) {
        questions.close();
        if (language.cues().answer(text).equals(Optional.of(false))) {
            speech.say(sentences.say("declined"));
            return;
        }
        Map<String, String> slots = new HashMap<>(slot.about().slots());
        slots.put(slot.slot(), text);
        place(new Wish(slot.about().intent(), slots, 1, took, text), false);
    }

    /** Check the place of a wish: one that the site does not have is asked for, but only once. */
    private void place(Wish wish, boolean mayAsk) {
        PlaceSlots.Named named = language.places().name(wish.slots, phrases(wish), wish.text);
        if (named.unknown().isEmpty()) {
            understood(wish.with(named.slots()));
        } else if (!language.cues().asks(wish.text)) {
            notUnderstood(wish.took);
        } else {
            turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, wish.took));
            Map<String, String> said = Map.of(PlaceSlots.PLACE, named.unknown().get());
            if (mayAsk) {
                questions.ask(new Question.Slot(sentences.say("which-place", said), PlaceSlots.PLACE, turn(wish)));
            } else {
                speech.say(sentences.say("unknown-place", said));
            }
        }
    }

    private void understood(Wish wish) {
        Skills.Answer answer = answer(wish);
        String skill = answer.skill().name();
        turns.emit((turn, at) ->
                new DialogueEvent.Understood(turn, at, skill, wish.intent, wish.slots, wish.score, wish.took));
        Turn asked = turn(wish);
        Reply reply;
        try {
            reply = answer.to(asked);
        } catch (RuntimeException e) {
            // Only the class: the message may quote the person.
            turns.fault(
                    "skill " + skill,
                    "intent " + wish.intent + " failed with " + e.getClass().getName());
            reply = Reply.say(sentences.say("fault"));
        }
        replies.begin(answer, reply, asked);
    }

    private void notUnderstood(Duration took) {
        turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, took));
        if (!questions.repeatOnce()) {
            speech.say(sentences.say("not-understood"));
        }
    }

    private boolean leadsToAnAct(Wish wish) {
        try {
            return answer(wish).to(turn(wish)).actions().findAny().isPresent();
        } catch (RuntimeException e) {
            // Told as a fault once the wish is carried out.
            return true;
        }
    }

    private List<String> phrases(Wish wish) {
        return answer(wish).intent().phrases();
    }

    private Skills.Answer answer(Wish wish) {
        return skills.find(wish.intent).orElseThrow();
    }

    private Turn turn(Wish wish) {
        return new Turn(
                wish.text,
                wish.intent,
                wish.slots,
                site.speaker(),
                speech.lastSaid(),
                lanes.clock().instant().atZone(site.zone()));
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, lanes.clock().instant());
    }
}
