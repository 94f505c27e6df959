package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Write sound to a WAV file that is whole after every write, so that it can be heard after a crash as well. */
final class WavOutput implements PacedLine.Out {
    private final FileChannel file;
    private final int rate;
    private int dataBytes;

    private WavOutput(FileChannel file, int rate) {
        this.file = file;
        this.rate = rate;
    }

    /** Begin a file, which replaces what was there. */
    static WavOutput create(Path path, int rate) {
        try {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            WavOutput output = new WavOutput(file, rate);
            output.writeAll(WavFile.header(rate, 0), 0);
            return output;
        } catch (IOException e) {
            throw new AudioException(
                    path + " cannot be written (" + e + "); check the folder and the space on the disk", e);
        }
    }

    @Override
    public void begin() {
        // Clips follow one another without a gap.
    }

    @Override
    public int write(byte[] bytes, int offset, int length) throws IOException {
        if (dataBytes > Integer.MAX_VALUE - WavFile.HEADER_BYTES - length) {
            throw new IOException("the file has reached 2 GB; name another");
        }
        writeAll(ByteBuffer.wrap(bytes, offset, length), WavFile.HEADER_BYTES + (long) dataBytes);
        dataBytes += length;
        writeAll(WavFile.header(rate, dataBytes), 0);
        return length;
    }

    private void writeAll(ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            System.getLogger(WavOutput.class.getName())
                    .log(System.Logger.Level.WARNING, "the file of what was said did not close", e);
        }
    }
}
