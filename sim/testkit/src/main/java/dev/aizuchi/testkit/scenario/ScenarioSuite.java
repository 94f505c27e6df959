package dev.aizuchi.testkit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Play many scenarios, each so often, on several threads; what comes of it does not depend on how many. */
public final class ScenarioSuite {
    private final List<Scenario> scenarios;
    private final int repeat;
    private final long seed;

    /** Plays scenarios on one thread. */
    public interface Player extends AutoCloseable {
        /** Play a scenario from its beginning. */
        Played play(Scenario scenario, long seed);

        @Override
        void close();
    }

    /**
     * Take what to play.
     *
     * @param repeat how often each, with one seed after the other
     * @param seed the first seed
     */
    public ScenarioSuite(List<Scenario> scenarios, int repeat, long seed) {
        this.scenarios = List.copyOf(scenarios);
        this.repeat = repeat;
        this.seed = seed;
    }

    /** Give how many runs there are to make. */
    public int size() {
        return scenarios.size() * repeat;
    }

    /**
     * Play all, and give what came of each, by scenario and seed.
     *
     * @param players makes a player for each thread, which is closed at the end
     * @param jobs threads
     * @param failFast whether to begin none after one went wrong
     * @param listener is told of each as it ends, by one thread at a time
     */
    public List<Played> run(
            Supplier<? extends Player> players, int jobs, boolean failFast, Consumer<? super Played> listener) {
        AtomicReferenceArray<Played> played = new AtomicReferenceArray<>(size());
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        Object telling = new Object();
        Callable<Integer> job = () -> {
            try (Player player = players.get()) {
                int done = 0;
                for (int i = next.getAndIncrement(); i < size() && !enough.get(); i = next.getAndIncrement()) {
                    Played one = player.play(scenarios.get(i / repeat), seed + i % repeat);
                    played.set(i, one);
                    if (failFast && one.verdict().isWrong()) {
                        enough.set(true);
                    }
                    synchronized (telling) {
                        listener.accept(one);
                    }
                    done++;
                }
                return done;
            }
        };
        runAll(job, Math.min(jobs, Math.max(1, size())));
        List<Played> inOrder = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            inOrder.add(played.get(i));
        }
        return inOrder.stream().filter(Objects::nonNull).toList();
    }

    private static void runAll(Callable<Integer> job, int jobs) {
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                futures.add(threads.submit(job));
            }
            for (Future<Integer> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
