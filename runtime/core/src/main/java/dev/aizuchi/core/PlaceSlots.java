package dev.aizuchi.core;

import dev.aizuchi.japanese.Places;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Put the site's own name in a {place} slot for what the person called it; immutable.
 *
 * <p>A robot whose profile lists no places takes any, so nothing is changed there.
 */
final class PlaceSlots {
    static final String PLACE = "place";
    private static final String HOLE = "{" + PLACE + "}";

    private final List<String> known;
    private final Places places;
    private final Place speaker;
    private final Lexicon lexicon;

    /** Slots with the site's names, or what was said when the site has no such place. */
    record Named(Map<String, String> slots, Optional<String> unknown) {}

    PlaceSlots(RobotProfile profile, Place speaker, Lexicon lexicon) {
        this.known = profile.capabilities().stream()
                .flatMap(capability -> capability.limit(PLACE).stream())
                .filter(limit -> limit instanceof Limit.OneOf)
                .flatMap(limit -> ((Limit.OneOf) limit).values().stream())
                .distinct()
                .toList();
        this.places = Places.of(known);
        this.speaker = speaker;
        this.lexicon = lexicon;
    }

    /** Write a text with the site's own names and spelling of its places. */
    String written(String text) {
        return places.written(lexicon.written(text));
    }

    /**
     * Name the place of a wish.
     *
     * @param phrases of the intent: only one that can take a place looks for one that no slot holds (食堂、電気つけて)
     */
    Named name(Map<String, String> slots, List<String> phrases, String text) {
        String said = slots.get(PLACE);
        if (known.isEmpty() || (said == null && phrases.stream().noneMatch(phrase -> phrase.contains(HOLE)))) {
            return new Named(slots, Optional.empty());
        }
        if (said == null) {
            return places.in(text).map(name -> with(slots, name)).orElseGet(() -> new Named(slots, Optional.empty()));
        }
        Places.Meant meant = places.meant(said);
        if (meant instanceof Places.Meant.Known place) {
            return with(slots, place.name());
        }
        return meant instanceof Places.Meant.Here ? with(slots, speaker.name()) : new Named(slots, Optional.of(said));
    }

    private static Named with(Map<String, String> slots, String place) {
        Map<String, String> named = new HashMap<>(slots);
        named.put(PLACE, place);
        return new Named(named, Optional.empty());
    }
}
