package dev.aizuchi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    /** A CONNECT packet of MQTT 5: clean start, keep-alive 10 s, client id "t". */
    private static final byte[] CONNECT = {0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 10, 0, 0, 1, 't'};

    @Test
    void accepts_a_client_as_soon_as_it_is_started() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            assertThat(broker.uri()).hasToString("tcp://127.0.0.1:" + broker.port());
            assertThat(answerToConnect(broker.port())).isEqualTo(0x20);
        }
    }

    @Test
    void is_gone_when_closed_and_its_port_can_be_had_again() throws IOException {
        int port;
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            port = broker.port();
        }
        assertThatThrownBy(() -> answerToConnect(port)).isInstanceOf(IOException.class);
        try (EmbeddedBroker again = EmbeddedBroker.start(port)) {
            assertThat(answerToConnect(again.port())).isEqualTo(0x20);
        }
    }

    @Test
    void names_the_port_that_is_taken_and_the_cure() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(other.getLocalPort()))
                    .isInstanceOf(AdapterException.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void listens_on_the_loopback_alone_and_sends_no_statistics(@TempDir Path directory) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (EmbeddedBroker broker = EmbeddedBroker.start(address, directory)) {
            assertThat(Files.readString(directory.resolve("conf/config.xml")))
                    .contains("<bind-address>127.0.0.1</bind-address>")
                    .contains("<anonymous-usage-statistics><enabled>false</enabled>");
            assertThat(answerToConnect(broker.port())).isEqualTo(0x20);
        }
        assertThat(directory).isDirectory();
    }

    @Test
    void prints_nothing() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            assertThat(broker.port()).isPositive();
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void an_unknown_host_is_named() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("no-such-host.invalid", 1883);
        assertThatThrownBy(() -> EmbeddedBroker.start(unknown, null))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("no-such-host.invalid");
    }

    private static int answerToConnect(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(CONNECT);
            return socket.getInputStream().read();
        }
    }
}
