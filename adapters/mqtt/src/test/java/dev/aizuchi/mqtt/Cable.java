package dev.aizuchi.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network between one client and the broker that a test can cut, silence as a pulled plug does, or make a bad one.
 */
public final class Cable implements AutoCloseable {
    private final int target;
    private final ServerSocket server;
    private final List<Socket> sockets = new ArrayList<>();
    private final Object mood = new Object();
    private boolean upSilent;
    private boolean downSilent;
    private volatile Line.Quality quality = Line.Quality.GOOD;
    private boolean plugged = true;

    public Cable(URI broker) throws IOException {
        this.target = broker.getPort();
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public URI uri() {
        return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
    }

    /** Break all connections, and refuse new ones until {@link #plug}; as if the process at the end were killed. */
    public void cut() {
        synchronized (sockets) {
            plugged = false;
            sockets.forEach(Cable::close);
            sockets.clear();
        }
    }

    public void plug() {
        synchronized (sockets) {
            plugged = true;
        }
    }

    /** Pass nothing on, but leave the connections as they are. */
    void silence(boolean on) {
        silence(on, on);
    }

    /** Pass nothing on to the broker, or nothing from it, or neither. */
    void silence(boolean up, boolean down) {
        synchronized (mood) {
            upSilent = up;
            downSilent = down;
            mood.notifyAll();
        }
    }

    /** Be as bad as this for all connections that are made from now on. */
    void quality(Line.Quality now) {
        quality = now;
    }

    @Override
    public void close() throws IOException {
        silence(false);
        cut();
        server.close();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket near = server.accept();
                synchronized (sockets) {
                    if (plugged) {
                        connect(near);
                    } else {
                        near.close();
                    }
                }
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void connect(Socket near) throws IOException {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            sockets.add(near);
            sockets.add(far);
            start(() -> pump(near, far, true));
            start(() -> pump(far, near, false));
        } catch (IOException e) {
            // The broker is down: so is this end.
            near.close();
        }
    }

    private void pump(Socket from, Socket to, boolean up) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            Line line = new Line(quality, out);
            start(line::deliver);
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (mood) {
                    while (up ? upSilent : downSilent) {
                        mood.wait();
                    }
                }
                line.give(Arrays.copyOf(buffer, read));
            }
            line.end();
        } catch (IOException e) {
            close(from);
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
