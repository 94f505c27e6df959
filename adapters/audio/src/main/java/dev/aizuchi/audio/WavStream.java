package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.io.InputStream;

/** Read the samples of a WAV file after its header, at the file's own rate, with a buffer of 20 ms. */
final class WavStream implements SampleStream, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WavStream.class.getName());

    private final String name;
    private final InputStream in;
    private final WavHeader header;
    private final byte[] bytes;
    private final float[] samples;
    private long bytesLeft;
    private long bytesRead;
    private int length;
    private int at;

    private WavStream(String name, InputStream in, WavHeader header) {
        this.name = name;
        this.in = in;
        this.header = header;
        int frames = Math.max(1, header.format().rate() / 50);
        this.bytes = new byte[frames * header.format().frameBytes()];
        this.samples = new float[frames];
        this.bytesLeft = header.dataBytes();
    }

    /**
     * Read the header; closes the stream when it is not one.
     *
     * @param channel the only one to hear, from 1; 0 averages them all
     */
    static WavStream open(String name, InputStream in, int channel) {
        try {
            WavStream stream = new WavStream(name, in, WavHeader.read(name, in).hearing(name, channel));
            if (!stream.refill()) {
                throw new AudioException(name + " holds no sound, only a header; record it again");
            }
            return stream;
        } catch (IOException e) {
            closeQuietly(in);
            throw unreadable(name, e);
        } catch (AudioException e) {
            closeQuietly(in);
            throw e;
        }
    }

    int rate() {
        return header.format().rate();
    }

    @Override
    public int read(float[] into) {
        try {
            if (at == length && !refill()) {
                return -1;
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        int count = Math.min(into.length, length - at);
        System.arraycopy(samples, at, into, 0, count);
        at += count;
        return count;
    }

    private boolean refill() throws IOException {
        int wanted = (int) Math.min(bytes.length, bytesLeft);
        int read = in.readNBytes(bytes, 0, wanted);
        bytesRead += read;
        bytesLeft -= read;
        if (read < wanted) {
            tellShortfall();
            bytesLeft = 0;
        }
        at = 0;
        length = header.format().decode(bytes, read - read % header.format().frameBytes(), samples);
        return length > 0;
    }

    /** A recording that was broken off is used as far as it goes, but not silently. */
    private void tellShortfall() {
        if (!header.lengthUnknown()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} ends after {1} of the {2} bytes of sound that its header promises; what is there is used",
                    name,
                    Long.toString(bytesRead),
                    Long.toString(header.dataBytes()));
        }
    }

    @Override
    public void close() {
        closeQuietly(in);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a sound file did not close", e);
        }
    }

    static AudioException unreadable(String name, IOException cause) {
        return new AudioException(name + " cannot be read (" + cause.getMessage() + "); check the disk", cause);
    }
}
