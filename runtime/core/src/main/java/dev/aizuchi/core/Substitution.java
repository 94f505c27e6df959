package dev.aizuchi.core;

import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Put the values that an utterance names in the place of those of an earlier wish. Lives on the dialogue thread. */
final class Substitution {
    private static final Pattern BARE_WEEKDAY = Pattern.compile("[月火水木金土日]曜日?");

    private static final Pattern NAMES_HALF = Pattern.compile("午前|午後|朝|昼|夕|夜|晩|(?:1[3-9]|2[0-3]|十[三-九]|二十)時");
    private static final int HALF_DAY = 12;

    private final SlotFilling filling;

    /**
     * Hold the outcome.
     *
     * @param slots all values, those that are not said again as they were
     * @param words the same as they were said
     * @param open the first slot whose value could not be settled
     */
    record Substituted(Map<String, String> slots, Map<String, String> words, Optional<SlotFilling.Open> open) {
        Substituted {
            slots = Map.copyOf(slots);
            words = Map.copyOf(words);
        }
    }

    Substitution(SlotFilling filling) {
        this.filling = filling;
    }

    /** Read an utterance, in the site's spelling, as one that goes on from a wish. */
    Substituted in(Wish earlier, SkillSpec.Intent intent, String text, ZonedDateTime now) {
        return new Reading(earlier, intent, text, now).outcome();
    }

    /** One utterance that is read as going on from one wish. */
    private final class Reading {
        private final Wish earlier;
        private final SkillSpec.Intent intent;
        private final String text;
        private final ZonedDateTime now;
        private final SlotFilling.Filled filled;
        private final Map<String, String> slots;
        private final Map<String, String> words;

        Reading(Wish earlier, SkillSpec.Intent intent, String text, ZonedDateTime now) {
            this.earlier = earlier;
            this.intent = intent;
            this.text = text;
            this.now = now;
            filled = filling.fill(intent, Map.of(), text, now);
            slots = new HashMap<>(earlier.slots());
            words = new HashMap<>(earlier.words());
        }

        Substituted outcome() {
            slots.putAll(filled.slots());
            words.putAll(filled.words());
            for (Slot<?> slot : intent.slots()) {
                String before = earlier.slots().getOrDefault(slot.name(), "");
                if (before.isEmpty()) {
                    continue;
                }
                if (Times.isAsked(slot) && filled.slots().containsKey(slot.name())) {
                    slots.put(slot.name(), inSameHalf(before, slots.getOrDefault(slot.name(), ""), text));
                } else if (slot.kind() instanceof Slot.Kind.Date) {
                    inSameWeek(before, words.get(slot.name()), slots.get(slot.name()), now)
                            .ifPresent(day -> slots.put(slot.name(), day));
                }
            }
            fillUnnamed();
            return new Substituted(slots, words, filled.open());
        }

        /** 「負傷者二名」, 「訂正、三名」; 「二度上げて」, 「やっぱり三度」: what the number is of was said before. */
        private void fillUnnamed() {
            for (Slot<?> slot : intent.slots()) {
                Optional<Found> found =
                        mayBeUnnamed(slot) ? filling.answer(slot, text, now).filter(Found::isClear) : Optional.empty();
                String said =
                        found.map(value -> value.span().of(filling.meant(text))).orElse("");
                if (found.isPresent() && !isNamed(said)) {
                    giveBack(said);
                    String before = earlier.slots().getOrDefault(slot.name(), "");
                    slots.put(slot.name(), signed(found.get().values().get(0), before));
                    words.put(slot.name(), said);
                    return;
                }
            }
        }

        /** Tell whether a slot had a value and has none now, and other words than the value tell which it is. */
        private boolean mayBeUnnamed(Slot<?> slot) {
            return earlier.slots().containsKey(slot.name())
                    && !filled.slots().containsKey(slot.name())
                    && (!slot.near().isEmpty() || slot.kind() instanceof Slot.Kind.Amount);
        }

        private boolean isNamed(String said) {
            return intent.slots().stream()
                    .filter(other ->
                            filled.words().getOrDefault(other.name(), "").contains(said))
                    .anyMatch(
                            other -> !other.near().isEmpty() || earlier.slots().containsKey(other.name()));
        }

        /** A value that goes to the slot of before is not also another one's. */
        private void giveBack(String said) {
            filled.words().forEach((name, word) -> {
                if (word.equals(said) && !earlier.slots().containsKey(name)) {
                    slots.remove(name);
                    words.remove(name);
                }
            });
        }
    }

    private static String signed(String value, String before) {
        return before.startsWith("-") && !value.startsWith("-") && !value.equals("0") ? "-" + value : value;
    }

    /** 「6時」 that is put right in 「6時半や」 stays in its half of the day, unless another one is named. */
    private static String inSameHalf(String before, String found, String text) {
        boolean stays = Times.areInSameHalf(before, found)
                || LocalTime.parse(found).getHour() == 0
                || NAMES_HALF.matcher(text).find();
        return stays ? found : LocalTime.parse(found).plusHours(HALF_DAY).toString();
    }

    /** A weekday by itself is one of the week that was spoken of. */
    private static Optional<String> inSameWeek(
            String before, @Nullable String said, @Nullable String found, ZonedDateTime now) {
        if (said == null || found == null || !BARE_WEEKDAY.matcher(said).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(before).with(LocalDate.parse(found).getDayOfWeek());
            return Optional.of(day.toString()).filter(any -> !day.isBefore(now.toLocalDate()));
        } catch (DateTimeException e) {
            // One of them is relative, such as tomorrow.
            return Optional.empty();
        }
    }
}
