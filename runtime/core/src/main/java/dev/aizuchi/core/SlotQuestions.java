package dev.aizuchi.core;

import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Take the answer to the question for a slot's value; lives on the dialogue thread. */
final class SlotQuestions {
    private final Skills skills;
    private final Dialogue.Language language;
    private final SlotFilling filling;
    private final Content content;
    private final Fulfilment fulfilment;
    private final Questions questions;
    private final Speech speech;
    private final Sentences sentences;

    SlotQuestions(
            Skills skills,
            Dialogue.Language language,
            SlotFilling filling,
            Content content,
            Fulfilment fulfilment,
            Questions questions,
            Speech speech,
            Sentences sentences) {
        this.skills = skills;
        this.language = language;
        this.filling = filling;
        this.content = content;
        this.fulfilment = fulfilment;
        this.questions = questions;
        this.speech = speech;
        this.sentences = sentences;
    }

    /** Take an answer; tells whether it was one. */
    boolean answered(Question.Slot asked, String text, Duration took, ZonedDateTime now) {
        if (language.cues().answer(text).equals(Optional.of(false))) {
            questions.close();
            speech.say(sentences.say("declined"));
            return true;
        }
        String before = asked.about().words().getOrDefault(asked.slot(), "");
        Optional<Found> found = answer(slot(asked), before, text, now);
        found.ifPresent(value -> {
            questions.close();
            Map<String, String> slots = new HashMap<>();
            Map<String, String> words = new HashMap<>();
            besides(asked, text, value, slots, words, now);
            slots.putAll(asked.about().slots());
            words.putAll(asked.about().words());
            words.put(asked.slot(), text);
            Wish wish = new Wish(asked.about().intent(), slots, words, 1, took, text);
            if (value.isClear()) {
                slots.put(asked.slot(), value.values().get(0));
                fulfilment.understood(wish.with(slots, words), false);
            } else {
                // The answer may have been read together with what was said before.
                String meant = filling.meant(text);
                String said =
                        value.span().end() <= meant.length() ? value.span().of(meant) : before;
                fulfilment.goOn(wish, wish, Optional.of(new SlotFilling.Open(asked.slot(), said, value.values())));
            }
        });
        return found.isPresent();
    }

    /** 「総務の佐藤さんです」 tells the department too. */
    private void besides(
            Question.Slot asked,
            String text,
            Found value,
            Map<String, String> slots,
            Map<String, String> words,
            ZonedDateTime now) {
        skills.find(asked.about().intent()).ifPresent(answer -> {
            SlotFilling.Filled filled =
                    filling.fill(answer.intent(), Map.of(), filling.places().written(text), now);
            filled.slots().forEach((name, other) -> {
                if (!value.values().contains(other)) {
                    slots.put(name, other);
                    words.put(name, filled.words().getOrDefault(name, ""));
                }
            });
            answer.intent().slots().stream()
                    .filter(slot -> slot.kind() instanceof Slot.Kind.Amount && isOpen(asked, slot, slots))
                    .forEach(slot -> filling.answer(slot, text, now)
                            .filter(other -> other.isClear() && !other.span().overlaps(value.span()))
                            .ifPresent(other -> {
                                slots.put(slot.name(), other.values().get(0));
                                words.put(slot.name(), other.span().of(filling.meant(text)));
                            }));
        });
    }

    private static boolean isOpen(Question.Slot asked, Slot<?> slot, Map<String, String> slots) {
        return !slot.name().equals(asked.slot())
                && !slots.containsKey(slot.name())
                && !asked.about().slots().containsKey(slot.name());
    }

    /** Tell whether something else of what is asked about is said: 「30分後」 where a time was asked for. */
    Optional<Wish> saysElse(Question.Slot asked, String text, ZonedDateTime now) {
        return skills.find(asked.about().intent())
                .map(answer ->
                        filling.fill(answer.intent(), Map.of(), filling.places().written(text), now))
                .filter(filled -> !filled.slots().isEmpty()
                        && content.saysOnly(filled.words().values(), filling.meant(text)))
                .map(filled -> Wish.implied(asked.about().intent(), Duration.ZERO, text));
    }

    /** Tell whether an utterance is the value that was asked for and says nothing else. */
    boolean isBareAnswer(Question.Slot asked, String text, ZonedDateTime now) {
        Slot<?> slot = slot(asked);
        if (slot.kind() instanceof Slot.Kind.Words) {
            return false;
        }
        String meant = filling.places().written(filling.meant(text));
        return filling.answer(slot, text, now)
                .filter(found -> content.saysOnly(words(slot, found, meant), meant))
                .isPresent();
    }

    private List<String> words(Slot<?> slot, Found found, String meant) {
        return slot.kind() instanceof Slot.Kind.Here
                ? content.things(meant).stream()
                        .filter(thing ->
                                filling.places().isName(thing, found.values().get(0)))
                        .toList()
                : List.of(found.span().of(meant));
    }

    /** Tell whether the value that was asked for stands in an utterance. */
    boolean isNamed(Question.Slot asked, String text, ZonedDateTime now) {
        return filling.answer(slot(asked), text, now).isPresent();
    }

    /** Tell whether a question may be answered by any words. */
    boolean takesAnyWords(Question.Slot asked) {
        return slot(asked).kind() instanceof Slot.Kind.Words;
    }

    /** Give the slot that a question asks for. */
    Slot<?> slot(Question.Slot asked) {
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
    private Optional<Found> answer(Slot<?> slot, String before, String text, ZonedDateTime now) {
        Found asSaid = new Found(new Span(0, text.length()), text);
        if (slot.kind() instanceof Slot.Kind.Words) {
            return Optional.of(asSaid);
        }
        Optional<Found> found = filling.answer(slot, text, now);
        if (found.isEmpty() && !before.isEmpty()) {
            found = filling.answer(slot, text + "、" + before, now)
                    .filter(Found::isClear)
                    .or(() -> filling.answer(slot, text.replaceFirst("[、。]$", "") + before, now));
        }
        // A name that nobody knows is one all the same; an order is none: 「ハンコをお願いします」.
        boolean isName =
                slot.kind() instanceof Slot.Kind.Person && !language.cues().requests(text);
        return found.isEmpty() && isName ? Optional.of(asSaid) : found;
    }
}
