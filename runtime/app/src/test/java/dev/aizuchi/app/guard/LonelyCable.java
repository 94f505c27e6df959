package dev.aizuchi.app.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A network in a process of its own: killed, its connections break; stopped, they are silent. */
final class LonelyCable {
    private LonelyCable() {}

    public static void main(String[] args) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 50, here)) {
            while (!server.isClosed()) {
                Socket near = server.accept();
                try {
                    Socket far = new Socket(here, Integer.parseInt(args[1]));
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    pump(near, far);
                    pump(far, near);
                } catch (IOException e) {
                    near.close();
                }
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread pumping = new Thread(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // Both ends are closed with it.
            }
        });
        pumping.setDaemon(true);
        pumping.start();
    }
}
