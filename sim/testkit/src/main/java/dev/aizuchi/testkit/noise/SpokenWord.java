package dev.aizuchi.testkit.noise;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Morae;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A word as it stands and as it sounds.
 *
 * @param surface as it stands in the text
 * @param morae as it is said; empty for signs
 * @param particle whether it is one
 */
record SpokenWord(String surface, List<String> morae, boolean particle) {
    private static final Morphology MORPHOLOGY = new Morphology();
    /** Particles that are not said as they are written. */
    private static final Map<String, String> SAID = Map.of("は", "わ", "へ", "え", "を", "お");

    SpokenWord {
        morae = List.copyOf(morae);
    }

    /** Split a sentence. */
    static List<SpokenWord> of(String text) {
        List<SpokenWord> words = new ArrayList<>();
        for (Morpheme morpheme : MORPHOLOGY.analyze(text)) {
            boolean particle = morpheme.is("助詞");
            String said = Kana.hiragana(morpheme.reading());
            String sound = particle ? SAID.getOrDefault(said, said) : said;
            words.add(new SpokenWord(morpheme.surface(), Morae.of(sound), particle));
        }
        return words;
    }

    /** Give how a sentence sounds. */
    static List<String> morae(String text) {
        return of(text).stream().flatMap(word -> word.morae().stream()).toList();
    }

    String kana() {
        return String.join("", morae);
    }
}
