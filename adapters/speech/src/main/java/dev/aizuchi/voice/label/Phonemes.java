package dev.aizuchi.voice.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Spell morae in phonemes, and take the voice from vowels that stand between voiceless sounds. */
final class Phonemes {
    private static final Set<String> VOICELESS =
            Set.of("k", "ky", "s", "sh", "t", "ty", "ch", "ts", "h", "f", "hy", "p", "py");
    /** After these a vowel before the second keeps its voice: スス, フフ. */
    private static final Map<String, Set<String>> VOICED_BETWEEN =
            Map.of("s", Set.of("s", "sh"), "f", Set.of("f", "h", "hy"), "h", Set.of("f", "h", "hy"));

    private final Map<String, Mora> table = new HashMap<>();

    /** Hold the phonemes of a mora; either may be empty. */
    record Mora(String consonant, String vowel) {
        List<String> phonemes() {
            List<String> phonemes = new ArrayList<>(2);
            if (!consonant.isEmpty()) {
                phonemes.add(consonant);
            }
            if (!vowel.isEmpty()) {
                phonemes.add(vowel);
            }
            return phonemes;
        }

        private boolean isHigh() {
            return vowel.equals("i") || vowel.equals("u");
        }

        private Mora voiceless() {
            return new Mora(consonant, vowel.toUpperCase(Locale.ROOT));
        }
    }

    Phonemes() {
        Table.rows("phonemes.tsv").forEach(row -> table.put(row[0], new Mora(row[1], row[2])));
    }

    /** Spell morae in katakana; one that nobody knows is taken letter by letter, at last as a vowel drawn out. */
    List<Mora> spell(List<String> morae) {
        List<Mora> spelled = new ArrayList<>(morae.size());
        for (String kana : morae) {
            Mora mora = table.get(kana);
            if (mora == null && kana.length() > 1) {
                mora = table.get(kana.substring(0, 1));
            }
            spelled.add(mora == null ? new Mora("", lastVowel(spelled)) : mora);
        }
        return spelled;
    }

    private static String lastVowel(List<Mora> spelled) {
        if (spelled.isEmpty()) {
            return "a";
        }
        Mora last = spelled.get(spelled.size() - 1);
        return last.vowel().isEmpty() ? last.consonant() : last.vowel();
    }

    /**
     * Take the voice from i and u between voiceless sounds, never twice on end and not where the pitch falls.
     *
     * @param morae what is said in one breath
     * @param nuclei the places of those after which the pitch falls
     * @param polite the places of ス in です and ます, which is voiceless anyway
     */
    static void devoice(List<Mora> morae, Set<Integer> nuclei, Set<Integer> polite) {
        boolean before = false;
        for (int i = 0; i < morae.size(); i++) {
            Mora mora = morae.get(i);
            boolean between = !before
                    && !nuclei.contains(i)
                    && !polite.contains(i + 1)
                    && i + 1 < morae.size()
                    && stands(mora, morae.get(i + 1));
            before = mora.isHigh() && (polite.contains(i) || between);
            if (before) {
                morae.set(i, mora.voiceless());
            }
        }
    }

    private static boolean stands(Mora mora, Mora next) {
        return mora.isHigh()
                && VOICELESS.contains(mora.consonant())
                && VOICELESS.contains(next.consonant())
                && !VOICED_BETWEEN.getOrDefault(mora.consonant(), Set.of()).contains(next.consonant());
    }
}
