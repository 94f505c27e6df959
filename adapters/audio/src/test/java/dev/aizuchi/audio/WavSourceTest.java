package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavSourceTest {
    /** Held here, since the log manager holds it weakly. */
    private static final Logger LOG = Logger.getLogger(WavStream.class.getName());

    private final List<LogRecord> logged = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void collectLog() {
        LOG.setUseParentHandlers(false);
        LOG.setFilter(record -> {
            logged.add(record);
            return false;
        });
    }

    @Test
    void delivers_what_was_written() {
        Path file = folder.resolve("tone.wav");
        short[] tone = Sound.toShorts(Sound.tone(440, 16_000, 16_000, 0.5));
        WavFile.write(file, new AudioClip(tone, 16_000));

        try (WavSource source = WavSource.open(file)) {
            assertThat(Sound.readAll(source)).containsExactly(tone);
        }
        assertThat(WavFile.read(file).samples()).containsExactly(tone);
        assertThat(WavFile.read(file).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void mixes_and_resamples_44_1_khz_stereo() {
        float[] tone = Sound.tone(1_000, 44_100, 44_100, 0.5);
        short[] stereo = new short[2 * tone.length];
        for (int i = 0; i < tone.length; i++) {
            stereo[2 * i] = Frames.toShort(tone[i] * 1.5f);
            stereo[2 * i + 1] = Frames.toShort(tone[i] * 0.5f);
        }

        short[] heard = read(Wav.pcm16(stereo).channels(2).rate(44_100).bytes());

        float[] samples = new float[heard.length];
        for (int i = 0; i < heard.length; i++) {
            samples[i] = heard[i] / 32_768f;
        }
        assertThat(samples).hasSize(16_000);
        assertThat(Sound.toneToNoiseDb(samples, 320, 15_680, 1_000, 16_000)).isGreaterThan(60);
        assertThat(Sound.levelDb(samples, 320, 15_680)).isCloseTo(-9.03, within(0.1));
    }

    @Test
    void hears_one_channel_alone_and_names_those_there_are() throws IOException {
        Path file = folder.resolve("stereo.wav");
        Files.write(file, Wav.pcm16((short) 100, (short) 3_000).channels(2).bytes());

        try (WavSource left = WavSource.open(file, 1);
                WavSource right = WavSource.open(file, 2);
                WavSource both = WavSource.open(file)) {
            assertThat(Sound.readAll(left)[0]).isEqualTo((short) 100);
            assertThat(Sound.readAll(right)[0]).isEqualTo((short) 3_000);
            assertThat(Sound.readAll(both)[0]).isEqualTo((short) 1_550);
        }
        assertThatThrownBy(() -> WavSource.open(file, 3))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("no channel 3")
                .hasMessageContaining("1 to 2");
    }

    @Test
    void a_clip_goes_through_bytes_without_a_file() {
        short[] tone = Sound.toShorts(Sound.tone(440, 16_000, 1_600, 0.5));

        byte[] wav = WavFile.bytes(new AudioClip(tone, 16_000));

        assertThat(WavFile.read("a resource", new ByteArrayInputStream(wav)).samples())
                .containsExactly(tone);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, C0",
        "1, 16, 00 40",
        "1, 24, 00 00 40",
        "1, 32, 00 00 00 40",
        "3, 32, 00 00 00 3F",
        "3, 64, 00 00 00 00 00 00 E0 3F"
    })
    void reads_half_of_full_scale_in_every_encoding(int tag, int bits, String hex) {
        assertThat(read(Wav.of(hex(hex)).format(tag, bits).bytes())[0]).isEqualTo((short) 16_384);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 00", "1, 16, 00 80", "1, 24, 00 00 80", "1, 32, 00 00 00 80", "3, 32, 00 00 80 C0"})
    void reads_negative_full_scale_in_every_encoding(int tag, int bits, String hex) {
        assertThat(read(Wav.of(hex(hex)).format(tag, bits).bytes())[0]).isEqualTo(Short.MIN_VALUE);
    }

    @Test
    void takes_broken_numbers_for_silence() {
        ByteBuffer data = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(Float.NaN).putFloat(Float.POSITIVE_INFINITY).putFloat(-0.5f);

        short[] heard = read(Wav.of(data.array()).format(3, 32).bytes());

        assertThat(Arrays.copyOf(heard, 3)).containsExactly((short) 0, (short) 0, (short) -16_384);
    }

    @Test
    void reads_the_extensible_form_of_studio_tools() {
        ByteBuffer wav = ByteBuffer.allocate(70).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(62).put(ascii("WAVEfmt ")).putInt(40);
        wav.putShort((short) 0xFFFE).putShort((short) 1).putInt(16_000).putInt(32_000);
        wav.putShort((short) 2)
                .putShort((short) 16)
                .putShort((short) 22)
                .putShort((short) 16)
                .putInt(4);
        wav.putShort((short) 1).put(hex("00 00 00 00 10 00 80 00 00 AA 00 38 9B 71"));
        wav.put(ascii("data")).putInt(2).putShort((short) 77);

        assertThat(read(wav.array())[0]).isEqualTo((short) 77);
    }

    @Test
    void skips_chunks_that_are_not_sound() {
        byte[] title = ascii("a title of odd length");

        assertThat(read(Wav.pcm16((short) 5)
                        .chunkBefore("LIST", title, title.length)
                        .bytes())[0])
                .isEqualTo((short) 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0xFFFF_FFFFL, 0x7FFF_FFFFL, 3_000_000_000L, 1_000_000})
    void uses_what_is_there_when_the_header_promises_more(long claimed) {
        short[] heard = read(Wav.pcm16(new short[500]).claiming(claimed).bytes());

        assertThat(heard).hasSize(640);
    }

    @Test
    void tells_that_a_recording_was_broken_off_but_not_that_it_was_piped() {
        read(Wav.pcm16(new short[500]).claiming(0xFFFF_FFFFL).bytes());
        assertThat(logged).isEmpty();

        read(Wav.pcm16(new short[500]).claiming(1_000_000).bytes());
        assertThat(logged)
                .singleElement()
                .satisfies(record -> assertThat(MessageFormat.format(record.getMessage(), record.getParameters()))
                        .isEqualTo("damaged.wav ends after 1000 of the 1000000 bytes of sound that its header promises;"
                                + " what is there is used"));
    }

    @Test
    void reads_a_long_file_in_the_form_rf64() {
        assertThat(read(Wav.pcm16((short) 9).form("RF64").claiming(0xFFFF_FFFFL).bytes())[0])
                .isEqualTo((short) 9);
    }

    @Test
    void drops_half_a_sample_at_the_end() {
        byte[] wav = Wav.pcm16(new short[321]).bytes();

        assertThat(read(Arrays.copyOf(wav, wav.length - 1))).hasSize(320);
    }

    @ParameterizedTest
    @CsvSource({"10800, 16000", "60, 44100"})
    void streams_any_length_in_bounded_memory_and_to_the_last_frame(int seconds, int rate) {
        long dataBytes = (long) seconds * rate;
        byte[] header = Arrays.copyOf(
                Wav.of(new byte[0]).format(1, 8).rate(rate).claiming(dataBytes).bytes(), 44);
        AtomicLong ahead = new AtomicLong();
        AtomicLong mostAhead = new AtomicLong();
        InputStream silence = new Generated(header, dataBytes, read -> {
            ahead.addAndGet(read);
            mostAhead.accumulateAndGet(ahead.get(), Math::max);
        });

        long frames = 0;
        try (WavSource source = WavSource.open("silence.wav", silence)) {
            while (source.read().isPresent()) {
                frames++;
                ahead.addAndGet(-rate / 50);
            }
        }

        assertThat(frames).isEqualTo(seconds * 50L);
        assertThat(mostAhead.get()).isLessThan(20_000);
    }

    @Test
    void names_an_empty_file_and_the_cure() throws IOException {
        assertFails(new byte[0], "is empty", "record it again");
    }

    @Test
    void names_a_text_file_called_wav_and_the_cure() throws IOException {
        assertFails("おはようございます。これは文章です。".getBytes(StandardCharsets.UTF_8), "is not a WAV file", "ffmpeg -i");
        assertFails(ascii("short"), "is not a WAV file", "ffmpeg -i");
    }

    @ParameterizedTest
    @CsvSource({"ID3, MP3", "OggS, Ogg", "fLaC, FLAC", "RIFFxxxxAVI , another kind of RIFF"})
    void says_what_kind_of_file_it_is_instead(String start, String kind) throws IOException {
        assertFails(ascii(start + " and so on, and so on"), "is not a WAV file", kind);
    }

    @Test
    void names_a_header_that_is_cut_off_wherever_it_is() throws IOException {
        byte[] wav = Wav.pcm16(new short[400]).bytes();
        for (int length = 1; length < 44; length++) {
            Path file = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(wav, length));

            assertThatThrownBy(() -> WavSource.open(file))
                    .as("%d bytes", length)
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void names_a_file_of_a_header_alone() throws IOException {
        assertFails(Wav.pcm16().bytes(), "holds no sound", "record it again");
        assertFails(Arrays.copyOf(Wav.pcm16(new short[400]).bytes(), 44), "holds no sound", "record it again");
    }

    @ParameterizedTest
    @CsvSource({"0, 16000", "65, 16000", "1, 0", "1, 900000", "1, -5"})
    void names_channels_and_rates_that_cannot_be(int channels, int rate) throws IOException {
        assertFails(Wav.pcm16(new short[400]).channels(channels).rate(rate).bytes(), "claims " + channels, "damaged");
    }

    @ParameterizedTest
    @CsvSource({"2, 4, ADPCM", "6, 8, A-law", "7, 8, µ-law", "85, 0, MP3", "1, 12, PCM of 12 bits", "4660, 16, 0x1234"})
    void names_compressed_sound_and_the_cure(int tag, int bits, String codec) throws IOException {
        assertFails(Wav.pcm16(new short[400]).format(tag, bits).bytes(), codec, "ffmpeg -i");
    }

    @Test
    void names_a_header_that_contradicts_itself() throws IOException {
        byte[] wav = Wav.pcm16(new short[400]).bytes();
        wav[32] = 6;

        assertFails(wav, "contradicts itself", "ffmpeg -i");
    }

    @Test
    void names_a_file_whose_chunk_claims_3_gb_before_the_sound() throws IOException {
        assertFails(
                Wav.pcm16(new short[400])
                        .chunkBefore("LIST", new byte[4], 3_000_000_000L)
                        .bytes(),
                "has no sound in its header",
                "again");
    }

    @Test
    void survives_any_damage_of_the_header() {
        byte[] sound = Wav.pcm16(new short[100]).bytes();
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = sound.clone();
            for (int j = 0; j <= i % 4; j++) {
                damaged[random.nextInt(44)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(damaged)).hasSizeLessThan(1_000_000);
            } catch (AudioException e) {
                assertThat(e).hasMessageContaining("damaged.wav");
            }
        }
    }

    @Test
    void names_a_missing_file_and_a_folder() {
        assertThatThrownBy(() -> WavSource.open(folder.resolve("none.wav")))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("none.wav does not exist");
        assertThatThrownBy(() -> WavFile.read(folder))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void names_a_disk_that_fails_midway() {
        InputStream failing =
                new Generated(Wav.pcm16(new short[400]).claiming(100_000).bytes(), 1_000, read -> {
                    throw new IllegalStateException("not reached");
                }) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        if (headerDone()) {
                            throw new IOException("bad sector");
                        }
                        return super.read(into, offset, length);
                    }
                };
        WavSource source = WavSource.open("disk.wav", failing);

        assertThatThrownBy(() -> Sound.readAll(source))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("disk.wav cannot be read (bad sector)");
    }

    @Test
    void closes_the_stream_also_when_it_is_no_wav() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(new byte[100]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatThrownBy(() -> WavSource.open("x.wav", in)).isInstanceOf(AudioException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void reads_no_whole_file_that_is_too_long() throws IOException {
        Path file = Files.write(
                folder.resolve("long.wav"),
                Wav.of(new byte[601 * 16_000]).format(1, 8).bytes());

        assertThatThrownBy(() -> WavFile.read(file))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("longer than 10 minutes");
    }

    @Test
    void names_a_folder_that_cannot_be_written_to() {
        assertThatThrownBy(() -> WavFile.write(folder.resolve("no/where.wav"), new AudioClip(new short[1], 16_000)))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("where.wav cannot be written");
    }

    private void assertFails(byte[] content, String... parts) throws IOException {
        Path file = Files.write(folder.resolve("input.wav"), content);
        for (String part : parts) {
            assertThatThrownBy(() -> WavSource.open(file))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(part);
            assertThatThrownBy(() -> WavFile.read(file)).isInstanceOf(AudioException.class);
        }
    }

    private static short[] read(byte[] wav) {
        try (WavSource source = WavSource.open("damaged.wav", new ByteArrayInputStream(wav))) {
            return Sound.readAll(source);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }
}
