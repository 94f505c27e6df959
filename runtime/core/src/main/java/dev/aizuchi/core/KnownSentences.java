package dev.aizuchi.core;

import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.japanese.PhraseMemory;
import dev.aizuchi.japanese.PhraseMemory.Spoken;
import dev.aizuchi.japanese.Respelling;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keep what ears learn of the sentences that may be said: how a site writes them, and which are whole. It takes most of
 * a second, so many agents with the same skills share one, and a memory spares it to the next start. Not for several
 * threads at once.
 */
public final class KnownSentences {
    private final Map<Site, Respelling> respellings = new HashMap<>();
    private final Map<List<String>, Set<String>> whole = new HashMap<>();
    private final Map<List<String>, List<String>> stops = new HashMap<>();
    private final Normalizer normalizer = new Normalizer();
    private final PhraseMemory memory;

    /** What a respelling is learnt from. */
    private record Site(List<String> written, List<LexiconEntry> words) {}

    /** Begin with nothing learnt. */
    public KnownSentences() {
        this(PhraseMemory.NONE);
    }

    /** Begin with what a memory has of the sentences: their normal form, and how they sound. */
    public KnownSentences(PhraseMemory memory) {
        this.memory = memory;
    }

    Respelling respelling(List<String> written, Lexicon words) {
        return respellings.computeIfAbsent(
                new Site(written, words.entries()),
                site -> new Respelling(
                        written, words, sentence -> spoken(sentence).reading()));
    }

    /** Give those with a stop word; which are is asked anew at each start, never remembered. */
    List<String> stops(List<String> written, Predicate<String> isStop) {
        return stops.computeIfAbsent(written, all -> all.stream().filter(isStop).toList());
    }

    Set<String> whole(List<String> audible) {
        return whole.computeIfAbsent(
                audible,
                all -> all.stream().map(sentence -> spoken(sentence).text()).collect(Collectors.toUnmodifiableSet()));
    }

    private Spoken spoken(String sentence) {
        return memory.of(sentence, () -> new Spoken(normalizer.normalize(sentence), Respelling.sound(sentence)));
    }
}
