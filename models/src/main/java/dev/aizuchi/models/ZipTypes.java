package dev.aizuchi.models;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Find entries of a zip archive that are neither file nor folder.
 *
 * <p>java.util.zip does not show an entry's Unix type, so the central directory is read here (APPNOTE.TXT 6.3, 4.3.12
 * to 4.3.16). The JDK reads the same archive for its content and checks its structure.
 */
final class ZipTypes {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY_LENGTH = 46;
    private static final int UNIX = 3;
    private static final int TYPE_MASK = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    private final FileChannel channel;

    private ZipTypes(FileChannel channel) {
        this.channel = channel;
    }

    /** Say whether a symbolic link, a device or the like is among the entries. */
    static boolean holdSpecialEntry(Path zip) throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            return new ZipTypes(channel).holdSpecialEntry();
        }
    }

    private boolean holdSpecialEntry() throws IOException {
        long end = endOfDirectory();
        ByteBuffer record = read(end, END_LENGTH);
        long count = Short.toUnsignedLong(record.getShort(10));
        long at = Integer.toUnsignedLong(record.getInt(16));
        if (end >= 20 && read(end - 20, 4).getInt(0) == END64_LOCATOR_SIGNATURE) {
            ByteBuffer record64 = read(read(end - 20, 20).getLong(8), 56);
            count = record64.getLong(32);
            at = record64.getLong(48);
        }
        for (long i = 0; i < count; i++) {
            ByteBuffer entry = read(at, ENTRY_LENGTH);
            if (entry.getInt(0) != ENTRY_SIGNATURE) {
                throw new IOException("its directory is damaged");
            }
            if (isSpecial(entry)) {
                return true;
            }
            at += ENTRY_LENGTH
                    + Short.toUnsignedInt(entry.getShort(28))
                    + Short.toUnsignedInt(entry.getShort(30))
                    + Short.toUnsignedInt(entry.getShort(32));
        }
        return false;
    }

    private static boolean isSpecial(ByteBuffer entry) {
        int type = entry.getInt(38) >>> 16 & TYPE_MASK;
        return entry.get(5) == UNIX && type != 0 && type != REGULAR && type != FOLDER;
    }

    private long endOfDirectory() throws IOException {
        long size = channel.size();
        int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = read(size - length, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE) {
                return size - length + i;
            }
        }
        throw new IOException("it has no directory");
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
