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
        SlotFilling.Filled filled = filling.fill(intent, Map.of(), text, now);
        Map<String, String> slots = new HashMap<>(earlier.slots());
        Map<String, String> words = new HashMap<>(earlier.words());
        filled.words().keySet().forEach(name -> forgetTwins(name, filled, earlier, slots, words));
        slots.putAll(filled.slots());
        words.putAll(filled.words());
        for (Slot<?> slot : intent.slots()) {
            String before = earlier.slots().getOrDefault(slot.name(), "");
            if (before.isEmpty()) {
                continue;
            }
            if (slot.kind() instanceof Slot.Kind.Time && filled.slots().containsKey(slot.name())) {
                slots.put(slot.name(), inSameHalf(before, slots.getOrDefault(slot.name(), ""), text));
            } else if (slot.kind() instanceof Slot.Kind.Date) {
                inSameWeek(before, words.get(slot.name()), slots.get(slot.name()), now)
                        .ifPresent(day -> slots.put(slot.name(), day));
            }
        }
        unnamed(earlier, intent, text, now, filled, slots, words);
        return new Substituted(slots, words, filled.open());
    }

    /** 「負傷者二名」, 「訂正、三名」; 「二度上げて」, 「やっぱり三度」: what the number is of was said before. */
    private void unnamed(
            Wish earlier,
            SkillSpec.Intent intent,
            String text,
            ZonedDateTime now,
            SlotFilling.Filled filled,
            Map<String, String> slots,
            Map<String, String> words) {
        for (Slot<?> slot : intent.slots()) {
            boolean isOpen =
                    earlier.slots().containsKey(slot.name()) && !filled.slots().containsKey(slot.name());
            Optional<Found> found = isOpen && isToldByOtherWords(slot)
                    ? filling.answer(slot, text, now).filter(Found::isClear)
                    : Optional.empty();
            String said =
                    found.map(value -> value.span().of(filling.meant(text))).orElse("");
            boolean isNamed = intent.slots().stream()
                    .filter(other ->
                            filled.words().getOrDefault(other.name(), "").contains(said))
                    .anyMatch(
                            other -> !other.near().isEmpty() || earlier.slots().containsKey(other.name()));
            if (found.isPresent() && !isNamed) {
                giveBack(said, filled, earlier, slots, words);
                String before = earlier.slots().getOrDefault(slot.name(), "");
                slots.put(slot.name(), signed(found.get().values().get(0), before));
                words.put(slot.name(), said);
                return;
            }
        }
    }

    /** 「30分後」 was a time and a length of time at once; 「10分」 puts both right. */
    private static void forgetTwins(
            String name,
            SlotFilling.Filled filled,
            Wish earlier,
            Map<String, String> slots,
            Map<String, String> words) {
        earlier.words().forEach((other, said) -> {
            if (said.equals(earlier.words().get(name)) && !filled.words().containsKey(other)) {
                slots.remove(other);
                words.remove(other);
            }
        });
    }

    private static boolean isToldByOtherWords(Slot<?> slot) {
        return !slot.near().isEmpty() || slot.kind() instanceof Slot.Kind.Amount;
    }

    /** A value that goes to the slot of before is not also another one's. */
    private static void giveBack(
            String said,
            SlotFilling.Filled filled,
            Wish earlier,
            Map<String, String> slots,
            Map<String, String> words) {
        filled.words().forEach((name, word) -> {
            if (word.equals(said) && !earlier.slots().containsKey(name)) {
                slots.remove(name);
                words.remove(name);
            }
        });
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
