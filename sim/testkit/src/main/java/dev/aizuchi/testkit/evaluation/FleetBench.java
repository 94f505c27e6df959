package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.SimulatedRobot;
import dev.aizuchi.sim.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Measure how fast a hall full of robots runs: some of them drive to and fro without end between the others, which
 * stand.
 */
public final class FleetBench {
    private static final double SPACING = 2;
    private static final double MARGIN = 1.5;
    private static final double NANOS = 1e9;
    /** Every so many robots apart lies the place to which a robot drives. */
    private static final int STRIDE = 37;

    private final World world;
    private final int robots;
    private long orders;
    private long arrivals;
    private long failures;

    /**
     * Hold what was measured.
     *
     * @param moving how many of the robots drive
     * @param simulated time that passed in the hall
     * @param wallSeconds time that passed for who waited
     * @param cpuSeconds time of a core that it took
     * @param arrivals drives that came to their end
     * @param failures drives that did not
     */
    public record Figures(
            int robots,
            int moving,
            Duration simulated,
            double wallSeconds,
            double cpuSeconds,
            long arrivals,
            long failures) {
        /** Tell how many times faster than real time it ran, by a core's time. */
        public double factor() {
            return simulated.toMillis() / 1e3 / cpuSeconds;
        }
    }

    private FleetBench(int robots) {
        this.robots = robots;
        this.world = new World(FloorPlan.parse(hall(robots), "hall"), Instant.EPOCH, 1);
    }

    /**
     * Run a hall and measure it.
     *
     * @param robots at least 1
     * @param moving how many of them drive
     * @param warmUp simulated time before what is measured
     */
    public static Figures run(int robots, int moving, Duration warmUp, Duration simulated) {
        FleetBench bench = new FleetBench(robots);
        List<SimulatedRobot> all = bench.world.robots();
        for (int i = 0; i < moving; i++) {
            bench.drive(all.get(i), i, true);
        }
        bench.world.step(warmUp);
        bench.arrivals = 0;
        bench.failures = 0;
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        bench.world.step(simulated);
        return new Figures(
                robots,
                moving,
                simulated,
                (System.nanoTime() - wall) / NANOS,
                (threads.getCurrentThreadCpuTime() - cpu) / NANOS,
                bench.arrivals,
                bench.failures);
    }

    /** Send a robot to its place or home, and back again once it is there. */
    private void drive(Robot robot, int index, boolean away) {
        Place goal = new Place(away ? "P" + (index * STRIDE + robots / 2) % robots : "D" + index);
        Command command = new Command("b" + ++orders, new Navigate(goal), Duration.ofMinutes(10));
        var unused = robot.perform(command, done -> {}).thenAccept(outcome -> {
            if (outcome instanceof Outcome.Completed) {
                arrivals++;
            } else {
                failures++;
            }
            drive(robot, index, !away);
        });
    }

    private static String hall(int robots) {
        int columns = (int) Math.ceil(Math.sqrt(robots));
        double side = 2 * MARGIN + columns * SPACING;
        StringBuilder plan = new StringBuilder("floor: { width: " + side + ", height: " + side + " }\n");
        plan.append("rooms: [{ name: H, at: [0, 0], size: [" + side + ", " + side + "] }]\n");
        plan.append("places:\n");
        for (int i = 0; i < robots; i++) {
            plan.append(String.format("  - { name: P%d, at: %s, heading: 0 }%n", i, at(i, columns, SPACING / 2)));
        }
        plan.append("robots:\n");
        for (int i = 0; i < robots; i++) {
            String drive = i % 2 == 0 ? "differential" : "omni";
            plan.append(String.format(
                    "  - { name: R%d, dock: D%d, at: %s, heading: 0, drive: %s }%n", i, i, at(i, columns, 0), drive));
        }
        return plan.toString();
    }

    private static String at(int index, int columns, double aside) {
        double x = MARGIN + aside + SPACING * (index % columns);
        double y = MARGIN + aside + SPACING * Math.floorDiv(index, columns);
        return "[" + x + ", " + y + "]";
    }
}
