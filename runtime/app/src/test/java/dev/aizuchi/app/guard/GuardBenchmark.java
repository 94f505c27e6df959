package dev.aizuchi.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.app.Main;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Break an agent, its dialogue thread, its network and its broker 200 times, while the guard, a process of its own,
 * stands before the wheels; prints the table of runtime/robot/BENCHMARKS.md.
 */
class GuardBenchmark {
    private static final int FAULTS = Integer.getInteger("guard.faults", 200);
    /** What guard and wheels are started with: on a robot they are not to wait for others. */
    private static final List<String> ROBOTS = Stream.of(
                    System.getProperty("guard.before", "").split(" ", -1))
            .filter(word -> !word.isEmpty())
            .toList();

    private static final long SEED = 20_261_127;
    private static final long HELD = TimeUnit.SECONDS.toNanos(1);
    private static final long NEVER = TimeUnit.SECONDS.toNanos(60);
    private static final String MQTT = """
            name: cart
            buses: { bus: { use: mqtt, with: { broker: tcp://127.0.0.1:%d, client-id: agent } } }
            heartbeat: { on: bus, publish: cart/heartbeat, delivery: newest, fields: { count: "${count}" } }
            guard:
              buses:
                bus: { use: mqtt, with: { broker: tcp://127.0.0.1:%d, client-id: guard } }
                wheels: { use: mqtt, with: { broker: tcp://127.0.0.1:%d, client-id: guard-wheels } }
              velocities:
                - { on: bus, from: cart/velocity, to-on: wheels, to: wheels/velocity, zero: { turn: 0.0 } }
            """;
    private static final String MQTT_STEP =
            "{ on: bus, publish: cart/velocity, fields: { turn: 0.5 }, closing: { turn: 0.0 }";
    private static final String ROS = """
            name: cart
            buses: { bus: { use: rcl } }
            heartbeat:
              { on: bus, publish: /aizuchi/heartbeat, type: std_msgs/msg/Header, delivery: newest, fields: { stamp: "${now()}" } }
            guard:
              buses: { bus: { use: rcl, with: { node: aizuchi_guard } } }
              velocities:
                - { on: bus, from: /cmd_vel_wanted, to: /cmd_vel, type: geometry_msgs/msg/Twist, zero: {} }
            """;
    private static final String ROS_STEP = "{ on: bus, publish: /cmd_vel_wanted, type: geometry_msgs/msg/Twist,"
            + " fields: { angular: { z: 0.5 } }, closing: {}";
    private static final String ACTIONS = """
            actions:
              rotate:
                effect: reversible
                moves: true
                parameters: { angle_deg: { min: -360, max: 360 } }
                time-limit-s: 3600
                steps:
                  - %s, delivery: newest, for-s: 3600, rate-hz: 20 }
            """;

    private enum Fault {
        AGENT_KILLED,
        AGENT_STOPPED,
        AGENT_DIALOGUE_THREAD_HUNG,
        BROKER_KILLED,
        BROKER_STOPPED,
        NETWORK_CUT,
        NETWORK_SILENT
    }

    private record Times(List<Long> stood, List<Long> again) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<Fault, Times> times = new EnumMap<>(Fault.class);
    private final Wheels wheels = new Wheels();

    @Test
    void wheels_stand_when_the_agent_its_network_or_its_broker_is_lost(@TempDir Path folder) throws Exception {
        String broker = freePort();
        String cable = freePort();
        String wheels = freePort();
        String file = file(
                folder,
                MQTT.formatted(Integer.parseInt(cable), Integer.parseInt(broker), Integer.parseInt(wheels)),
                MQTT_STEP);
        try (Part robot = new Part(ROBOTS, this.wheels::told, LonelyWheels.class, wheels);
                Part middle = new Part(List.of(), line -> {}, LonelyBroker.class, broker);
                Part network = new Part(List.of(), line -> {}, LonelyCable.class, cable, broker);
                Part guard = new Part(ROBOTS, line -> {}, Main.class, "robot", "guard", file);
                Part agent = new Part(List.of(), line -> {}, GuardedAgent.class, file)) {
            assertThat(List.of(robot, guard)).isNotEmpty();
            breakAll(List.of(Fault.values()), Map.of("AGENT", agent, "BROKER", middle, "NETWORK", network), "mqtt");
        }
    }

    /** Needs a ROS 2 that is sourced; its network is the machine's own. */
    @Test
    @EnabledIfEnvironmentVariable(named = "AMENT_PREFIX_PATH", matches = ".+")
    void wheels_stand_when_the_agent_is_lost_in_ros_2(@TempDir Path folder) throws Exception {
        String file = file(folder, ROS, ROS_STEP);
        try (Part robot = new Part(ROBOTS, wheels::told, LonelyWheels.class);
                Part guard = new Part(ROBOTS, line -> {}, Main.class, "robot", "guard", file);
                Part agent = new Part(List.of(), line -> {}, GuardedAgent.class, file)) {
            assertThat(List.of(robot, guard)).isNotEmpty();
            breakAll(
                    List.of(Fault.AGENT_KILLED, Fault.AGENT_STOPPED, Fault.AGENT_DIALOGUE_THREAD_HUNG),
                    Map.of("AGENT", agent),
                    "ros2");
        }
    }

    private void breakAll(List<Fault> faults, Map<String, Part> parts, String name) throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < FAULTS; i++) {
            Fault fault = faults.get(random.nextInt(faults.size()));
            wheels.awaitTurning(TimeUnit.MILLISECONDS.toNanos(400 + random.nextInt(100)));
            once(fault, Objects.requireNonNull(parts.get(fault.name().split("_", 2)[0])));
            wheels.forget();
            report(name);
        }
        assertThat(times.values().stream().mapToInt(one -> one.stood.size()).sum())
                .isEqualTo(FAULTS);
    }

    private static String file(Path folder, String head, String step) throws IOException {
        return Files.writeString(folder.resolve("robot.yaml"), head + ACTIONS.formatted(step))
                .toString();
    }

    private void once(Fault fault, Part part) throws IOException, InterruptedException {
        long broken = System.nanoTime();
        switch (fault) {
            case AGENT_KILLED, BROKER_KILLED, NETWORK_CUT -> part.kill();
            case AGENT_STOPPED, BROKER_STOPPED, NETWORK_SILENT -> part.stop();
            case AGENT_DIALOGUE_THREAD_HUNG -> part.tell("hang");
        }
        LockSupport.parkNanos(HELD);
        long mended = System.nanoTime();
        switch (fault) {
            case AGENT_KILLED, BROKER_KILLED, NETWORK_CUT -> part.revive();
            case AGENT_STOPPED, BROKER_STOPPED, NETWORK_SILENT -> part.resume();
            case AGENT_DIALOGUE_THREAD_HUNG -> part.tell("go");
        }
        wheels.awaitTurning(TimeUnit.MILLISECONDS.toNanos(300));
        Times of = times.computeIfAbsent(fault, one -> new Times());
        of.stood.add(wheels.stoodIn(broken, mended).orElse(broken + NEVER) - broken);
        of.again.add(wheels.turnedAfter(mended).orElse(mended) - mended);
    }

    /** Write what there is so far: a benchmark that ends early has figures all the same. */
    private void report(String name) throws IOException {
        String table = times.entrySet().stream()
                .map(entry -> line(
                        entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry.getValue().stood,
                        entry.getValue().again))
                .collect(Collectors.joining());
        Files.writeString(
                Path.of("target", "guard-benchmark-" + name + ".txt"),
                table
                        + line(
                                "all",
                                times.values().stream()
                                        .flatMap(one -> one.stood.stream())
                                        .toList(),
                                times.values().stream()
                                        .flatMap(one -> one.again.stream())
                                        .toList()));
    }

    private static String line(String name, List<Long> stood, List<Long> again) {
        List<Long> sorted = stood.stream().sorted().toList();
        long late = sorted.stream().filter(one -> one > 200_000_000).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |%n",
                name,
                sorted.size(),
                sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get(sorted.size() - 1) / 1_000_000,
                late,
                again.stream().min(Long::compare).orElseThrow() / 1_000_000);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
