package dev.aizuchi.app.guard;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A JVM of its own that can be killed, stopped, continued and told something. */
final class Part implements AutoCloseable {
    /** As Linux numbers them on x86 and ARM. */
    private static final int SIGCONT = 18;

    private static final int SIGSTOP = 19;

    private final List<String> command;
    private final Consumer<String> said;
    private Process process;

    /**
     * Start it.
     *
     * @param before what the command begins with, such as {@code chrt -f 20}; may be empty
     * @param said is given the lines that it writes
     */
    Part(List<String> before, Consumer<String> said, Class<?> main, String... arguments) throws IOException {
        this.said = said;
        command = new ArrayList<>(before);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Daizuchi.home=" + System.getProperty("aizuchi.home", "."),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        process = start();
        // None, so that the first that counts does not wait for the library to be loaded.
        send(0);
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reading = new Thread(
                () -> started.inputReader(StandardCharsets.UTF_8).lines().forEach(said), "part");
        reading.setDaemon(true);
        reading.start();
        return started;
    }

    void kill() {
        process.destroyForcibly();
    }

    void revive() throws IOException, InterruptedException {
        process.waitFor();
        process = start();
    }

    /** Let it do nothing any more, as if it hung. */
    void stop() {
        send(SIGSTOP);
    }

    void resume() {
        send(SIGCONT);
    }

    private void send(int signal) {
        if (Signals.INSTANCE.kill((int) process.pid(), signal) != 0) {
            throw new AssertionError("no such process any more");
        }
    }

    /** By the system itself: a command to do it would be late on a busy machine. */
    private interface Signals extends Library {
        Signals INSTANCE = Native.load("c", Signals.class);

        int kill(int pid, int signal);
    }

    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
