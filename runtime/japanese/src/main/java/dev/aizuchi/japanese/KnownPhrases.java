package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import dev.aizuchi.japanese.Neighbours.Near;
import dev.aizuchi.japanese.PhraseMemory.Spoken;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hold all intents with their phrases, numbered and ready to be compared. */
final class KnownPhrases {
    /** With more phrases than this, not all are compared word by word, but only the nearest. */
    private static final int FEW = 400;

    private static final int NEAREST = 100;
    /** Until then the rest of a start has the cores; who speaks sooner waits for the phrases near to what was said. */
    private static final int READ_AHEAD_AFTER_S = 3;
    /** A sentence of general talk this like a phrase is what a skill answers to, so it is no general talk here. */
    private static final double CLAIMED = 0.45;

    private final List<KnownIntent> intents = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final int[] intentOf;
    private final @Nullable Meanings meanings;
    private final Neighbours neighbours;

    KnownPhrases(
            List<Intent> given,
            Normalizer normalizer,
            Analyzer analyzer,
            @Nullable TextEncoder encoder,
            PhraseMemory memory) {
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
        // On all cores: nobody talks to the robot while it learns.
        List<Spoken> spoken = phrases.parallelStream()
                .map(phrase -> memory.of(phrase.written(), phrase::spoken))
                .toList();
        List<String> texts = spoken.stream().map(Spoken::text).toList();
        Neighbours bySpelling = new Neighbours(
                intentOf, texts, spoken.stream().map(Spoken::reading).toList());
        if (encoder == null) {
            meanings = null;
            neighbours = bySpelling;
        } else {
            meanings = new Meanings(encoder, texts, unclaimedTalk(bySpelling, analyzer, memory));
            neighbours = bySpelling.with(meanings);
        }
        CompletableFuture.delayedExecutor(READ_AHEAD_AFTER_S, TimeUnit.SECONDS)
                .execute(() -> phrases.forEach(Phrase::sentence));
    }

    private static List<String> unclaimedTalk(Neighbours phrases, Analyzer analyzer, PhraseMemory memory) {
        return DataFile.read("background.txt").lines("sentences").parallelStream()
                .map(sentence ->
                        memory.of(sentence, () -> analyzer.sentence(sentence).spoken()))
                .filter(talk -> phrases.nearest(talk) < CLAIMED)
                .map(Spoken::text)
                .toList();
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

    List<Phrase> phrases() {
        return phrases;
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
}
