package dev.aizuchi.testkit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
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
import java.util.stream.Collectors;

/** Play many scenarios, each so often, on several threads; what comes of it does not depend on how many. */
public final class ScenarioSuite {
    private final List<Run> runs = new ArrayList<>();

    private record Run(Scenario scenario, long seed) {}

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
     * @param repeat how often each, or as often as it wants to be itself, with one seed after the other
     * @param seed the first seed
     */
    public ScenarioSuite(List<Scenario> scenarios, int repeat, long seed) {
        for (Scenario scenario : scenarios) {
            for (int i = 0; i < Math.max(repeat, scenario.repeat()); i++) {
                runs.add(new Run(scenario, seed + i));
            }
        }
    }

    /** Give how many runs there are to make. */
    public int size() {
        return runs.size();
    }

    /** Give what is played in a run, from 0 on. */
    public Scenario scenario(int run) {
        return runs.get(run).scenario;
    }

    /** Give the seed of a run. */
    public long seed(int run) {
        return runs.get(run).seed;
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
                    Played one = player.play(scenario(i), seed(i));
                    played.set(i, one);
                    if (failFast && isWrong(one)) {
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
        return judged(inOrder.stream().filter(Objects::nonNull).toList());
    }

    /** Tell whether a run by itself is one that somebody must look at: of some scenarios, a share may fail. */
    public static boolean isWrong(Played one) {
        return one.verdict().isWrong() && one.scenario().passRate().isEmpty();
    }

    /** Tolerate the failures of a scenario of which as large a share went right as it asks for. */
    public static List<Played> judged(List<Played> runs) {
        Map<Scenario, List<Played>> byScenario = runs.stream().collect(Collectors.groupingBy(Played::scenario));
        return runs.stream()
                .map(one -> isEnough(byScenario.getOrDefault(one.scenario(), List.of())) ? one.asTolerated() : one)
                .toList();
    }

    private static boolean isEnough(List<Played> runs) {
        OptionalDouble rate = runs.get(0).scenario().passRate();
        long right = runs.stream().filter(one -> one.failure().isEmpty()).count();
        return rate.isPresent() && right >= rate.getAsDouble() * runs.size();
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
