package dev.aizuchi.app.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A JVM of its own that can be killed, stopped, continued and told something. */
final class Part implements AutoCloseable {
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

    /** Send STOP or CONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
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
