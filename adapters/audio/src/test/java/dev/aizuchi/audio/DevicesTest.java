package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.audio.PcmFormat.Encoding;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Microphone, loudspeaker and silent sink, on fake lines and a fake clock. */
class DevicesTest {
    private final FakeClock clock = new FakeClock();
    private final FakeOutput output = new FakeOutput();
    private final Speaker speaker = new Speaker(() -> output, clock);
    private final AudioClip oneSecond = new AudioClip(Sound.toShorts(Sound.tone(440, 16_000, 16_000, 0.5)), 16_000);

    @Test
    void a_speaker_plays_to_the_end_at_the_rate_and_channels_of_its_device() {
        clock.whileWaiting(output::sound);

        assertThat(speaker.play(oneSecond)).isTrue();
        assertThat(output.sounded).isEqualTo(48_000L * 4);
    }

    @Test
    void a_speaker_takes_the_time_of_the_clip_also_when_a_sound_server_takes_it_at_once() {
        output.swallows = true;
        AudioClip tenSeconds = new AudioClip(new short[160_000], 16_000);

        assertThat(speaker.play(tenSeconds)).isTrue();
        assertThat(clock.millis()).isEqualTo(10_000);
    }

    @Test
    void a_speaker_plays_pieces_as_one_sound_and_begins_with_the_first() {
        clock.whileWaiting(output::sound);
        List<Boolean> begun = new ArrayList<>();
        List<AudioClip> pieces =
                new ArrayList<>(List.of(oneSecond, new AudioClip(new short[1_600], 16_000), oneSecond));

        boolean heard = speaker.play((AudioStream) () -> {
            begun.add(output.running);
            return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces.remove(0));
        });

        assertThat(heard).isTrue();
        assertThat(begun).containsExactly(false, true, true, true);
        assertThat(output.sounded).isEqualTo((2 * 48_000L + 4_800) * 4);
    }

    @Test
    void nothing_is_played_of_a_sound_without_pieces() {
        assertThat(speaker.play((AudioStream) Optional::empty)).isTrue();
        assertThat(output.running).isFalse();
    }

    @Test
    void a_speaker_falls_silent_at_once_when_cut() {
        clock.whileWaiting(() -> {
            output.sound();
            if (clock.millis() == 300) {
                speaker.cut();
            }
        });

        assertThat(speaker.play(oneSecond)).isFalse();
        assertThat(clock.millis()).isLessThanOrEqualTo(305);
        assertThat(output.buffered).isZero();
        assertThat(output.running).isFalse();
    }

    @Test
    void a_speaker_plays_the_next_clip_whole_after_a_cut() {
        speaker.cut();
        clock.whileWaiting(output::sound);

        assertThat(speaker.play(oneSecond)).isTrue();
        assertThat(output.sounded).isEqualTo(48_000L * 4);
    }

    @Test
    void a_speaker_whose_device_is_lost_fails_and_does_not_hang() {
        clock.whileWaiting(() -> {
            if (clock.millis() < 300) {
                output.sound();
            }
        });

        assertThatThrownBy(() -> speaker.play(oneSecond))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("the loudspeaker Fake takes no sound any more")
                .hasMessageContaining("check its plug");
        assertThat(clock.millis()).isBetween(5_000L, 5_500L);
    }

    @Test
    void a_speaker_that_was_lost_plays_again_once_its_device_is_back() {
        List<FakeOutput> opened = new ArrayList<>();
        Speaker replugged = new Speaker(
                () -> {
                    opened.add(new FakeOutput());
                    return opened.get(opened.size() - 1);
                },
                clock);
        assertThatThrownBy(() -> replugged.play(oneSecond)).isInstanceOf(AudioException.class);

        clock.whileWaiting(() -> opened.get(1).sound());

        assertThat(replugged.play(oneSecond)).isTrue();
        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).closed).isOne();
        assertThat(opened.get(1).sounded).isEqualTo(48_000L * 4);
    }

    @Test
    void a_speaker_whose_device_never_ends_fails_and_does_not_hang() {
        AudioClip short100 = new AudioClip(new short[1_600], 16_000);

        assertThatThrownBy(() -> speaker.play(short100)).isInstanceOf(AudioException.class);
    }

    @Test
    void a_closed_speaker_plays_nothing_and_closes_twice() {
        speaker.close();
        speaker.close();
        speaker.cut();

        assertThat(speaker.play(oneSecond)).isFalse();
        assertThat(output.closed).isEqualTo(1);
    }

    @Test
    void a_speaker_stops_when_its_thread_is_interrupted() {
        clock.whileWaiting(Thread.currentThread()::interrupt);

        assertThat(speaker.play(oneSecond)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(output.buffered).isZero();
    }

    @Test
    void a_microphone_of_48_khz_stereo_gives_frames_of_16_khz_mono() {
        FakeInput input = new FakeInput();
        clock.whileWaiting(() -> input.recorded += input.bytes(5));
        Microphone microphone = new Microphone(input, clock);

        for (int i = 0; i < 50; i++) {
            assertThat(microphone.read()).isPresent();
        }

        // One second of sound, and the few milliseconds that the filter looks ahead.
        assertThat(clock.millis()).isBetween(1_000L, 1_030L);
        assertThat(microphone.read().orElseThrow().sample(100)).isEqualTo((short) 1_000);
    }

    @Test
    void a_microphone_whose_device_is_lost_fails_and_does_not_hang() {
        FakeInput input = new FakeInput();
        Microphone microphone = new Microphone(input, clock);

        assertThatThrownBy(microphone::read)
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("the microphone Fake delivers no sound any more")
                .hasMessageContaining("check its plug");
        assertThat(clock.millis()).isBetween(5_000L, 5_100L);
    }

    @Test
    void a_microphone_that_is_closed_while_it_waits_ends() {
        FakeInput input = new FakeInput();
        Microphone microphone = new Microphone(input, clock);
        clock.whileWaiting(microphone::close);

        assertThat(microphone.read()).isEmpty();
        assertThat(microphone.read()).isEmpty();
        assertThat(input.closed).isTrue();
    }

    @Test
    void a_device_that_is_not_there_is_named_with_the_cure() {
        assertThatThrownBy(() -> Microphone.open("no such microphone"))
                .isInstanceOf(AudioException.class)
                .hasMessageMatching("(?s).*(no microphone that Java can open; plug one in"
                        + "|no microphone called no such microphone; there are).*");
        assertThatThrownBy(() -> Speaker.open("no such loudspeaker"))
                .isInstanceOf(AudioException.class)
                .hasMessageMatching("(?s).*(no loudspeaker that Java can open; plug one in"
                        + "|no loudspeaker called no such loudspeaker; there are).*");
    }

    @Test
    void the_devices_are_listed_also_where_there_are_none() {
        AudioDevices devices = AudioDevices.list();

        assertThat(devices.inputs()).doesNotContain("");
        assertThat(devices.outputs()).doesNotContain("");
    }

    @Test
    void a_silent_sink_takes_the_time_of_the_clip() {
        assertThat(SilentSink.inRealTime(clock).play(oneSecond)).isTrue();
        assertThat(clock.millis()).isEqualTo(1_000);
    }

    @Test
    void a_silent_sink_is_cut_soon_and_plays_the_next() {
        SilentSink sink = SilentSink.inRealTime(clock);
        clock.whileWaiting(() -> {
            if (clock.millis() == 300) {
                sink.cut();
            }
        });

        assertThat(sink.play(oneSecond)).isFalse();
        assertThat(clock.millis()).isEqualTo(310);
        assertThat(sink.play(oneSecond)).isTrue();
    }

    @Test
    void a_mute_sink_takes_no_time() {
        assertThat(SilentSink.instant().play(new AudioClip(new short[16_000 * 3_600], 16_000)))
                .isTrue();
    }

    /** 48 kHz stereo with a buffer of 200 ms, of which 5 ms sound at each wait. */
    private static final class FakeOutput implements OutputLine {
        private static final int CAPACITY = 48 * 200 * 4;
        private int buffered;
        private long sounded;
        private boolean running;
        private boolean swallows;
        private int closed;

        void sound() {
            int heard = running ? Math.min(buffered, 48 * 5 * 4) : 0;
            buffered -= heard;
            sounded += heard;
        }

        @Override
        public String name() {
            return "Fake";
        }

        @Override
        public int rate() {
            return 48_000;
        }

        @Override
        public int channels() {
            return 2;
        }

        @Override
        public int writable() {
            return CAPACITY - buffered;
        }

        @Override
        public int write(byte[] bytes, int offset, int length) {
            assertThat(length).isLessThanOrEqualTo(writable());
            buffered += swallows ? 0 : length;
            return length;
        }

        @Override
        public boolean drained() {
            return buffered == 0;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void silence() {
            running = false;
            buffered = 0;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** 48 kHz stereo at a constant level; the test says when something is recorded. */
    private static final class FakeInput implements InputLine {
        private int recorded;
        private boolean closed;

        int bytes(int millis) {
            return millis * 48 * 4;
        }

        @Override
        public String name() {
            return "Fake";
        }

        @Override
        public PcmFormat format() {
            return new PcmFormat(Encoding.SIGNED_16, new Channels(2, 0), 48_000);
        }

        @Override
        public int readable() {
            return recorded;
        }

        @Override
        public int read(byte[] into, int length) {
            ByteBuffer buffer = ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < length / 2; i++) {
                buffer.putShort((short) 1_000);
            }
            recorded -= length;
            return length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
