package dev.aizuchi.mcap;

import dev.aizuchi.mcap.McapRecord.Footer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Read parts of a file by where they stand. */
final class FileParts implements AutoCloseable {
    private final FileChannel channel;

    private FileParts(FileChannel channel) {
        this.channel = channel;
    }

    /** Open a file that begins as MCAP does. */
    static FileParts open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        FileParts parts = new FileParts(channel);
        try {
            Magic.require(
                    parts.part(0, Math.min(Magic.BYTES.size(), channel.size())).toArray());
            return parts;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Read the one record that stands at a place. */
    <T extends McapRecord> T at(long offset, long length, Class<T> kind) throws IOException {
        List<McapRecord> records = Records.all(part(offset, length));
        if (records.size() == 1 && kind.isInstance(records.get(0))) {
            return kind.cast(records.get(0));
        }
        throw new McapException("at byte " + offset + " stands no " + kind.getSimpleName() + ", as the index says");
    }

    /** Read the summary section; empty where there is none or it cannot be trusted. */
    Optional<Summary> summary() throws IOException {
        int tail = Records.PREFIX + Footer.SIZE;
        long footerAt = channel.size() - tail - Magic.BYTES.size();
        if (footerAt < Magic.BYTES.size()
                || !part(footerAt + tail, Magic.BYTES.size()).equals(Magic.BYTES)) {
            return Optional.empty();
        }
        try {
            if (!(Records.all(part(footerAt, tail)).get(0) instanceof Footer footer) || footer.summaryStart() == 0) {
                return Optional.empty();
            }
            Bytes checked = part(footer.summaryStart(), footerAt + tail - 4 - footer.summaryStart());
            if (footer.summaryCrc() != 0 && footer.summaryCrc() != checked.crc()) {
                return Optional.empty();
            }
            Summary summary = new Summary();
            Records.all(checked.slice(0, (int) (footerAt - footer.summaryStart())))
                    .forEach(summary::read);
            return Optional.of(summary);
        } catch (McapException e) {
            // The data before it may be whole; they are looked through.
            return Optional.empty();
        }
    }

    private Bytes part(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > Compression.LARGEST || offset > channel.size() - length) {
            throw new McapException("the file of " + channel.size() + " bytes has no " + Long.toUnsignedString(length)
                    + " bytes at " + Long.toUnsignedString(offset));
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {}
        return Bytes.wrap(buffer.array());
    }
}
