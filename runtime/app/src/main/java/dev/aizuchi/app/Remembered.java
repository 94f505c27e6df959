package dev.aizuchi.app;

import dev.aizuchi.language.TextEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Encode each text once while this lives: in a cross-validation every example is learnt several times. */
final class Remembered implements TextEncoder {
    private final TextEncoder encoder;
    private final Map<String, float[]> known = new HashMap<>();

    /** Remember for an encoder, which stays the caller's to close. */
    Remembered(TextEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public float[] encode(String text) {
        float[] vector;
        synchronized (known) {
            vector = known.get(text);
        }
        return vector == null ? encoder.encode(text) : vector.clone();
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        synchronized (known) {
            List<String> missing = texts.stream()
                    .distinct()
                    .filter(text -> !known.containsKey(text))
                    .toList();
            List<float[]> made = encoder.encodeAll(missing);
            for (int i = 0; i < made.size(); i++) {
                known.put(missing.get(i), made.get(i));
            }
            return texts.stream()
                    .map(text -> known.getOrDefault(text, new float[0]).clone())
                    .toList();
        }
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
