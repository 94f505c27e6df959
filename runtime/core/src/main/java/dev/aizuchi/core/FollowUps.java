package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Understand an utterance as going on from what was wished for before: a value put right (「やっぱり4時に」), another thing of
 * the same kind (「売店は？」), the same once more (「もう一杯」). Lives on the dialogue thread.
 */
final class FollowUps {
    private final Topic topic;
    private final Skills skills;
    private final SlotFilling filling;
    private final Fulfilment fulfilment;
    private final Morphology morphology = new Morphology();
    private final Pattern again;
    private final Pattern correction;
    private final Set<String> empty;

    /**
     * A wish, and the earlier one from which it goes on.
     *
     * @param corrects whether the earlier one is not wanted any more
     */
    record FollowUp(Wish wish, Wish earlier, boolean corrects) {}

    FollowUps(Topic topic, Skills skills, SlotFilling filling, Fulfilment fulfilment) {
        this.topic = topic;
        this.skills = skills;
        this.filling = filling;
        this.fulfilment = fulfilment;
        DataFile data = DataFile.read(FollowUps.class, "follow-ups.txt");
        again = data.pattern("again");
        correction = data.pattern("correction");
        empty = new HashSet<>(data.lines("empty"));
    }

    /** Tell whether an utterance says that something before it was wrong. */
    boolean corrects(String text) {
        return correction.matcher(text).find();
    }

    /** Give the last wish for the same that a wish puts right, with what it puts right. */
    Optional<Wish> correctedBy(Wish wish, ZonedDateTime now) {
        return corrects(wish.text())
                ? topic.recent().stream()
                        .filter(each -> each.intent().equals(wish.intent()))
                        .findFirst()
                        .map(each -> withValues(each, wish.text(), now))
                : Optional.empty();
    }

    /** Take for a value that was told by the words beside it another one that is said alone: 「負傷者二名」, 「訂正、三名」. */
    private Wish withValues(Wish earlier, String text, ZonedDateTime now) {
        Map<String, String> slots = new HashMap<>(earlier.slots());
        Map<String, String> words = new HashMap<>(earlier.words());
        for (Slot<?> slot : skills.answer(earlier).intent().slots()) {
            if (!slot.near().isEmpty() && slots.containsKey(slot.name())) {
                filling.answer(slot, text, now).filter(Found::isClear).ifPresent(found -> {
                    slots.put(slot.name(), found.values().get(0));
                    words.put(slot.name(), found.span().of(filling.meant(text)));
                });
            }
        }
        return earlier.with(slots, words);
    }

    /**
     * Understand a value of time or measure that is said alone, whatever wish it may be like: it belongs to the last
     * one.
     */
    Optional<FollowUp> ofBareValue(String text, ZonedDateTime now) {
        return of(text, now)
                .filter(one ->
                        filling
                                .fill(skills.answer(one.earlier()).intent(), Map.of(), text, now)
                                .slots()
                                .keySet()
                                .stream()
                                .allMatch(name -> isMeasured(one.earlier(), name)));
    }

    private boolean isMeasured(Wish wish, String name) {
        return skills.answer(wish).intent().slots().stream()
                .anyMatch(slot -> slot.name().equals(name)
                        && !(slot.kind() instanceof Slot.Kind.Choice
                                || slot.kind() instanceof Slot.Kind.Here
                                || slot.kind() instanceof Slot.Kind.Person));
    }

    /** Understand what by itself is no wish. */
    Optional<FollowUp> of(String text, ZonedDateTime now) {
        if (again.matcher(text).matches()) {
            return topic.recent().stream()
                    .filter(each -> fulfilment.acts(each).findAny().isPresent())
                    .findFirst()
                    .map(each -> new FollowUp(Wish.implied(each.intent(), Duration.ZERO, text), each, false));
        }
        return topic.recent().stream()
                .flatMap(each -> withOtherValues(each, text, now).stream())
                .findFirst();
    }

    private Optional<FollowUp> withOtherValues(Wish earlier, String said, ZonedDateTime now) {
        String text = filling.places().written(said);
        SlotFilling.Filled filled = filling.fill(skills.answer(earlier).intent(), Map.of(), text, now);
        Wish kept = withValues(earlier, text, now);
        Wish whole = Wish.implied(earlier.intent(), Duration.ZERO, text)
                .with(filled.slots(), filled.words())
                .onTopOf(kept);
        boolean says = !whole.slots().equals(earlier.slots()) || filled.open().isPresent();
        return says && saysNoMore(filling.meant(text), whole.words().values())
                ? Optional.of(new FollowUp(Wish.implied(earlier.intent(), Duration.ZERO, text), kept, corrects(text)))
                : Optional.empty();
    }

    /** Tell whether there is nothing in a text but these words and what carries them. */
    private boolean saysNoMore(String text, Collection<String> words) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "、");
        }
        return morphology.analyze(rest).stream().noneMatch(this::counts);
    }

    private boolean counts(Morpheme word) {
        boolean content = List.of("名詞-一般", "名詞-固有名詞", "名詞-サ変接続", "名詞-形容動詞語幹", "動詞-自立", "形容詞-自立").stream()
                .anyMatch(word::is);
        return content && !empty.contains(word.base());
    }
}
