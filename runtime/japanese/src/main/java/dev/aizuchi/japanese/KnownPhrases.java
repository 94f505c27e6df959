package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import dev.aizuchi.japanese.Neighbours.Near;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hold all intents with their phrases, numbered and ready to be compared. */
final class KnownPhrases {
    /** With more phrases than this, not all are compared word by word, but only the nearest. */
    private static final int FEW = 400;

    private static final int NEAREST = 100;
    /** A sentence of general talk this like a phrase is what a skill answers to, so it is no general talk here. */
    private static final double CLAIMED = 0.6;

    private final List<KnownIntent> intents = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final int[] intentOf;
    private final @Nullable Meanings meanings;
    private final Neighbours neighbours;

    KnownPhrases(List<Intent> given, Normalizer normalizer, Analyzer analyzer, @Nullable TextEncoder encoder) {
        List<Integer> of = new ArrayList<>();
        for (Intent intent : given) {
            List<Phrase> own = new ArrayList<>();
            for (String written : intent.phrases()) {
                own.add(Phrase.of(phrases.size() + own.size(), written, normalizer, analyzer));
                of.add(intents.size());
            }
            phrases.addAll(own);
            intents.add(new KnownIntent(intent.name(), own));
        }
        intentOf = of.stream().mapToInt(Integer::intValue).toArray();
        List<String> texts =
                phrases.stream().map(phrase -> phrase.sentence().text()).toList();
        List<String> readings = phrases.stream()
                .map(phrase -> Analyzer.reading(phrase.sentence().morphemes()))
                .toList();
        Neighbours bySpelling = new Neighbours(intentOf, texts, readings);
        List<String> talk = DataFile.read("background.txt").lines("sentences").stream()
                .map(sentence -> analyzer.parts(analyzer.sentence(sentence)))
                .filter(parts -> isUnclaimed(parts, bySpelling))
                .map(parts -> parts.get(0).text())
                .toList();
        meanings = encoder == null ? null : new Meanings(encoder, texts, talk);
        neighbours = meanings == null ? bySpelling : bySpelling.with(meanings);
    }

    @Nullable
    Meanings meanings() {
        return meanings;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Phrase phrase(int number) {
        return phrases.get(number);
    }

    KnownIntent intent(int number) {
        return intents.get(number);
    }

    KnownIntent intentOf(int phrase) {
        return intents.get(intentOf[phrase]);
    }

    Near near(String text, String reading, float @Nullable [] vector) {
        return neighbours.near(text, reading, vector);
    }

    /** Tell whether all phrases are compared word by word, whatever is near. */
    boolean areFew() {
        return phrases.size() <= FEW;
    }

    /** Collect what the words say for each intent, the most first. */
    List<Evidence> evidence(List<Sentence> parts, Near near) {
        int[] compared = Neighbours.nearest(near.both(), areFew() ? FEW : NEAREST);
        Arrays.sort(compared);
        Map<Integer, List<Phrase>> byIntent = new TreeMap<>();
        for (int number : compared) {
            byIntent.computeIfAbsent(intentOf[number], none -> new ArrayList<>())
                    .add(phrases.get(number));
        }
        List<Evidence> evidence = new ArrayList<>();
        byIntent.forEach(
                (intent, some) -> intents.get(intent).judge(parts, some).ifPresent(evidence::add));
        evidence.sort(Comparator.comparingDouble(Evidence::words).reversed());
        return evidence;
    }

    private boolean isUnclaimed(List<Sentence> talk, Neighbours bySpelling) {
        Sentence whole = talk.get(0);
        Near near = bySpelling.near(whole.text(), Analyzer.reading(whole.morphemes()), null);
        return evidence(talk, near).stream().noneMatch(like -> like.words() >= CLAIMED);
    }
}
