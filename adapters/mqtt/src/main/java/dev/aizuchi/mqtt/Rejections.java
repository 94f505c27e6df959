package dev.aizuchi.mqtt;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** Count messages that are not what their topic carries; logs the first and every hundredth, never their content. */
final class Rejections {
    private static final System.Logger LOG = System.getLogger(Rejections.class.getName());

    private final AtomicLong count = new AtomicLong();

    void add(Topic topic, String why) {
        long now = count.incrementAndGet();
        if (now == 1 || now % 100 == 0) {
            LOG.log(
                    Level.WARNING,
                    "ignored {0} malformed messages so far; the last on …/{1}: {2}",
                    now,
                    topic.level(),
                    why);
        }
    }

    long count() {
        return count.get();
    }
}
