package dev.aizuchi.voice.label;

import dev.aizuchi.japanese.accent.AccentPhrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Write an utterance as full-context labels, in the form HTS_TTS_JPN of Open JTalk.
 *
 * <p>Inflection is left open ({@code xx}): few questions of a voice ask for it.
 */
public final class LabelWriter {
    private final Phonemes phonemes = new Phonemes();
    private final WordClasses classes = new WordClasses();

    /**
     * Hold a label.
     *
     * @param context the label itself
     * @param phoneme what it is of; {@code sil} and {@code pau} are silences
     * @param phrase the place of the accent phrase, of a silence that before it; -1 at the beginning
     */
    public record Line(String context, String phoneme, int phrase) {
        /** Tell whether nothing is heard. */
        public boolean isSilence() {
            return phoneme.equals("sil") || phoneme.equals("pau");
        }
    }

    /** Write the labels of phrases, one at least, with silence before and after. */
    public List<Line> of(List<AccentPhrase> phrases) {
        Outline outline = new Outline(phrases);
        List<Sound> sounds = new ArrayList<>();
        sounds.add(Sound.silence("sil", -1));
        int breath = 0;
        for (int i = 0; i < phrases.size(); i++) {
            boolean ends = i == phrases.size() - 1 || phrases.get(i).pause();
            if (ends) {
                addBreath(phrases, breath, i + 1, sounds);
                sounds.add(Sound.silence(i == phrases.size() - 1 ? "sil" : "pau", i));
                breath = i + 1;
            }
        }
        List<Line> lines = new ArrayList<>(sounds.size());
        for (int i = 0; i < sounds.size(); i++) {
            lines.add(line(sounds, i, outline));
        }
        return lines;
    }

    /** One phoneme with its place: phrase, word of all words, mora in the phrase. */
    private record Sound(String phoneme, int phrase, int word, int mora) {
        static Sound silence(String name, int phrase) {
            return new Sound(name, phrase, -1, -1);
        }
    }

    private void addBreath(List<AccentPhrase> phrases, int from, int to, List<Sound> sounds) {
        List<String> kana = new ArrayList<>();
        Set<Integer> nuclei = new HashSet<>();
        Set<Integer> polite = new HashSet<>();
        for (AccentPhrase phrase : phrases.subList(from, to)) {
            nuclei.add(kana.size() + phrase.nucleus() - 1);
            for (AccentPhrase.Word word : phrase.words()) {
                kana.addAll(word.morae());
                if (word.partOfSpeech().startsWith("助動詞") && isPolite(word.morae())) {
                    polite.add(kana.size() - 1);
                }
            }
        }
        List<Phonemes.Mora> morae = phonemes.spell(kana);
        Phonemes.devoice(morae, nuclei, polite);
        int at = 0;
        for (int phrase = from; phrase < to; phrase++) {
            int word = wordsBefore(phrases, phrase);
            int mora = 0;
            for (AccentPhrase.Word said : phrases.get(phrase).words()) {
                for (int i = 0; i < said.morae().size(); i++) {
                    for (String phoneme : morae.get(at++).phonemes()) {
                        sounds.add(new Sound(phoneme, phrase, word, mora));
                    }
                    mora++;
                }
                word++;
            }
        }
    }

    private static boolean isPolite(List<String> morae) {
        return morae.equals(List.of("デ", "ス")) || morae.equals(List.of("マ", "ス"));
    }

    private static int wordsBefore(List<AccentPhrase> phrases, int phrase) {
        return phrases.subList(0, phrase).stream()
                .mapToInt(before -> before.words().size())
                .sum();
    }

    private Line line(List<Sound> sounds, int i, Outline outline) {
        Sound sound = sounds.get(i);
        String label = phoneme(sounds, i - 2) + "^" + phoneme(sounds, i - 1) + "-" + sound.phoneme + "+"
                + phoneme(sounds, i + 1) + "=" + phoneme(sounds, i + 2);
        if (sound.word < 0) {
            int wordAfter = outline.wordsUpTo(sound.phrase);
            return new Line(
                    label + "/A:xx+xx+xx" + outline.words(wordAfter - 1, -1, wordAfter, classes)
                            + outline.silence(sound.phrase),
                    sound.phoneme,
                    sound.phrase);
        }
        return new Line(
                label
                        + outline.mora(sound.phrase, sound.mora)
                        + outline.words(sound.word - 1, sound.word, sound.word + 1, classes)
                        + outline.phrase(sound.phrase),
                sound.phoneme,
                sound.phrase);
    }

    private static String phoneme(List<Sound> sounds, int i) {
        return i < 0 || i >= sounds.size() ? "xx" : sounds.get(i).phoneme;
    }
}
