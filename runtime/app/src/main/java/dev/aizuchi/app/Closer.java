package dev.aizuchi.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** Close what a command opened, newest first; what fails to close does not keep the rest open. */
final class Closer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Closer.class.getName());
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "a part did not close cleanly", e);
            }
        }
    }
}
