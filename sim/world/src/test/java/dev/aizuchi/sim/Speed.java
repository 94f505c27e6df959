package dev.aizuchi.sim;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Measure how much faster than real time the care floor runs; see BENCHMARKS.md. */
final class Speed {
    private static final int ROUNDS = 6;
    private static final Duration STANDING = Duration.ofHours(1);

    private Speed() {}

    public static void main(String[] arguments) {
        for (int round = 1; round <= ROUNDS; round++) {
            World world = new World(FloorPlan.care(), Trial.START, round);
            report(round, "driving", world, () -> driveEverywhere(world));
            report(round, "standing", world, () -> world.step(STANDING));
        }
    }

    private static void driveEverywhere(World world) {
        for (int lap = 0; lap < 3; lap++) {
            for (FloorPlan.Spot spot : world.plan().places()) {
                String id = lap + "-" + spot.place().name();
                Command command = new Command(id, new Action.Navigate(spot.place()), Duration.ofMinutes(5));
                CompletableFuture<Outcome> drive =
                        world.robot().perform(command, done -> {}).toCompletableFuture();
                while (!drive.isDone()) {
                    world.step(World.TICK);
                }
            }
        }
    }

    private static void report(int round, String what, World world, Runnable work) {
        long simulated = world.clock().millis();
        long began = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - began) / 1e9;
        double seconds = (world.clock().millis() - simulated) / 1e3;
        System.out.printf(
                "%d %-8s %6.0f s in %.2f s: %6.0f times real time%n", round, what, seconds, wall, seconds / wall);
    }
}
