package dev.aizuchi.voice;

import dev.aizuchi.japanese.accent.AccentPhrase;
import dev.aizuchi.japanese.accent.AccentReader;
import dev.aizuchi.voice.hmm.Prosody;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Part a script into sentences of accent phrases. */
final class Phrased {
    /** More would be planned as one breath that nobody has. */
    private static final int LONGEST = 200;

    private static final Pattern ENDS = Pattern.compile(".*[。．？！?!\\n][」』）)]*\\s*", Pattern.DOTALL);

    private final AccentReader reader;
    private final List<List<Spoken>> sentences = new ArrayList<>();
    private List<Spoken> current = new ArrayList<>();

    Phrased(AccentReader reader) {
        this.reader = reader;
    }

    /**
     * Hold an accent phrase, how it is said, and how long the pause behind it is.
     *
     * @param pauseMillis 0 leaves it to the voice
     */
    record Spoken(AccentPhrase phrase, Prosody prosody, int pauseMillis) {
        private Spoken pausing(int millis) {
            return new Spoken(
                    new AccentPhrase(phrase.words(), phrase.nucleus(), phrase.question(), true),
                    prosody,
                    pauseMillis + millis);
        }
    }

    List<List<Spoken>> of(Script script) {
        for (Script.Part part : script.parts()) {
            if (part instanceof Script.Words words) {
                add(words);
            } else if (part instanceof Script.Sounds sounds) {
                AccentReader.phrase(sounds.kana(), sounds.nucleus())
                        .ifPresent(phrase -> current.add(new Spoken(phrase, sounds.prosody(), 0)));
            } else if (part instanceof Script.Break pause) {
                pause(pause.millis());
            } else {
                end();
            }
        }
        end();
        return sentences;
    }

    private void add(Script.Words words) {
        for (String piece : Clauses.upTo(LONGEST, words.text())) {
            reader.read(piece).forEach(phrase -> current.add(new Spoken(phrase, words.prosody(), 0)));
            if (ENDS.matcher(piece).matches()) {
                end();
            }
        }
    }

    /** A pause behind a whole sentence makes that between two longer. */
    private void pause(int millis) {
        List<Spoken> sentence = current;
        if (sentence.isEmpty() && !sentences.isEmpty()) {
            sentence = sentences.get(sentences.size() - 1);
        }
        if (!sentence.isEmpty() && millis > 0) {
            int last = sentence.size() - 1;
            sentence.set(last, sentence.get(last).pausing(millis));
        }
    }

    private void end() {
        if (!current.isEmpty()) {
            sentences.add(current);
            current = new ArrayList<>();
        }
    }
}
