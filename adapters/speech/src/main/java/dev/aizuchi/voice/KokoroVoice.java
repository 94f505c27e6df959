package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Hold the style vectors of one of Kokoro's voices: one of 256 numbers for each length of a sentence. */
final class KokoroVoice {
    private static final int STYLE = 256;
    /** NumPy's file format 1.0: magic, version, and a header whose length stands in these two bytes. */
    private static final int HEADER_LENGTH_AT = 8;

    private static final int HEADER_AT = 10;

    private final float[] styles;

    private KokoroVoice(float[] styles) {
        this.styles = styles;
    }

    /**
     * Read a voice from NumPy's archive of arrays.
     *
     * @throws AdapterException when the archive is broken or has no such voice; then it names those it has
     */
    static KokoroVoice read(Path archive, String name) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(name + ".npy");
            if (entry == null) {
                String known = zip.stream()
                        .map(each -> each.getName().replace(".npy", ""))
                        .sorted()
                        .collect(Collectors.joining(", "));
                throw new AdapterException("Kokoro has no voice " + name + "; it has " + known);
            }
            return new KokoroVoice(floats(zip.getInputStream(entry).readAllBytes(), archive));
        } catch (IOException e) {
            throw new AdapterException(archive + " cannot be read; " + KokoroSynthesizer.CURE, e);
        }
    }

    private static float[] floats(byte[] array, Path archive) {
        ByteBuffer in = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
        int header = array.length < HEADER_AT ? array.length : in.getShort(HEADER_LENGTH_AT);
        boolean whole = header >= 0 && HEADER_AT + header < array.length;
        String description = whole ? new String(array, HEADER_AT, header, StandardCharsets.US_ASCII) : "";
        int bytes = whole ? array.length - HEADER_AT - header : 0;
        if (!description.contains("'<f4'")
                || !description.contains("'fortran_order': False")
                || bytes % (STYLE * 4) != 0) {
            throw new AdapterException(
                    archive + " holds no style vectors of " + STYLE + " numbers; " + KokoroSynthesizer.CURE);
        }
        float[] values = new float[bytes / 4];
        in.position(HEADER_AT + header)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /** Give the style for a sentence of so many phonemes. */
    float[] style(int phonemes) {
        int row = Math.min(Math.max(phonemes, 1), styles.length / STYLE) - 1;
        return Arrays.copyOfRange(styles, row * STYLE, (row + 1) * STYLE);
    }
}
