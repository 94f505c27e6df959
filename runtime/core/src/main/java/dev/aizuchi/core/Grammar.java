package dev.aizuchi.core;

import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.RobotProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * List the sentences that a recogniser should expect: the skills' phrases, their {holes} filled from the site's
 * lexicon.
 */
final class Grammar {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    /** What may stand in each hole as it is written, and as it sounds where that is known. */
    private final Map<String, Set<String>> written = new HashMap<>();

    private final Map<String, Set<String>> readings = new HashMap<>();

    private Grammar() {}

    /** Take a site's words, by their kind; the places that the robot can drive to are known from its profile. */
    static Grammar of(RobotProfile robot, Lexicon lexicon) {
        Grammar grammar = new Grammar();
        robot.capability("navigate")
                .flatMap(capability -> capability.limit("place"))
                .filter(limit -> limit instanceof Limit.OneOf)
                .ifPresent(limit -> grammar.written.put("place", new LinkedHashSet<>(((Limit.OneOf) limit).values())));
        for (LexiconEntry entry : lexicon.entries()) {
            add(grammar.written, entry.kind(), entry.surface());
            entry.aliases().forEach(alias -> add(grammar.written, entry.kind(), alias));
            add(grammar.readings, entry.kind(), entry.reading());
        }
        return grammar;
    }

    private static void add(Map<String, Set<String>> words, String kind, String word) {
        words.computeIfAbsent(kind, none -> new LinkedHashSet<>()).add(word);
    }

    /** Expand all phrases; one with a hole for which there are no words is left out. */
    Stream<String> sentences(List<Interpreter.Intent> intents) {
        return intents.stream().flatMap(intent -> intent.phrases().stream()).flatMap(phrase -> expand(phrase, written));
    }

    /** Expand the phrases that have holes with the words' readings. */
    Stream<String> byReading(List<Interpreter.Intent> intents) {
        return intents.stream()
                .flatMap(intent -> intent.phrases().stream())
                .filter(phrase -> HOLE.matcher(phrase).find())
                .flatMap(phrase -> expand(phrase, readings));
    }

    private static Stream<String> expand(String phrase, Map<String, Set<String>> words) {
        List<String> open = new ArrayList<>(List.of(phrase));
        List<String> done = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            Matcher hole = HOLE.matcher(next);
            if (!hole.find()) {
                done.add(next);
                continue;
            }
            for (String word : words.getOrDefault(hole.group(1), Set.of())) {
                open.add(next.substring(0, hole.start()) + word + next.substring(hole.end()));
            }
        }
        return done.stream();
    }
}
