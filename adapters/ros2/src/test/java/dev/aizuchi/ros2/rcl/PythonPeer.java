package dev.aizuchi.ros2.rcl;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A process with rclpy; killed when closed. The environment is the one that install-ros2 made. */
final class PythonPeer implements AutoCloseable {
    /** One for each run, so that runs beside each other do not meet; up to 101, beyond which ports may be taken. */
    static final int DOMAIN = (int) (ProcessHandle.current().pid() % 100) + 1;

    private final Process process;

    private PythonPeer(Process process) {
        this.process = process;
    }

    /** Start a script, and wait until it says that it is ready. */
    static PythonPeer start(String script, String... arguments) {
        String prefix = Objects.requireNonNull(System.getenv("AMENT_PREFIX_PATH"), "run by mvn -Pros2");
        List<String> command = new ArrayList<>(List.of(prefix + "/bin/python", "src/test/python/" + script));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("LD_PRELOAD", "LD_LIBRARY_PATH", "AMENT_PREFIX_PATH"));
        environment.put("ROS_DOMAIN_ID", String.valueOf(DOMAIN));
        environment.put("ROS_AUTOMATIC_DISCOVERY_RANGE", "LOCALHOST");
        try {
            PythonPeer peer = new PythonPeer(builder.start());
            String said = peer.line();
            if (!"ready".equals(said)) {
                throw new IllegalStateException(script + " is not ready, but says " + said);
            }
            return peer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wait for a line that it says; "" when it has ended. */
    String line() throws IOException {
        String line = reader().readLine();
        return line == null ? "" : line;
    }

    /** Give it a line, and wait for the line that it answers. */
    String answer(String line) throws IOException {
        ask(line);
        return line();
    }

    /** Give it a line. */
    void ask(String line) throws IOException {
        BufferedWriter writer = process.outputWriter(StandardCharsets.UTF_8);
        writer.write(line);
        writer.newLine();
        writer.flush();
    }

    private BufferedReader reader() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
