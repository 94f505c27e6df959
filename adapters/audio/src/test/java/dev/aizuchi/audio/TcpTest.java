package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.audio.AudioProviders.Tcp;
import dev.aizuchi.audio.AudioProviders.TcpSinkProvider;
import dev.aizuchi.audio.AudioProviders.TcpSourceProvider;
import dev.aizuchi.audio.PcmFormat.Encoding;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TcpTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final short[] TONE = Sound.toShorts(Sound.tone(440, 16_000, 3_200, 0.5));

    @Test
    void hears_a_program_that_listens_and_notices_that_it_hangs_up() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                AudioSource source = new TcpSourceProvider().open(at(server.getLocalPort()))) {
            try (Socket sender = server.accept()) {
                sender.getOutputStream().write(bytes(TONE));
            }

            for (int i = 0; i < 10; i++) {
                assertThat(source.read().orElseThrow().sample(7)).isEqualTo(TONE[320 * i + 7]);
            }
            assertThatThrownBy(source::read)
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("tcp://127.0.0.1:" + server.getLocalPort())
                    .hasMessageContaining("hung up; start the sender again");
        }
    }

    @Test
    void hears_a_program_that_calls_however_its_samples_are_cut() throws IOException {
        TcpPeer peer = TcpPeer.listen("127.0.0.1", 0);
        PcmFormat format = new PcmFormat(Encoding.SIGNED_16, new Channels(2, 2), 16_000);
        try (AudioSource source = new Microphone(new TcpInput(peer, format), MonotonicClock.system());
                Socket sender = new Socket(LOOPBACK, peer.port())) {
            short[] stereo = new short[640];
            for (int i = 0; i < 320; i++) {
                stereo[2 * i + 1] = TONE[i];
            }
            byte[] bytes = bytes(stereo);
            for (int at = 0; at < bytes.length; at += 3) {
                sender.getOutputStream().write(bytes, at, Math.min(3, bytes.length - at));
            }

            assertThat(source.read().orElseThrow().toBytes()).isEqualTo(bytes(java.util.Arrays.copyOf(TONE, 320)));
        }
    }

    @Test
    void waits_for_a_caller_without_complaint_but_not_for_one_that_has_fallen_silent() throws IOException {
        FakeClock clock = new FakeClock();
        TcpPeer peer = TcpPeer.listen("127.0.0.1", 0);
        PcmFormat format = new PcmFormat(Encoding.SIGNED_16, Channels.MONO, 16_000);
        Socket[] caller = new Socket[1];
        clock.whileWaiting(() -> {
            if (clock.millis() == 60_000) {
                caller[0] = called(peer.port());
            }
        });
        try (AudioSource source = new Microphone(new TcpInput(peer, format), clock)) {
            assertThatThrownBy(source::read)
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("delivers no sound any more");
            assertThat(clock.millis()).isBetween(65_000L, 65_500L);
            assertThat(caller[0].isConnected()).isTrue();
            caller[0].close();
        }
    }

    @Test
    void nobody_there_is_an_error_that_names_the_address() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            port = server.getLocalPort();
            assertThatThrownBy(() -> TcpPeer.listen("127.0.0.1", port))
                    .isInstanceOf(AudioException.class)
                    .hasMessageContaining("choose another port");
        }
        assertThatThrownBy(() -> new TcpSourceProvider().open(at(port)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("tcp://127.0.0.1:" + port + " cannot be reached");
    }

    @Test
    void plays_to_a_program_that_listens_and_calls_it_again_when_it_was_restarted() throws IOException {
        AudioClip clip = new AudioClip(TONE, 16_000);
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                AudioSink sink = new TcpSinkProvider().open(at(server.getLocalPort()))) {
            try (Socket player = server.accept();
                    InputStream sound = player.getInputStream()) {
                assertThat(sink.play(clip)).isTrue();
                assertThat(sound.readNBytes(2 * TONE.length)).isEqualTo(bytes(TONE));
            }
            assertThat(sink.play(clip)).isTrue();
            try (Socket player = server.accept();
                    InputStream sound = player.getInputStream()) {
                assertThat(sound.readNBytes(2 * TONE.length)).isEqualTo(bytes(TONE));
            }
        }
    }

    @Test
    void a_player_that_is_cut_short_has_been_sent_little_too_much() throws IOException {
        FakeClock clock = new FakeClock();
        AudioClip second = new AudioClip(new short[16_000], 16_000);
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            Speaker sink = Speaker.over(at(server.getLocalPort()), clock);
            try (Socket player = server.accept()) {
                clock.whileWaiting(() -> {
                    if (clock.millis() == 300) {
                        sink.cut();
                    }
                });
                assertThat(sink.play(second)).isFalse();
                sink.close();
                assertThat(player.getInputStream().readAllBytes().length).isBetween(9_600, 9_600 + 3_200 + 640);
            }
        }
    }

    private static Tcp at(int port) {
        return new Tcp(port, null, null, null, null, null);
    }

    private static Socket called(int port) {
        try {
            return new Socket(LOOPBACK, port);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
