package dev.aizuchi.core;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.RobotProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * List the sentences that a recogniser should expect: the skills' phrases, their {holes} filled from the site's
 * lexicon.
 */
final class Grammar {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> lexicon;

    /** Take the words that may stand in each hole, by the hole's name. */
    Grammar(Map<String, List<String>> lexicon) {
        this.lexicon = lexicon;
    }

    /** Take a site's words; the places that the robot can drive to are known from its profile. */
    static Grammar of(RobotProfile robot, Map<String, List<String>> lexicon) {
        Map<String, List<String>> words = new HashMap<>();
        robot.capability("navigate")
                .flatMap(capability -> capability.limit("place"))
                .filter(limit -> limit instanceof Limit.OneOf)
                .ifPresent(limit -> words.put("place", ((Limit.OneOf) limit).values()));
        words.putAll(lexicon);
        return new Grammar(words);
    }

    /** Expand all phrases; one with a hole that the lexicon does not know is left out. */
    Stream<String> sentences(List<Interpreter.Intent> intents) {
        return intents.stream().flatMap(intent -> intent.phrases().stream()).flatMap(this::expand);
    }

    private Stream<String> expand(String phrase) {
        List<String> open = new ArrayList<>(List.of(phrase));
        List<String> done = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            Matcher hole = HOLE.matcher(next);
            if (!hole.find()) {
                done.add(next);
                continue;
            }
            for (String word : lexicon.getOrDefault(hole.group(1), List.of())) {
                open.add(next.substring(0, hole.start()) + word + next.substring(hole.end()));
            }
        }
        return done.stream();
    }
}
