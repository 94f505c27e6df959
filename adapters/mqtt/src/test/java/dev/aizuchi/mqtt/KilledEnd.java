package dev.aizuchi.mqtt;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A process at one end of the link, which the kill run kills and starts again; each writes down what it saw. */
final class KilledEnd {
    private static final Duration LONG = Duration.ofHours(2);
    private static final int OPEN = 8;

    private KilledEnd() {}

    /** Run one end: {@code robot} or {@code runtime}, the broker, the robot's id and the folder of the run. */
    public static void main(String[] arguments) throws Exception {
        MqttSettings settings = Timing.real(URI.create(arguments[1]), arguments[2]);
        Path folder = Path.of(arguments[3]);
        if (arguments[0].equals("robot")) {
            robot(Timing.lasting(settings, folder.resolve("ledger")), folder.resolve("effects"));
        } else {
            runtime(settings, folder);
        }
    }

    /** Have the effect of each order at once: a line with its id. */
    private static void robot(MqttSettings settings, Path effects) throws Exception {
        FakeRobot real = new FakeRobot();
        try (MqttRobotServer server = MqttRobotServer.start(settings, real)) {
            while (server.rejected() == 0) {
                Command command = real.performed.take();
                note(effects, command.id());
                real.end(command.id(), new Completed());
            }
        }
        throw new AssertionError("an order of the other end was malformed");
    }

    /** Take up what has no outcome yet, then give orders until the run says that it is enough. */
    private static void runtime(MqttSettings settings, Path folder) throws Exception {
        Path begun = folder.resolve("begun");
        Path ended = folder.resolve("ended");
        List<String> open = lines(begun);
        lines(ended).forEach(line -> open.remove(line.split(" ", 2)[0]));
        Semaphore room = new Semaphore(OPEN);
        try (MqttRobot robot = MqttRobot.open(settings)) {
            for (String id : open) {
                order(robot, id, ended, room);
            }
            while (!Files.exists(folder.resolve("enough"))) {
                String id = UUID.randomUUID().toString();
                room.acquire();
                room.release();
                note(begun, id);
                order(robot, id, ended, room);
            }
            room.acquire(OPEN);
        }
    }

    private static void order(MqttRobot robot, String id, Path ended, Semaphore room) throws InterruptedException {
        room.acquire();
        robot.perform(new Command(id, new Action.Notify("職員", "来てください"), LONG), done -> {})
                .whenComplete((outcome, error) -> {
                    note(ended, id + " " + word(outcome));
                    room.release();
                });
    }

    private static String word(Outcome outcome) {
        return outcome instanceof Failed failed ? failed.detail() : "completed";
    }

    static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
    }

    private static void note(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
