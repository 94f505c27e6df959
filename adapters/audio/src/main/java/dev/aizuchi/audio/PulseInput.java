package dev.aizuchi.audio;

import dev.aizuchi.audio.PcmFormat.Encoding;
import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.io.InputStream;

/** Take sound from the sound server; it gives the engine's own rate whatever the device has. */
final class PulseInput implements InputLine {
    private final String device;
    private final Process process;
    private final InputStream sound;
    private final PcmFormat format;

    private PulseInput(String device, Process process, PcmFormat format) {
        this.device = device;
        this.process = process;
        this.sound = process.getInputStream();
        this.format = format;
    }

    static PulseInput open(PulsePrograms programs, String device, Channels channels) {
        PcmFormat format = new PcmFormat(Encoding.SIGNED_16, channels, dev.aizuchi.speech.AudioFrame.SAMPLE_RATE);
        return new PulseInput(device, programs.startRecording(device, format.rate(), channels.count()), format);
    }

    @Override
    public String name() {
        return device + " of PulseAudio";
    }

    @Override
    public PcmFormat format() {
        return format;
    }

    @Override
    public int readable() {
        try {
            // Asked first: what it wrote before it ended is still heard.
            boolean ended = !process.isAlive();
            int available = sound.available();
            if (ended && available < format.frameBytes()) {
                throw new AudioException("the microphone " + name() + " is lost: " + PulsePrograms.complaint(process)
                        + "; check that the sound server runs for this user (pactl info)");
            }
            return available;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public int read(byte[] into, int length) {
        try {
            return sound.readNBytes(into, 0, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private AudioException failure(IOException cause) {
        return new AudioException("the microphone " + name() + " is lost: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
