package dev.aizuchi.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;

/** Make chunks smaller, in the ways that the format's registry names. */
public enum Compression {
    /** Not at all. */
    NONE(""),
    /** Quickly: LZ4 frames. */
    LZ4("lz4"),
    /** Well: Zstandard. */
    ZSTD("zstd");

    /** More than this in one chunk is taken for damage, before memory is asked for. */
    static final int LARGEST = 512 << 20;

    private static final int ZSTD_LEVEL = 3;

    private final String wireName;

    Compression(String wireName) {
        this.wireName = wireName;
    }

    /** Give the name in a file. */
    public String wireName() {
        return wireName;
    }

    /** Find one by its name in a file. */
    public static Compression named(String wireName) throws McapException {
        for (Compression each : values()) {
            if (each.wireName.equals(wireName)) {
                return each;
            }
        }
        throw new McapException("its compression is " + wireName + "; this reader knows lz4, zstd and none");
    }

    Bytes compress(Bytes plain) {
        return switch (this) {
            case NONE -> plain;
            case LZ4 -> lz4(plain);
            case ZSTD -> Bytes.wrap(Zstd.compress(plain.toArray(), ZSTD_LEVEL));
        };
    }

    Bytes decompress(Bytes compressed, long size) throws McapException {
        if (size < 0 || size > LARGEST) {
            throw new McapException("it would unpack to " + Long.toUnsignedString(size) + " bytes");
        }
        byte[] plain =
                switch (this) {
                    case NONE -> compressed.toArray();
                    case LZ4 -> unlz4(compressed, (int) size);
                    case ZSTD -> unzstd(compressed, (int) size);
                };
        if (plain.length != size) {
            throw new McapException("it unpacks to " + plain.length + " bytes, not to " + size);
        }
        return Bytes.wrap(plain);
    }

    private static Bytes lz4(Bytes plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream frame = new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_256KB)) {
            frame.write(plain.toArray());
        } catch (IOException e) {
            throw new IllegalStateException("memory takes all that is written", e);
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static byte[] unlz4(Bytes compressed, int size) throws McapException {
        try (LZ4FrameInputStream in = new LZ4FrameInputStream(new ByteArrayInputStream(compressed.toArray()))) {
            // One more, to notice when there is too much.
            return in.readNBytes(size + 1);
        } catch (IOException | RuntimeException e) {
            // Of a damaged header it throws what is neither checked nor named.
            throw new McapException("it is no LZ4: " + e.getMessage(), e);
        }
    }

    private static byte[] unzstd(Bytes compressed, int size) throws McapException {
        try {
            byte[] plain = new byte[size];
            long got = Zstd.decompress(plain, compressed.toArray());
            if (Zstd.isError(got)) {
                throw new McapException("it is no Zstandard: " + Zstd.getErrorName(got));
            }
            return got == size ? plain : Arrays.copyOf(plain, (int) got);
        } catch (ZstdException e) {
            throw new McapException("it is no Zstandard: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return wireName.isEmpty() ? "none" : wireName;
    }

    /** List the names by which a person chooses. */
    public static String names() {
        return Arrays.stream(values()).map(Compression::toString).collect(Collectors.joining(", "));
    }
}
