package dev.aizuchi.voice;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.List;

/** Say sentences that hold a word, 10 ms for each character, and note what was asked for. */
final class FakeVoice implements SpeechSynthesizer {
    final List<String> asked = new ArrayList<>();
    boolean closed;
    private final String word;

    FakeVoice(String word) {
        this.word = word;
    }

    @Override
    public AudioClip synthesize(String text) {
        asked.add(text);
        if (!text.contains(word)) {
            throw new AudioException("knows only " + word);
        }
        return Tones.tone(0, 10 * text.length(), 0);
    }

    @Override
    public void close() {
        closed = true;
    }
}
