package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final Place ROOM = new Place("101号室");
    private static final int THREADS = 4;
    private static final int ORDERS = 100;

    private final World world = new World(FloorPlan.care(), Trial.START, 1);

    @Test
    void every_order_from_many_threads_gets_its_outcome() {
        List<CompletableFuture<List<CompletableFuture<Outcome>>>> callers = new ArrayList<>();
        for (int caller = 0; caller < THREADS; caller++) {
            String name = "caller-" + caller;
            callers.add(CompletableFuture.supplyAsync(() -> order(name)));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new));
        while (!all.isDone()) {
            world.step(World.TICK);
        }
        world.step(Duration.ofMinutes(2));
        for (CompletableFuture<List<CompletableFuture<Outcome>>> caller : callers) {
            assertThat(caller.join())
                    .hasSize(2 * ORDERS)
                    .allSatisfy(outcome -> assertThat(outcome).isCompleted());
        }
    }

    private List<CompletableFuture<Outcome>> order(String caller) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            outcomes.add(perform(caller + "-drive-" + i, new Action.Navigate(ROOM)));
            outcomes.add(perform(caller + "-light-" + i, new Light(ROOM, i % 2 == 0)));
            world.robot().cancel(caller + "-drive-" + (i - 1));
            world.robot().stop();
            assertThat(world.snapshot().at()).isAfterOrEqualTo(Trial.START);
            world.robot().resume();
        }
        return outcomes;
    }

    private CompletableFuture<Outcome> perform(String id, Action action) {
        return world.robot()
                .perform(new Command(id, action, Duration.ofMinutes(1)), done -> {})
                .toCompletableFuture();
    }
}
