package dev.aizuchi.core;

import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Find what 「それ」, 「そこ」 and 「その人」 mean: what a person points at, else what was spoken of last. Lives on the dialogue
 * thread.
 */
final class Referents {
    /** The kind of percept that tells at what a person points, by any of its texts. */
    private static final String POINTING = "pointing";

    /** A gesture goes with the words that are said beside it. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Topic topic;
    private final Skills skills;
    private final SlotFilling filling;
    private final InstantSource clock;
    private final Pattern place;
    private final Pattern person;
    private final Pattern thing;
    private List<String> pointedAt = List.of();
    private Instant pointed = Instant.MIN;

    Referents(DataFile data, Topic topic, Skills skills, SlotFilling filling, InstantSource clock) {
        this.topic = topic;
        this.skills = skills;
        this.filling = filling;
        this.clock = clock;
        place = data.pattern("that place");
        person = data.pattern("that person");
        thing = data.pattern("that thing");
    }

    /** Take note of a gesture. */
    void perceived(Percept percept) {
        if (percept instanceof Percept.Own own && own.kind().equals(POINTING)) {
            pointed = clock.instant();
            pointedAt = own.arguments().stream()
                    .filter(Argument.Text.class::isInstance)
                    .map(argument -> ((Argument.Text) argument).value())
                    .toList();
        }
    }

    /** Write a sentence with the place at which it only points; nothing where it points at none, or none is known. */
    Optional<String> spelled(String text) {
        Matcher pointing = place.matcher(text);
        if (!pointing.find()) {
            return Optional.empty();
        }
        Slot<Place> any = Slot.place(PlaceSlots.PLACE);
        return shown(any).or(() -> spokenOf(any)).map(pointing::replaceFirst);
    }

    /** Name the place that stands as 「そこ」 in a phrase's hole, where it is clear which is meant. */
    Wish named(Wish wish, SkillSpec.Intent intent) {
        Map<String, String> holes = new HashMap<>(wish.slots());
        for (Slot<?> slot : SlotFilling.slots(intent, wish.slots())) {
            String said = holes.getOrDefault(slot.name(), "");
            boolean points = place.matcher(said).matches()
                    || (!said.isEmpty()
                            && filling.places().name(said).isEmpty()
                            && place.matcher(wish.text()).find());
            if (slot.kind() instanceof Slot.Kind.Here && points) {
                shown(slot).or(() -> spokenOf(slot)).ifPresent(value -> holes.put(slot.name(), value));
            }
        }
        return wish.with(holes, wish.words());
    }

    /** Give a wish the values to which its words only point. */
    Wish resolved(Wish wish, SkillSpec.Intent intent) {
        Map<String, String> slots = new HashMap<>(wish.slots());
        Map<String, String> words = new HashMap<>(wish.words());
        for (Slot<?> slot : SlotFilling.slots(intent, wish.slots())) {
            if (!slots.containsKey(slot.name()) && pointsTo(slot.kind(), wish.text())) {
                shown(slot).or(() -> spokenOf(slot)).ifPresent(value -> {
                    slots.put(slot.name(), value);
                    words.put(slot.name(), value);
                });
            }
        }
        return wish.with(slots, words);
    }

    private boolean pointsTo(Slot.Kind kind, String text) {
        if (kind instanceof Slot.Kind.Here) {
            return place.matcher(text).find();
        }
        if (kind instanceof Slot.Kind.Person) {
            return person.matcher(text).find();
        }
        return kind instanceof Slot.Kind.Choice
                && (thing.matcher(text).find() || person.matcher(text).find());
    }

    private Optional<String> shown(Slot<?> slot) {
        if (clock.instant().isAfter(pointed.plus(FRESH))) {
            return Optional.empty();
        }
        return pointedAt.stream()
                .flatMap(at -> filling.answer(slot, at, pointed.atZone(ZoneOffset.UTC)).stream())
                .filter(Found::isClear)
                .map(found -> found.values().get(0))
                .findFirst();
    }

    private Optional<String> spokenOf(Slot<?> slot) {
        return topic.recent().stream()
                .flatMap(earlier -> SlotFilling.slots(skills.answer(earlier).intent(), earlier.slots()).stream()
                        .filter(other -> isAlike(other.kind(), slot.kind()))
                        .flatMap(other -> Optional.ofNullable(earlier.slots().get(other.name())).stream()))
                .findFirst();
    }

    /** A place is a place, whatever one may go there for. */
    private static boolean isAlike(Slot.Kind one, Slot.Kind other) {
        return one.equals(other) || (one instanceof Slot.Kind.Here && other instanceof Slot.Kind.Here);
    }
}
