package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseMemory.Spoken;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Hold what was learnt of phrases, as it lies on the disk.
 *
 * @param build of the Japanese layer by which the phrases were read
 * @param vectors by text
 * @param spoken how phrases are said, as they are written
 */
record LearntFile(long build, Map<String, float[]> vectors, Map<String, Spoken> spoken) {
    private static final System.Logger LOG = System.getLogger(LearntFile.class.getName());
    private static final int FORMAT = 0x41495a32;
    /** Beyond this many, what the loaded skills do not use is dropped; 30 MB of an encoder with 384 dimensions. */
    private static final int MOST = 20_000;

    private static final LearntFile NOTHING = new LearntFile(0, Map.of(), Map.of());

    LearntFile {
        vectors = Map.copyOf(vectors);
        spoken = Map.copyOf(spoken);
    }

    /** Read a file; one that is missing, damaged or of other dimensions holds nothing. */
    static LearntFile read(Path file, int dimensions) {
        try {
            // At once: read byte by byte, it takes longer than the network takes to load.
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
            ByteBuffer body = in.slice(0, Math.max(0, in.limit() - Long.BYTES));
            CRC32 sum = new CRC32();
            sum.update(body.duplicate());
            if (body.getInt() != FORMAT || body.getInt() != dimensions || in.getLong(body.limit()) != sum.getValue()) {
                return NOTHING;
            }
            long build = body.getLong();
            Map<String, float[]> vectors = new HashMap<>();
            for (int left = body.getInt(); left > 0; left--) {
                vectors.put(text(body), vector(body, dimensions));
            }
            Map<String, Spoken> spoken = new HashMap<>();
            for (int left = body.getInt(); left > 0; left--) {
                spoken.put(text(body), new Spoken(text(body), text(body)));
            }
            return new LearntFile(build, vectors, spoken);
        } catch (IOException | BufferUnderflowException e) {
            return NOTHING;
        }
    }

    /** Give what a file is to hold: other configurations' too, so that they do not push one another out. */
    static <V> Map<String, V> worthKeeping(Map<String, V> all, Set<String> used) {
        Map<String, V> kept = new HashMap<>(all);
        if (kept.size() > MOST) {
            kept.keySet().retainAll(used);
        }
        return kept;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static float[] vector(ByteBuffer in, int dimensions) {
        float[] vector = new float[dimensions];
        in.asFloatBuffer().get(vector);
        in.position(in.position() + dimensions * Float.BYTES);
        return vector;
    }

    /** Write it in the place of what was there; where that cannot be, it is done without. */
    void write(Path file, int dimensions) {
        Path directory = file.toAbsolutePath().resolveSibling("");
        try {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "phrases", ".new");
            try {
                fill(fresh, dimensions);
                // Two starts at once each write a whole file; the later one stays.
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "what was learnt of the phrases is not kept: {0}", e.toString());
        }
    }

    private void fill(Path file, int dimensions) throws IOException {
        try (CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), new CRC32());
                DataOutputStream out = new DataOutputStream(checked)) {
            out.writeInt(FORMAT);
            out.writeInt(dimensions);
            out.writeLong(build);
            out.writeInt(vectors.size());
            for (Map.Entry<String, float[]> vector : vectors.entrySet()) {
                write(out, vector.getKey());
                ByteBuffer bytes = ByteBuffer.allocate(dimensions * Float.BYTES);
                bytes.asFloatBuffer().put(vector.getValue());
                out.write(bytes.array());
            }
            out.writeInt(spoken.size());
            for (Map.Entry<String, Spoken> phrase : spoken.entrySet()) {
                write(out, phrase.getKey());
                write(out, phrase.getValue().text());
                write(out, phrase.getValue().reading());
            }
            out.writeLong(checked.getChecksum().getValue());
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
