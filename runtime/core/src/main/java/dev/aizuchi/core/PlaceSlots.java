package dev.aizuchi.core;

import dev.aizuchi.japanese.Places;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Know the site's own name for what a person calls a place; on any thread.
 *
 * <p>A robot whose profile lists no places takes any, so there each is called as it was said. The places of devices
 * that show themselves later are known from then on.
 */
final class PlaceSlots {
    static final String PLACE = "place";

    private final Supplier<RobotProfile> profile;
    private final Place speaker;
    private final Lexicon lexicon;
    private volatile Known newest;

    /** What a profile says of places. */
    private record Known(RobotProfile profile, List<String> names, Places places) {
        static Known of(RobotProfile profile) {
            List<String> names = profile.capabilities().stream()
                    .flatMap(capability -> capability.limit(PLACE).stream())
                    .filter(limit -> limit instanceof Limit.OneOf)
                    .flatMap(limit -> ((Limit.OneOf) limit).values().stream())
                    .distinct()
                    .toList();
            return new Known(profile, names, Places.of(names));
        }
    }

    PlaceSlots(Supplier<RobotProfile> profile, Place speaker, Lexicon lexicon) {
        this.profile = profile;
        this.speaker = speaker;
        this.lexicon = lexicon;
        this.newest = Known.of(profile.get());
    }

    private Known known() {
        RobotProfile now = profile.get();
        Known last = newest;
        if (!last.profile.equals(now)) {
            last = Known.of(now);
            newest = last;
        }
        return last;
    }

    /** List the places that the robot knows; none where it takes any. */
    List<String> names() {
        return known().names;
    }

    /** Write a text with the site's own names and spelling of its places. */
    String written(String text) {
        return known().places.written(lexicon.written(text));
    }

    /** Find the place that a sentence speaks of (食堂、電気つけて); none where it speaks of two. */
    Optional<String> in(String text) {
        Known known = known();
        return known.names.isEmpty() ? Optional.empty() : known.places.in(text);
    }

    /** Tell whether a word names a certain place of the site. */
    boolean isName(String word, String place) {
        return name(word).filter(place::equals).isPresent();
    }

    /** Give the site's name for what was said where a place is expected; empty when the site has none of that name. */
    Optional<String> name(String said) {
        Known known = known();
        if (known.names.isEmpty()) {
            return Optional.of(said);
        }
        Places.Meant meant = known.places.meant(said);
        if (meant instanceof Places.Meant.Known place) {
            return Optional.of(place.name());
        }
        return meant instanceof Places.Meant.Here ? Optional.of(speaker.name()) : Optional.empty();
    }
}
