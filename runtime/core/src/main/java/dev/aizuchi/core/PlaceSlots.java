package dev.aizuchi.core;

import dev.aizuchi.japanese.Places;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotProfile;
import java.util.List;
import java.util.Optional;

/**
 * Know the site's own name for what a person calls a place; immutable.
 *
 * <p>A robot whose profile lists no places takes any, so there each is called as it was said.
 */
final class PlaceSlots {
    static final String PLACE = "place";

    private final List<String> known;
    private final Places places;
    private final Place speaker;
    private final Lexicon lexicon;

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

    /** List the places that the robot knows; none where it takes any. */
    List<String> names() {
        return known;
    }

    /** Write a text with the site's own names and spelling of its places. */
    String written(String text) {
        return places.written(lexicon.written(text));
    }

    /** Find the place that a sentence speaks of (食堂、電気つけて); none where it speaks of two. */
    Optional<String> in(String text) {
        return known.isEmpty() ? Optional.empty() : places.in(text);
    }

    /** Tell whether a word names a certain place of the site. */
    boolean isName(String word, String place) {
        return name(word).filter(place::equals).isPresent();
    }

    /** Give the site's name for what was said where a place is expected; empty when the site has none of that name. */
    Optional<String> name(String said) {
        if (known.isEmpty()) {
            return Optional.of(said);
        }
        Places.Meant meant = places.meant(said);
        if (meant instanceof Places.Meant.Known place) {
            return Optional.of(place.name());
        }
        return meant instanceof Places.Meant.Here ? Optional.of(speaker.name()) : Optional.empty();
    }
}
