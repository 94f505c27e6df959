package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Keep the vectors of the skills' phrases from one start to the next, since encoding them takes seconds.
 *
 * <p>Only what is learnt at the start is kept, never what a person says. The file is a cache: one that is missing,
 * damaged or of another encoder is made anew, and one that cannot be written is done without.
 */
final class StoredVectors implements TextEncoder {
    private static final System.Logger LOG = System.getLogger(StoredVectors.class.getName());
    private static final int FORMAT = 0x41495a31;
    /** Beyond this many, what the loaded skills do not use is dropped; 30 MB of an encoder with 384 dimensions. */
    private static final int MOST = 20_000;
    /** Texts that one core encodes at once. */
    private static final int BATCH = 64;
    /** Tells encoders apart: the same text has the same vector in the same encoder only. */
    private static final String PROBE = "ちょっとお手洗いに行きたいのですが";
    /** Cosine; the rounding of two processors lies far above, other weights far below. */
    private static final double SAME = 0.999;

    private final TextEncoder encoder;
    private final Map<String, float[]> stored;
    private final Map<String, float[]> used = new HashMap<>();
    private volatile boolean isLearning = true;

    private StoredVectors(TextEncoder encoder, Map<String, float[]> stored) {
        this.encoder = encoder;
        this.stored = stored;
    }

    /**
     * Learn intents, with the vectors that an earlier start left in a file.
     *
     * @param encoder stays the caller's to close
     */
    static Interpreter learn(
            List<Interpreter.Intent> intents, TextEncoder encoder, Interpreter.Caution caution, Path file) {
        float[] probe = encoder.encode(PROBE);
        Map<String, float[]> known = read(file, encoder.dimensions());
        float[] knownProbe = known.get(PROBE);
        StoredVectors vectors =
                new StoredVectors(encoder, knownProbe != null && isSame(knownProbe, probe) ? known : Map.of());
        vectors.used.put(PROBE, probe);
        Interpreter interpreter = PhraseInterpreter.of(intents, vectors, caution);
        vectors.isLearning = false;
        if (!vectors.stored.keySet().containsAll(vectors.used.keySet())) {
            write(file, vectors.kept(), encoder.dimensions());
        }
        vectors.used.clear();
        return interpreter;
    }

    /** Other configurations' phrases are kept too, so that they do not push one another out. */
    private Map<String, float[]> kept() {
        Map<String, float[]> kept = new HashMap<>(used);
        if (stored.size() + used.size() <= MOST) {
            stored.forEach(kept::putIfAbsent);
        }
        return kept;
    }

    @Override
    public float[] encode(String text) {
        if (!isLearning) {
            return encoder.encode(text);
        }
        float[] known = stored.get(text);
        float[] vector = known == null ? encoder.encode(text) : known;
        used.put(text, vector);
        return vector.clone();
    }

    /** Encode what is not known in batches of like length, on all cores: nobody talks to the robot while it starts. */
    @Override
    public List<float[]> encodeAll(List<String> texts) {
        if (!isLearning) {
            return encoder.encodeAll(texts);
        }
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> !stored.containsKey(text) && !used.containsKey(text))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        List<List<float[]>> made = IntStream.range(0, (missing.size() + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(i -> encoder.encodeAll(missing.subList(i * BATCH, Math.min((i + 1) * BATCH, missing.size()))))
                .toList();
        for (int i = 0; i < missing.size(); i++) {
            used.put(missing.get(i), made.get(i / BATCH).get(i % BATCH));
        }
        return texts.stream().map(this::learnt).toList();
    }

    private float[] learnt(String text) {
        float[] vector = used.computeIfAbsent(text, stored::get);
        if (vector == null) {
            throw new IllegalStateException("a text was left out of its batch");
        }
        return vector.clone();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public void close() {
        encoder.close();
    }

    private static boolean isSame(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot > SAME;
    }

    private static Map<String, float[]> read(Path file, int dimensions) {
        try (CheckedInputStream checked =
                        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32());
                DataInputStream in = new DataInputStream(checked)) {
            int count = in.readInt() == FORMAT && in.readInt() == dimensions ? in.readInt() : 0;
            Map<String, float[]> vectors = new HashMap<>();
            for (int i = 0; i < count; i++) {
                vectors.put(in.readUTF(), floats(in, dimensions));
            }
            long sum = checked.getChecksum().getValue();
            return in.readLong() == sum ? vectors : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] vector = new float[count];
        for (int i = 0; i < count; i++) {
            vector[i] = in.readFloat();
        }
        return vector;
    }

    private static void write(Path file, Map<String, float[]> vectors, int dimensions) {
        Path directory = file.toAbsolutePath().resolveSibling("");
        try {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "vectors", ".new");
            try {
                fill(fresh, vectors, dimensions);
                // Two starts at once each write a whole file; the later one stays.
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the phrases' vectors are not kept: {0}", e.toString());
        }
    }

    private static void fill(Path file, Map<String, float[]> vectors, int dimensions) throws IOException {
        try (CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), new CRC32());
                DataOutputStream out = new DataOutputStream(checked)) {
            out.writeInt(FORMAT);
            out.writeInt(dimensions);
            out.writeInt(vectors.size());
            for (Map.Entry<String, float[]> vector : vectors.entrySet()) {
                out.writeUTF(vector.getKey());
                for (float component : vector.getValue()) {
                    out.writeFloat(component);
                }
            }
            out.writeLong(checked.getChecksum().getValue());
        }
    }
}
