package dev.aizuchi.app.site;

import dev.aizuchi.japanese.keigo.Listener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hold a pack's {@code site.yaml}.
 *
 * @param name what the site calls itself
 * @param keigo to what the pack's sentences are held
 * @param robotNames how people there call the robot, besides the persona's name
 * @param places what can be found there
 * @param roles how those are called who come, by the name of the role on the wire
 * @param persona who the robot is
 */
record SiteFile(
        String name,
        Keigo keigo,
        List<String> robotNames,
        List<SitePlace> places,
        Map<String, Role> roles,
        Persona persona) {
    static final SiteFile EMPTY = new SiteFile("", Keigo.POLITE, List.of(), List.of(), Map.of(), Persona.NONE);

    SiteFile {
        name = name == null ? "" : name;
        keigo = keigo == null ? Keigo.POLITE : keigo;
        robotNames = robotNames == null ? List.of() : List.copyOf(robotNames);
        places = places == null ? List.of() : List.copyOf(places);
        roles = roles == null ? Map.of() : Map.copyOf(roles);
        persona = persona == null ? Persona.NONE : persona;
    }

    /** How polite the pack's own sentences have to be. */
    enum Keigo {
        /** As to a guest: です・ます, and respect for what the listener does. */
        POLITE(Listener.GUEST),
        /** Plain endings pass; what is wrong in any style does not. */
        PLAIN(Listener.FRIEND);

        private final Listener listener;

        Keigo(Listener listener) {
            this.listener = listener;
        }

        Listener listener() {
            return listener;
        }
    }

    /**
     * Describe a place.
     *
     * @param name as it stands on the robot's map; "" is a fault
     * @param reading in kana; absent where a dictionary reads it right
     * @param otherNames what else people call it
     * @param floor as it is said: 2階
     * @param way a sentence that tells how to get there
     */
    record SitePlace(
            String name,
            @Nullable String reading,
            List<String> otherNames,
            @Nullable String floor,
            @Nullable String way) {
        SitePlace {
            name = name == null ? "" : name;
            otherNames = otherNames == null ? List.of() : List.copyOf(otherNames);
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(name), otherNames.stream());
        }
    }

    /**
     * Say how a role is called, and who is called in its stead.
     *
     * @param spoken how the robot calls who has it
     * @param call the role on the wire that a call for this one goes to; absent for itself
     */
    record Role(@Nullable String spoken, @Nullable String call) {}

    /**
     * Say who the robot is.
     *
     * @param name its name; absent for none
     * @param facts what it may tell of itself and the site in small talk, one sentence each
     */
    record Persona(@Nullable String name, List<String> facts) {
        static final Persona NONE = new Persona(null, List.of());

        Persona {
            facts = facts == null ? List.of() : List.copyOf(facts);
        }

        Optional<String> given() {
            return Optional.ofNullable(name).filter(each -> !each.isBlank());
        }
    }
}
