package dev.aizuchi.cluster;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import java.util.concurrent.CountDownLatch;

/** A machine in a process of its own, which tells on standard output when it has joined and when it begins a run. */
final class LentProcess {
    private LentProcess() {}

    public static void main(String[] args) throws InterruptedException {
        ScenarioSuite.Player player = args[2].equals("stuck") ? new Stuck() : new Scripted(args[2]);
        Machine machine = Lent.machine(Integer.parseInt(args[0]), args[1], 2, KilledMachineTest.SECRET, () -> player);
        say("joined " + machine.machines());
        new CountDownLatch(1).await();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Begins, and never ends. */
    private static final class Stuck implements ScenarioSuite.Player {
        @Override
        public Played play(Scenario scenario, long seed) {
            say("began " + scenario.name() + " " + seed);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("ended");
        }

        @Override
        public void close() {}
    }
}
