package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understand an utterance as going on from what was wished for before: a value put right (「やっぱり4時に」), another thing of
 * the same kind (「売店は？」), the same once more (「もう一杯」). Lives on the dialogue thread.
 */
final class FollowUps {
    private final Topic topic;
    private final Skills skills;
    private final SlotFilling filling;
    private final Fulfilment fulfilment;
    private final Content content;
    private final Pattern again;
    private final Pattern correction;
    private final Pattern another;
    private final Pattern more;

    /**
     * A wish, and the earlier one from which it goes on.
     *
     * @param corrects whether the earlier one is not wanted any more
     */
    record FollowUp(Wish wish, Wish earlier, boolean corrects) {}

    FollowUps(Topic topic, Content content, Skills skills, SlotFilling filling, Fulfilment fulfilment) {
        this.topic = topic;
        this.content = content;
        this.skills = skills;
        this.filling = filling;
        this.fulfilment = fulfilment;
        DataFile data = DataFile.read(FollowUps.class, "follow-ups.txt");
        again = data.pattern("again");
        correction = data.pattern("correction");
        another = data.pattern("another");
        more = data.pattern("more");
    }

    /** Tell whether an utterance says that something before it was wrong. */
    boolean corrects(String text) {
        return correction.matcher(text).find();
    }

    /** Tell whether an utterance asks for another one of what is under way. */
    boolean asksForMore(String text) {
        return more.matcher(text).find();
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
     * Understand a value that is said alone, whatever wish it may be like: one of time or measure, or any that puts the
     * last one right or asks for another of its kind, belongs to the last wish.
     */
    Optional<FollowUp> ofBareValue(String text, ZonedDateTime now) {
        return of(text, now)
                .filter(one -> corrects(text)
                        || another.matcher(text).find()
                        || filling
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
        return says && content.saysOnly(known(whole), filling.meant(text))
                ? Optional.of(new FollowUp(Wish.implied(earlier.intent(), Duration.ZERO, text), kept, corrects(text)))
                : Optional.empty();
    }

    /** The words of the values, and those that tell beside them what they are. */
    private List<String> known(Wish wish) {
        Stream<String> beside = skills.answer(wish).intent().slots().stream().flatMap(slot -> slot.near().stream());
        return Stream.concat(wish.words().values().stream(), beside).toList();
    }
}
