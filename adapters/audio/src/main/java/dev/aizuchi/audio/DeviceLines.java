package dev.aizuchi.audio;

import dev.aizuchi.audio.PcmFormat.Encoding;
import dev.aizuchi.speech.AudioException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** Open lines of Java Sound by the name of their device, in the first format that the device takes. */
final class DeviceLines {
    private static final int BUFFER_MILLIS = 200;
    /** The engine's own rate first. */
    private static final List<Integer> INPUT_RATES = List.of(16_000, 48_000, 44_100);
    /** The rates of loudspeakers first; a clip of any rate is resampled to it. */
    private static final List<Integer> OUTPUT_RATES = List.of(48_000, 44_100, 16_000);

    private DeviceLines() {}

    static InputLine openInput(String device, Channels channels) {
        Mixer mixer = find(device, "microphone", AudioDevices.mixers(TargetDataLine.class));
        TargetDataLine line =
                open(mixer, "microphone", TargetDataLine.class, formats(INPUT_RATES, channels), (opening, format) -> {
                    opening.open(format, bufferBytes(format));
                    opening.start();
                });
        Channels opened = new Channels(line.getFormat().getChannels(), channels.chosen());
        return new RecordingLine(
                name(mixer),
                new PcmFormat(Encoding.SIGNED_16, opened, (int) line.getFormat().getSampleRate()),
                line);
    }

    static OutputLine openOutput(String device) {
        Mixer mixer = find(device, "loudspeaker", AudioDevices.mixers(SourceDataLine.class));
        SourceDataLine line = open(
                mixer,
                "loudspeaker",
                SourceDataLine.class,
                formats(OUTPUT_RATES, Channels.MONO),
                (opening, format) -> opening.open(format, bufferBytes(format)));
        return new PlayingLine(name(mixer), line);
    }

    private static Mixer find(String device, String kind, List<Mixer> mixers) {
        if (mixers.isEmpty()) {
            throw new AudioException(
                    "this machine has no " + kind + " that Java can open; plug one in, or, where"
                            + " PulseAudio or PipeWire has it, write use: pulse. Without one, use a wav source and a silent sink");
        }
        return mixers.get(DeviceName.choose(
                device, kind, mixers.stream().map(DeviceLines::name).toList()));
    }

    private static <L extends DataLine> L open(
            Mixer mixer, String kind, Class<L> type, List<AudioFormat> formats, Opening<L> opening) {
        Exception refusal = new LineUnavailableException("no format is known");
        for (AudioFormat format : formats) {
            try {
                L line = type.cast(mixer.getLine(new DataLine.Info(type, format)));
                opening.open(line, format);
                return line;
            } catch (LineUnavailableException | IllegalArgumentException e) {
                refusal = e;
            }
        }
        throw new AudioException(
                "the " + kind + " " + name(mixer) + " cannot be opened; another program may hold it: close that, or"
                        + " choose another device (./aizuchi doctor lists them)",
                refusal);
    }

    /** One channel may be refused where there are two; a number above is that of the device, and taken as it is. */
    private static List<AudioFormat> formats(List<Integer> rates, Channels channels) {
        int most = Math.max(2, channels.count());
        return rates.stream()
                .flatMap(rate -> IntStream.rangeClosed(channels.count(), most)
                        .mapToObj(count -> new AudioFormat(rate, 16, count, true, false)))
                .toList();
    }

    private static String name(Mixer mixer) {
        return mixer.getMixerInfo().getName();
    }

    private static int bufferBytes(AudioFormat format) {
        return ((int) format.getSampleRate()) * BUFFER_MILLIS / 1_000 * format.getFrameSize();
    }

    @FunctionalInterface
    private interface Opening<L> {
        void open(L line, AudioFormat format) throws LineUnavailableException;
    }

    private record RecordingLine(String name, PcmFormat format, TargetDataLine line) implements InputLine {

        @Override
        public int readable() {
            return line.available();
        }

        @Override
        public int read(byte[] into, int length) {
            return line.read(into, 0, length);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private record PlayingLine(String name, SourceDataLine line) implements OutputLine {

        @Override
        public int rate() {
            return (int) line.getFormat().getSampleRate();
        }

        @Override
        public int channels() {
            return line.getFormat().getChannels();
        }

        @Override
        public int writable() {
            return line.available();
        }

        @Override
        public int write(byte[] bytes, int offset, int length) {
            return line.write(bytes, offset, length);
        }

        @Override
        public boolean drained() {
            return line.available() >= line.getBufferSize();
        }

        @Override
        public void start() {
            line.start();
        }

        @Override
        public void silence() {
            line.stop();
            line.flush();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
