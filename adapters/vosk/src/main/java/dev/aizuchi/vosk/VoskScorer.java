package dev.aizuchi.vosk;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Score sounds with a recogniser of Vosk's; closing waits until a sound that is being scored is through. */
final class VoskScorer implements SpeechRecognizer.Scorer {
    private final LateDecoder late;

    VoskScorer(LateDecoder late) {
        this.late = late;
    }

    @Override
    public synchronized List<Scored> score(List<AudioFrame> sound) {
        ByteArrayOutputStream samples = new ByteArrayOutputStream(sound.size() * AudioFrame.SAMPLES * 2);
        sound.forEach(frame -> samples.writeBytes(frame.toBytes()));
        Decoder decoder = late.get();
        decoder.accept(samples.toByteArray(), samples.size());
        return VoskResult.scored(decoder.finalResult());
    }

    @Override
    public synchronized void close() {
        late.close();
    }
}
