package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understand a value that is set against the one of before: 「集合じゃなくて待機」. Lives on the dialogue thread. */
final class Contrast {
    private final SlotFilling filling;
    private final Pattern contrast;

    Contrast(DataFile data, SlotFilling filling) {
        this.filling = filling;
        contrast = data.pattern("contrast");
    }

    /** Give an earlier wish with the value that an utterance puts in the place of one of its own. */
    Optional<Wish> in(String text, Wish earlier, SkillSpec.Intent intent, ZonedDateTime now) {
        Matcher parts = contrast.matcher(text);
        return parts.matches()
                ? intent.slots().stream()
                        .filter(slot -> said(earlier, slot).contains(parts.group("not")))
                        .flatMap(slot -> instead(earlier, slot, parts.group("not"), parts.group("but"), now).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Wish> instead(Wish earlier, Slot<?> slot, String not, String but, ZonedDateTime now) {
        // 「三十じゃない、六十だ」: the unit was said before.
        String whole = said(earlier, slot).replace(not, but);
        return instead(earlier, slot, but, now).or(() -> instead(earlier, slot, whole, now));
    }

    private Optional<Wish> instead(Wish earlier, Slot<?> slot, String said, ZonedDateTime now) {
        Optional<String> value = slot.kind() instanceof Slot.Kind.Words ? Optional.of(said) : clear(slot, said, now);
        // 「明日の3時」 was said of the time too, which stays as it is.
        return value.filter(clear -> !clear.equals(earlier.slots().get(slot.name())))
                .map(clear -> earlier.with(slot.name(), clear, said))
                .map(whole -> Wish.implied(earlier.intent(), Duration.ZERO, earlier.renewed(whole.words(), said))
                        .with(whole.slots(), whole.words()));
    }

    private Optional<String> clear(Slot<?> slot, String said, ZonedDateTime now) {
        return filling.answer(slot, said, now)
                .filter(Found::isClear)
                .map(found -> found.values().get(0));
    }

    private static String said(Wish earlier, Slot<?> slot) {
        return earlier.words().getOrDefault(slot.name(), "");
    }
}
