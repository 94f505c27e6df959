package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Find out what a person wishes and have a skill answer it; lives on the dialogue thread. */
final class Wishes {
    private final Skills skills;
    private final Site site;
    private final Dialogue.Language language;
    private final SlotFilling filling;
    private final Lanes lanes;
    private final Turns turns;
    private final Speech speech;
    private final Questions questions;
    private final Replies replies;
    private final Sentences sentences;

    /** What was understood; before its slots are filled, what stood in the phrase's holes. */
    private record Wish(
            String intent,
            Map<String, String> slots,
            Map<String, String> words,
            double score,
            Duration took,
            String text) {
        Wish with(Map<String, String> others, Map<String, String> said) {
            return new Wish(intent, others, said, score, took, text);
        }
    }

    Wishes(
            Skills skills,
            Site site,
            Dialogue.Language language,
            SlotFilling filling,
            Lanes lanes,
            Turns turns,
            Speech speech,
            Questions questions,
            Replies replies,
            Sentences sentences) {
        this.skills = skills;
        this.site = site;
        this.language = language;
        this.filling = filling;
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
            fill(wish.get());
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
            fill(wish.get());
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
                .map(match -> new Wish(match.intent(), match.slots(), Map.of(), match.score(), took, text));
    }

    private void fill(Question.Slot asked, String text, Duration took) {
        if (language.cues().answer(text).equals(Optional.of(false))) {
            questions.close();
            speech.say(sentences.say("declined"));
            return;
        }
        Slot<?> slot = slot(asked);
        Optional<Found> found = answer(slot, asked.about().words().getOrDefault(asked.slot(), ""), text);
        if (found.isPresent()) {
            questions.close();
            Map<String, String> slots = new HashMap<>(asked.about().slots());
            Map<String, String> words = new HashMap<>(asked.about().words());
            slots.put(asked.slot(), found.get().values().get(0));
            words.put(asked.slot(), text);
            understood(new Wish(asked.about().intent(), slots, words, 1, took, text));
        } else if (slot.kind() instanceof Slot.Kind.Here) {
            questions.close();
            turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, took));
            speech.say(sentences.say("unknown-place"));
        } else {
            notUnderstood(took);
        }
    }

    private Slot<?> slot(Question.Slot asked) {
        Optional<Slot<?>> declared = skills.find(asked.about().intent()).stream()
                .flatMap(answer -> answer.intent().slots().stream())
                .filter(slot -> slot.name().equals(asked.slot()))
                .findFirst();
        boolean place = asked.slot().equals(PlaceSlots.PLACE);
        return declared.orElseGet(() -> place ? Slot.place(PlaceSlots.PLACE) : Slot.text(asked.slot()));
    }

    /**
     * Read the answer for a slot.
     *
     * @param before what was said of it already: 「午後です」 settles 8時
     */
    private Optional<Found> answer(Slot<?> slot, String before, String text) {
        Found asSaid = new Found(new Span(0, text.length()), text);
        if (slot.kind() instanceof Slot.Kind.Words) {
            return Optional.of(asSaid);
        }
        Optional<Found> found = filling.answer(slot, text, now());
        if (found.isEmpty() && !before.isEmpty()) {
            found = filling.answer(slot, text + "、" + before, now());
        }
        return found.isEmpty() && slot.kind() instanceof Slot.Kind.Person ? Optional.of(asSaid) : found;
    }

    /**
     * Fill the slots of a wish; a place that the site does not have is asked for, and which half of the day is meant.
     */
    private void fill(Wish wish) {
        SlotFilling.Filled filled = filling.fill(
                answer(wish).intent(), wish.slots, language.places().written(wish.text), now());
        Wish whole = wish.with(filled.slots(), filled.words());
        SlotFilling.Open open = filled.open().orElse(null);
        if (open == null) {
            understood(whole);
        } else if (open.values().isEmpty() && !language.cues().asks(wish.text)) {
            notUnderstood(wish.took);
        } else {
            turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, wish.took));
            questions.ask(new Question.Slot(question(open), open.slot(), turn(whole)));
        }
    }

    private String question(SlotFilling.Open open) {
        return open.values().isEmpty()
                ? sentences.say("which-place", Map.of(PlaceSlots.PLACE, open.said()))
                : sentences.say("which-half", Map.of("time", open.said()));
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

    private Skills.Answer answer(Wish wish) {
        return skills.find(wish.intent).orElseThrow();
    }

    private Turn turn(Wish wish) {
        return new Turn(wish.text, wish.intent, wish.slots, wish.words, site.speaker(), speech.lastSaid(), now());
    }

    private ZonedDateTime now() {
        return lanes.clock().instant().atZone(site.zone());
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, lanes.clock().instant());
    }
}
