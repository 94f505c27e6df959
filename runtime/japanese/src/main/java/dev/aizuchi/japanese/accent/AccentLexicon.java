package dev.aizuchi.japanese.accent;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Know the accents of 344,000 words, from the NAIST Japanese Dictionary; see {@code models/training/voice}.
 *
 * <p>A word is found by a hash of 32 bits over spelling, reading and part of speech, so the whole takes 2 MB; one in
 * ten thousand words that it does not know is taken for one that it knows.
 */
final class AccentLexicon {
    private static final int ACCENT = 0x3f;
    private static final int AS_WRITTEN = 0x80;

    private final List<String> rules;
    private final int[] keys;
    private final byte[] accents;
    private final byte[] joining;

    /**
     * Tell of one word.
     *
     * @param accent after which mora the pitch falls, 0 for never
     * @param joining what becomes of it in a phrase, as the dictionary writes it
     * @param asWritten whether no vowel is drawn out where the spelling would allow it: 木浦 is キノウラ
     */
    record Entry(int accent, String joining, boolean asWritten) {}

    AccentLexicon() {
        try (InputStream resource = AccentLexicon.class.getResourceAsStream("accents.bin");
                DataInputStream in = new DataInputStream(Objects.requireNonNull(resource, "accents.bin"))) {
            in.skipNBytes(4);
            int textLength = in.readInt();
            int count = in.readInt();
            rules = List.of(new String(in.readNBytes(textLength), StandardCharsets.UTF_8).split("\n", -1));
            keys = new int[count];
            ByteBuffer.wrap(in.readNBytes(count * Integer.BYTES)).asIntBuffer().get(keys);
            for (int i = 0; i < count; i++) {
                keys[i] ^= Integer.MIN_VALUE;
            }
            accents = in.readNBytes(count);
            joining = in.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Find a word by its spelling, its reading in katakana and its part of speech; null when it is not known. */
    @Nullable
    Entry find(String surface, String reading, String partOfSpeech) {
        String[] parts = partOfSpeech.split("-", -1);
        boolean fine = parts.length > 1 && (parts[1].equals("接尾") || parts[0].equals("助詞"));
        String tag = fine ? parts[0] + parts[1] : parts[0];
        int at = Arrays.binarySearch(keys, hash(surface + "\t" + reading + "\t" + tag) ^ Integer.MIN_VALUE);
        if (at < 0) {
            return null;
        }
        return new Entry(accents[at] & ACCENT, rules.get(joining[at] & 0xff), (accents[at] & AS_WRITTEN) != 0);
    }

    /** FNV-1a over the UTF-16 units. */
    private static int hash(String text) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}
