package dev.aizuchi.skill;

import dev.aizuchi.robot.Place;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what a skill is told about one utterance: data only, no services.
 *
 * @param text what was heard, normalised
 * @param intent the intent that was understood
 * @param slots what stood in the phrase's holes
 * @param speaker the place where the person is
 * @param lastSaid what the robot last said, or ""
 * @param now the time at the site
 */
public record Turn(
        String text, String intent, Map<String, String> slots, Place speaker, String lastSaid, ZonedDateTime now) {
    public Turn {
        slots = Map.copyOf(slots);
    }

    /** Give a slot's value, if the person named it. */
    public <T> Optional<T> find(Slot<T> slot) {
        return Optional.ofNullable(slots.get(slot.name())).map(slot.parser());
    }

    /**
     * Give the value of a slot that every phrase of the intent has.
     *
     * @throws IllegalArgumentException when the phrase has no such hole
     */
    public <T> T get(Slot<T> slot) {
        return find(slot)
                .orElseThrow(() -> new IllegalArgumentException("the phrase has no slot {" + slot.name() + "}"));
    }
}
