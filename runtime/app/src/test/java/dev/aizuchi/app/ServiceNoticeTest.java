package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ServiceNoticeTest {
    private static final int UNIX = 1;
    private static final int DATAGRAM = 2;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void gives_a_sign_of_life_three_times_in_the_watchdogs_time_and_no_oftener() {
        ServiceNotice notice = new ServiceNotice(told::add, Duration.ofSeconds(9), clock::get);
        for (int beat = 0; beat < 20 * 9; beat++) {
            notice.alive();
            clock.addAndGet(Duration.ofMillis(50).toNanos());
        }
        assertThat(told).containsExactly("WATCHDOG=1", "WATCHDOG=1", "WATCHDOG=1");
    }

    @Test
    void tells_that_it_is_ready_and_ending_and_no_signs_of_life_where_nobody_watches() {
        ServiceNotice notice = new ServiceNotice(told::add, Duration.ZERO, clock::get);
        notice.alive();
        notice.ready("listening");
        notice.stopping();
        assertThat(told).containsExactly("READY=1\nSTATUS=listening", "STOPPING=1");
    }

    @Test
    void without_systemd_or_with_nonsense_for_a_watchdog_nothing_happens() {
        ServiceNotice notice = ServiceNotice.of(Map.of("WATCHDOG_USEC", "soon"));
        notice.alive();
        notice.ready("listening");
        notice.stopping();
        assertThat(told).isEmpty();
    }

    /** A process like the runtime's, told by its environment where systemd listens; this test listens there. */
    @Test
    @Timeout(60)
    void systemds_socket_hears_it() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(Path.of("/run")) && System.getProperty("os.name").equals("Linux"));
        C c = Native.load("c", C.class);
        Path socket = folder.resolve("notify");
        int listening = c.socket(UNIX, DATAGRAM, 0);
        byte[] path = socket.toString().getBytes(StandardCharsets.UTF_8);
        byte[] address = new byte[110];
        address[0] = UNIX;
        System.arraycopy(path, 0, address, 2, path.length);
        assertThat(c.bind(listening, address, address.length)).isZero();
        try {
            ProcessBuilder told = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Telling.class.getName())
                    .inheritIO();
            told.environment().putAll(Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "3000000"));
            assertThat(told.start().waitFor()).isZero();
            assertThat(received(c, listening)).isEqualTo("READY=1\nSTATUS=listening");
            assertThat(received(c, listening)).isEqualTo("WATCHDOG=1");
        } finally {
            c.close(listening);
        }
    }

    private static String received(C c, int listening) {
        byte[] bytes = new byte[200];
        return new String(bytes, 0, c.recv(listening, bytes, bytes.length, 0), StandardCharsets.UTF_8);
    }

    /** What of the C library a datagram socket of Unix takes. */
    public interface C extends Library {
        int socket(int domain, int type, int protocol);

        int bind(int socket, byte[] address, int length);

        int recv(int socket, byte[] bytes, int length, int flags);

        int close(int socket);
    }

    /** The other process. */
    public static final class Telling {
        private Telling() {}

        public static void main(String[] args) {
            ServiceNotice notice = ServiceNotice.of(System.getenv());
            notice.ready("listening");
            notice.alive();
        }
    }
}
