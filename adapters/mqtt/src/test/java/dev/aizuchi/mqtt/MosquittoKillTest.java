package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runtime, robot's end, broker and network, over and over, while orders are under way: none is lost, and none has
 * its effect twice.
 *
 * <p>{@code -Daizuchi.kills=1000} makes the run of BENCHMARKS.md; {@code -Daizuchi.kills.seed=…} another one.
 */
@Tag("mosquitto")
class MosquittoKillTest {
    private static final int KILLS = Integer.getInteger("aizuchi.kills", 25);
    private static final String ID = "killed";

    /** What is killed. */
    private enum Victim {
        RUNTIME,
        ROBOT,
        BROKER,
        NETWORK_OF_RUNTIME,
        NETWORK_OF_ROBOT,
        NETWORK_SILENT_AND_BROKER
    }

    private final Random random = new Random(Long.getLong("aizuchi.kills.seed", 1));
    private final Map<Victim, Integer> killed = new TreeMap<>();

    @TempDir
    private Path folder;

    private Mosquitto broker;
    private Cable runtimeCable;
    private Cable robotCable;
    private Process runtime;
    private Process robot;

    @BeforeEach
    void open() throws IOException {
        broker = Mosquitto.open(folder, 0);
        runtimeCable = new Cable(broker.uri());
        robotCable = new Cable(broker.uri());
        robot = start("robot", robotCable.uri());
        runtime = start("runtime", runtimeCable.uri());
    }

    @AfterEach
    void close() throws Exception {
        runtime.destroyForcibly().waitFor();
        robot.destroyForcibly().waitFor();
        runtimeCable.close();
        robotCable.close();
        broker.close();
    }

    @Test
    void no_order_is_lost_and_none_has_its_effect_twice() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            awaitOrders(1 + random.nextInt(60));
            kill(Victim.values()[random.nextInt(Victim.values().length)]);
        }
        awaitOrders(1);
        Files.createFile(folder.resolve("enough"));
        Patience.until("the runtime has an outcome of every order", () -> !runtime.isAlive());
        check();
    }

    private void kill(Victim victim) throws Exception {
        killed.merge(victim, 1, Integer::sum);
        switch (victim) {
            case RUNTIME -> {
                runtime.destroyForcibly().waitFor();
                runtime = start("runtime", runtimeCable.uri());
            }
            case ROBOT -> {
                robot.destroyForcibly().waitFor();
                robot = start("robot", robotCable.uri());
            }
            case BROKER -> restartBroker();
            case NETWORK_OF_RUNTIME -> {
                runtimeCable.cut();
                runtimeCable.plug();
            }
            case NETWORK_OF_ROBOT -> {
                robotCable.cut();
                robotCable.plug();
            }
            case NETWORK_SILENT_AND_BROKER -> {
                (random.nextBoolean() ? robotCable : runtimeCable).silence(true);
                restartBroker();
                robotCable.silence(false);
                runtimeCable.silence(false);
            }
        }
    }

    private void restartBroker() throws IOException {
        int port = broker.uri().getPort();
        broker.close();
        broker = Mosquitto.open(folder, port);
    }

    /** Wait until so many more orders have ended; they go on, so that the next kill meets some of them half done. */
    private void awaitOrders(int number) throws IOException {
        int target = ended().size() + number;
        Patience.until("orders go on after " + killed, () -> ended().size() >= target);
    }

    private List<String> ended() {
        try {
            return KilledEnd.lines(folder.resolve("ended"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void check() throws IOException {
        List<String> begun = KilledEnd.lines(folder.resolve("begun"));
        List<String> effects = KilledEnd.lines(folder.resolve("effects"));
        Map<String, String> outcomes = new TreeMap<>();
        ended().forEach(line -> outcomes.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        List<String> completed = begun.stream()
                .filter(id -> "completed".equals(outcomes.get(id)))
                .toList();
        List<String> brokenOff = begun.stream()
                .filter(id -> outcomes.getOrDefault(id, "").contains("restarted in the middle"))
                .toList();
        Set<String> doubled =
                effects.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        List<String> lost = new ArrayList<>(begun);
        lost.removeAll(new HashSet<>(brokenOff));
        lost.removeIf(id -> "completed".equals(outcomes.get(id)) && effects.contains(id));
        long brokenOffWithEffect = brokenOff.stream().filter(effects::contains).count();
        System.out.printf(
                "kills %s; orders %d, completed %d, told as broken off %d (of them with their effect: %d), lost %d,"
                        + " doubled %d%n",
                killed,
                begun.size(),
                completed.size(),
                brokenOff.size(),
                brokenOffWithEffect,
                lost.size(),
                doubled.size());
        assertThat(doubled).as("orders that had their effect twice").isEmpty();
        assertThat(lost)
                .as("orders without an outcome, or without the effect that was told")
                .isEmpty();
        assertThat(begun).as("every effect was ordered").containsAll(effects);
        assertThat(completed).as("the run did something").hasSizeGreaterThan(KILLS);
    }

    private Process start(String end, URI address) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEnd.class.getName(),
                        end,
                        address.toString(),
                        ID,
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(end + ".log").toFile()))
                .start();
    }
}
