package dev.aizuchi.app.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Note when wheels are told what; times are {@link System#nanoTime()}. */
final class Wheels {
    private record Told(long at, boolean turn) {}

    private final List<Told> all = new ArrayList<>();

    /** Take a line of {@link LonelyWheels}, or of something else. */
    synchronized void told(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("wheels")) {
            all.add(new Told(Long.parseLong(words[1]), words[2].equals("turn")));
        }
    }

    /** Give when they were told to stand for good, in a stretch of time; nothing where they were not. */
    synchronized OptionalLong stoodIn(long from, long to) {
        long turned = all.stream()
                .filter(told -> told.turn && told.at < to)
                .mapToLong(Told::at)
                .max()
                .orElse(from);
        return all.stream()
                .filter(told -> !told.turn && told.at > turned && told.at < to)
                .mapToLong(Told::at)
                .findFirst();
    }

    /** Give when they turn first, from some moment on. */
    synchronized OptionalLong turnedAfter(long from) {
        return all.stream()
                .filter(told -> told.turn && told.at > from)
                .mapToLong(Told::at)
                .findFirst();
    }

    /** Wait until they have been turning for a while without a break. */
    void awaitTurning(long nanos) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isTurningSince(System.nanoTime() - nanos)) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("the wheels do not turn: one of the processes is not up");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private synchronized boolean isTurningSince(long from) {
        List<Told> since = all.stream().filter(told -> told.at > from).toList();
        return since.size() > 3 && since.stream().allMatch(Told::turn);
    }

    synchronized void forget() {
        all.clear();
    }
}
