package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Hold a connection to one other program, which was called or which calls; waits only while it calls. Callable from any
 * thread.
 */
final class TcpPeer implements Closeable {
    private static final int CONNECT_MILLIS = 2_000;
    /** Small, so that a program which does not read is noticed soon. */
    private static final int BUFFER_BYTES = 16_384;

    private final InetSocketAddress address;
    private final @Nullable ServerSocketChannel server;
    private @Nullable SocketChannel channel;

    private TcpPeer(InetSocketAddress address, @Nullable ServerSocketChannel server) {
        this.address = address;
        this.server = server;
    }

    /** Call a program that listens; gives up after two seconds. */
    static TcpPeer connect(String host, int port) {
        try {
            TcpPeer peer = new TcpPeer(new InetSocketAddress(InetAddress.getByName(host), port), null);
            peer.call();
            return peer;
        } catch (IOException e) {
            throw new AudioException(
                    "tcp://" + host + ":" + port + " cannot be reached (" + e.getMessage()
                            + "); start the program that listens there, or mend the address",
                    e);
        }
    }

    /** Wait, without blocking, for a program that calls; port 0 takes a free one. */
    static TcpPeer listen(String host, int port) {
        ServerSocketChannel server = null;
        try {
            InetAddress address = InetAddress.getByName(host);
            server = ServerSocketChannel.open();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(new InetSocketAddress(address, port), 1);
            server.configureBlocking(false);
            return new TcpPeer(new InetSocketAddress(address, server.socket().getLocalPort()), server);
        } catch (IOException e) {
            closeQuietly(server);
            throw new AudioException(
                    "tcp://" + host + ":" + port + " cannot be listened on (" + e.getMessage()
                            + "); another program may hold it: choose another port",
                    e);
        }
    }

    private void call() throws IOException {
        SocketChannel calling = SocketChannel.open();
        try {
            calling.socket().connect(address, CONNECT_MILLIS);
            channel = prepared(calling);
        } catch (IOException e) {
            closeQuietly(calling);
            throw e;
        }
    }

    private static SocketChannel prepared(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
        channel.configureBlocking(false);
        return channel;
    }

    /** Give what messages call it: the address, with the port that was taken. */
    String name() {
        return "tcp://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    int port() {
        return address.getPort();
    }

    /** Tell whether the other program is there; takes a call that has come in, or calls again after hanging up. */
    synchronized boolean connected() throws IOException {
        if (channel == null && server == null) {
            call();
        } else if (channel == null && server != null) {
            SocketChannel caller = server.accept();
            channel = caller == null ? null : prepared(caller);
        }
        return channel != null;
    }

    /** Read what has arrived; −1 once the other has hung up. */
    synchronized int read(ByteBuffer into) throws IOException {
        return channel == null ? 0 : channel.read(into);
    }

    /** Write what there is room for. */
    synchronized int write(ByteBuffer bytes) throws IOException {
        return channel == null ? 0 : channel.write(bytes);
    }

    /** Let go of the other program, so that it or another may call again. */
    synchronized void hangUp() {
        closeQuietly(channel);
        channel = null;
    }

    @Override
    public synchronized void close() {
        hangUp();
        closeQuietly(server);
    }

    private static void closeQuietly(@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            System.getLogger(TcpPeer.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection for sound did not close", e);
        }
    }
}
