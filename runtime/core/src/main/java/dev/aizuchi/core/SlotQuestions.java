package dev.aizuchi.core;

import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
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
            asked.dropped().run();
            speech.say(sentences.say("declined"));
            return true;
        }
        String before = asked.about().words().getOrDefault(asked.slot(), "");
        Optional<Found> found = answer(slot(asked), before, text, now).map(value -> inHalf(asked, value, text, now));
        found.ifPresent(value -> {
            questions.close();
            Wish about = Wish.of(asked.about()).onTopOf(besides(asked, text, value, now));
            Wish wish = new Wish(about.intent(), Map.of(), Map.of(asked.slot(), text), 1, took, text).onTopOf(about);
            if (value.isClear()) {
                fulfilment.understood(wish.with(asked.slot(), value.values().get(0), text), false);
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

    /** 「明日の朝、起こして」, else 「夕方のお薬は何時に」 in the robot's question, tells the half of the day before the time is given. */
    private Found inHalf(Question.Slot asked, Found value, String text, ZonedDateTime now) {
        Slot<?> slot = slot(asked);
        String before =
                asked.about().text().isEmpty() ? asked.text() : asked.about().text();
        return Times.isAsked(slot)
                ? filling.answer(slot, text + "、" + before, now)
                        .filter(whole -> whole.span().equals(value.span()))
                        .orElse(value)
                : value;
    }

    /** 「総務の佐藤さんです」 tells the department too. */
    private Wish besides(Question.Slot asked, String text, Found value, ZonedDateTime now) {
        Wish besides = Wish.implied(asked.about().intent(), Duration.ZERO, text);
        Optional<Skills.Answer> answer = skills.find(besides.intent());
        if (answer.isEmpty()) {
            return besides;
        }
        SkillSpec.Intent intent = answer.get().intent();
        SlotFilling.Filled filled =
                filling.fill(intent, Map.of(), filling.places().written(text), now);
        for (Map.Entry<String, String> other : filled.slots().entrySet()) {
            if (!value.values().contains(other.getValue())) {
                String said = filled.words().getOrDefault(other.getKey(), "");
                besides = besides.with(other.getKey(), other.getValue(), said);
            }
        }
        for (Slot<?> slot : intent.slots()) {
            Optional<Found> other = slot.kind() instanceof Slot.Kind.Amount && isOpen(asked, slot, besides)
                    ? filling.answer(slot, text, now)
                    : Optional.empty();
            if (other.isPresent()
                    && other.get().isClear()
                    && !other.get().span().overlaps(value.span())) {
                String said = other.get().span().of(filling.meant(text));
                besides = besides.with(slot.name(), other.get().values().get(0), said);
            }
        }
        return besides;
    }

    private static boolean isOpen(Question.Slot asked, Slot<?> slot, Wish besides) {
        return !slot.name().equals(asked.slot())
                && !besides.slots().containsKey(slot.name())
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
        Optional<Slot<?>> declared = skills.slots(asked.about().intent())
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
        boolean isName = slot.kind() instanceof Slot.Kind.Person
                && language.cues().answer(text).isEmpty()
                && !language.cues().requests(text);
        return found.isEmpty() && isName ? Optional.of(asSaid) : found;
    }
}
