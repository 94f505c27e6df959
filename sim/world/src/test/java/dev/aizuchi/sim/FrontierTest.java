package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private record Open(double cost, int cell) {}

    private final Frontier frontier = new Frontier();

    @Test
    void gives_what_a_sorted_queue_gives_whatever_comes_in_between() {
        Random random = new Random(1);
        for (int search = 0; search < 20; search++) {
            frontier.clear();
            assertThat(frontier.isEmpty()).isTrue();
            PriorityQueue<Open> queue =
                    new PriorityQueue<>(Comparator.comparingDouble(Open::cost).thenComparingInt(Open::cell));
            double cost = 30 * random.nextDouble();
            List<Open> taken = new ArrayList<>();
            List<Open> expected = new ArrayList<>();
            for (int step = 0; step < 2000; step++) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    // Equal costs, lower ones as rounding makes them, and a few far behind.
                    double more = random.nextInt(20) == 0 ? 200 * random.nextDouble() : random.nextInt(4) / 10.0 - 1e-9;
                    Open open = new Open(Math.max(0, cost + more), random.nextInt(1000));
                    queue.add(open);
                    frontier.add(open.cost, open.cell);
                }
                Open next = queue.remove();
                expected.add(next);
                cost = frontier.cost();
                taken.add(new Open(cost, frontier.remove()));
            }
            assertThat(taken).isEqualTo(expected);
        }
    }
}
