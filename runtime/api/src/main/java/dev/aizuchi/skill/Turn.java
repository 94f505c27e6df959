package dev.aizuchi.skill;

import dev.aizuchi.robot.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold what a skill is told about one utterance: data only, no services.
 *
 * @param text what was heard, normalised
 * @param intent the intent that was understood
 * @param slots the values that were named, each in its one spelling on the wire
 * @param words the same, as they were said: for {@code tomorrow}, 明日
 * @param speaker the place where the person is
 * @param lastSaid what the robot last said, or ""
 * @param now the time at the site
 * @param language in which the person is spoken to, as ISO 639-1 has it: {@code ja} unless another was asked for or
 *     heard
 * @param places those that the robot knows; none where it takes any
 */
public record Turn(
        String text,
        String intent,
        Map<String, String> slots,
        Map<String, String> words,
        Place speaker,
        String lastSaid,
        ZonedDateTime now,
        String language,
        List<String> places) {
    /** The language in which every skill speaks. */
    public static final String JAPANESE = "ja";

    private static final Pattern RELATIVE_DAY = Pattern.compile("in_(?<in>\\d{1,6})_days|(?<ago>\\d{1,6})_days_ago");

    private static final Pattern FROM_NOW = Pattern.compile("in_(\\d{1,5})_min");

    public Turn {
        slots = Map.copyOf(slots);
        words = Map.copyOf(words);
        places = List.copyOf(places);
    }

    /** Hold a turn at a site where the robot takes any place. */
    public Turn(
            String text,
            String intent,
            Map<String, String> slots,
            Map<String, String> words,
            Place speaker,
            String lastSaid,
            ZonedDateTime now,
            String language) {
        this(text, intent, slots, words, speaker, lastSaid, now, language, List.of());
    }

    /** Hold a turn in Japanese whose values were said just as the wire spells them. */
    public Turn(
            String text, String intent, Map<String, String> slots, Place speaker, String lastSaid, ZonedDateTime now) {
        this(text, intent, slots, slots, speaker, lastSaid, now, JAPANESE);
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

    /** Give the day that a slot of a date means, counted from today; nothing where none was named. */
    public Optional<LocalDate> day(Slot<String> date) {
        LocalDate today = now.toLocalDate();
        return find(date).map(said -> {
            Matcher relative = RELATIVE_DAY.matcher(said);
            if (relative.matches()) {
                return relative.group("in") == null
                        ? today.minusDays(Long.parseLong(relative.group("ago")))
                        : today.plusDays(Long.parseLong(relative.group("in")));
            }
            return switch (said) {
                case "today" -> today;
                case "tomorrow" -> today.plusDays(1);
                case "yesterday" -> today.minusDays(1);
                default -> LocalDate.parse(said);
            };
        });
    }

    /**
     * Give the next moment that a slot of a moment means, on the day that another names; nothing where no time was
     * named.
     */
    public Optional<ZonedDateTime> moment(Slot<String> time, Slot<String> date) {
        Optional<LocalDate> day = day(date);
        return find(time).map(said -> {
            Matcher fromNow = FROM_NOW.matcher(said);
            if (fromNow.matches()) {
                return now.plusMinutes(Long.parseLong(fromNow.group(1)));
            }
            ZonedDateTime then = now.with(day.orElse(now.toLocalDate())).with(LocalTime.parse(said));
            return day.isEmpty() && !then.isAfter(now) ? then.plusDays(1) : then;
        });
    }

    /** Tell whether the site has a place, for all that the robot knows. */
    public boolean knows(Place place) {
        return places.isEmpty() || places.contains(place.name());
    }

    /** Give the words by which a slot's value was named, if it was. */
    public Optional<String> said(Slot<?> slot) {
        return Optional.ofNullable(words.get(slot.name()));
    }
}
