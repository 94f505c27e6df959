package dev.aizuchi.mqtt.homie;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tell what a node is for, by the words of its type and id and of its device's; Homie leaves the words to the makers.
 */
enum Kind {
    LIGHT("light lights lamp dimmer lightbulb bulb"),
    CLIMATE("climate thermostat hvac aircon airconditioner heating heater"),
    CURTAIN("curtain curtains shade shades blind blinds shutter cover awning"),
    DOOR("door gate"),
    TELEVISION("television tv"),
    OTHER("");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** Find the kind by descriptions, the most telling first. */
    static Kind of(String... descriptions) {
        for (String description : descriptions) {
            Set<String> told = words(description.toLowerCase(Locale.ROOT));
            for (Kind kind : values()) {
                if (words(kind.words).stream().anyMatch(told::contains)) {
                    return kind;
                }
            }
        }
        return OTHER;
    }

    private static Set<String> words(String text) {
        return Pattern.compile("[^a-z]+")
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Tell whether what is set of it may move something that a latched stop forbids; of the unknown, it may. */
    boolean moves() {
        return this == DOOR || this == OTHER;
    }
}
