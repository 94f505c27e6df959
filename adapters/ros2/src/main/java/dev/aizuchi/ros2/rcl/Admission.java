package dev.aizuchi.ros2.rcl;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Let uses of something in, several at a time, until it is closed. On any thread.
 *
 * <p>Closing waits for those that are within: what ROS 2 has freed is touched by nobody then.
 */
final class Admission {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** Use it; empty, and without a use, where it is closed. A use may neither wait for others nor close it. */
    <T> Optional<T> use(Supplier<T> using) {
        lock.readLock().lock();
        try {
            return closed ? Optional.empty() : Optional.of(using.get());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Let nobody in any more, and wait until nobody is within. */
    void close() {
        lock.writeLock().lock();
        try {
            closed = true;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
