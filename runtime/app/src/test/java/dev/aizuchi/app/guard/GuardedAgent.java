package dev.aizuchi.app.guard;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robotprofile.ProfileRobotProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** An agent whose robot turns for ever, and whose dialogue thread hangs when it is told to. */
final class GuardedAgent {
    private GuardedAgent() {}

    public static void main(String[] args) throws IOException {
        Semaphore going = new Semaphore(0);
        try (Robot robot = new ProfileRobotProvider().open(new ProfileRobotProvider.Settings(Path.of(args[0])));
                Agent agent = Agent.builder(robot, Site.at(new Place("食堂"))).start(PhraseInterpreter::of);
                BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Thread turning = new Thread(() -> turn(robot), "turning");
            turning.setDaemon(true);
            turning.start();
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                if (line.equals("hang")) {
                    agent.whenIdle(going::acquireUninterruptibly);
                } else {
                    going.release();
                }
            }
        }
    }

    private static void turn(Robot robot) {
        for (long i = System.nanoTime(); ; i++) {
            robot.perform(new Command("turn-" + i, new Action.Rotate(90), Duration.ofMinutes(10)), done -> {})
                    .toCompletableFuture()
                    .join();
            LockSupport.parkNanos(50_000_000);
        }
    }
}
