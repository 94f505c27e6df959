package dev.aizuchi.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Choose ports for brokers that a test kills and starts again on the same one: below those that systems give to
 * outgoing connections, so that no client takes it meanwhile, not even by connecting to itself.
 */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int ABOVE = 32_768;
    private static final Random RANDOM = new Random();

    private Ports() {}

    /** Give one on which nobody listens. */
    static int free() {
        int port = LOWEST + RANDOM.nextInt(ABOVE - LOWEST);
        while (!isFree(port)) {
            port = LOWEST + RANDOM.nextInt(ABOVE - LOWEST);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
