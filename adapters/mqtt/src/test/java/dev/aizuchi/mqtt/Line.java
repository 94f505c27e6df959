package dev.aizuchi.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Carry bytes one way as a bad network does: in their order, late, and no faster than it is wide. On two threads, who
 * gives them and who runs {@link #deliver}.
 */
final class Line {
    private static final long LONGEST_WAIT_MS = 100;

    /**
     * Say how bad it is.
     *
     * @param delayMs how long everything takes one way
     * @param jitterMs by how much longer it takes, at most; evenly spread
     * @param bytesPerSecond how wide it is; 0 for any width
     * @param lost which part of the pieces is lost, each of which holds up all that follows by {@code againMs}, until
     *     it has been sent again: to a TCP connection a lost segment is no more than that
     */
    record Quality(long delayMs, long jitterMs, long bytesPerSecond, double lost, long againMs) {
        static final Quality GOOD = new Quality(0, 0, 0, 0, 0);
    }

    private static final class Piece implements Delayed {
        private final byte[] bytes;
        private final long due;

        Piece(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Piece) other).due);
        }
    }

    private final Quality quality;
    private final OutputStream out;
    private final Random random = new Random(1);
    private final DelayQueue<Piece> under = new DelayQueue<>();
    private long last = System.nanoTime();
    private volatile boolean ended;

    Line(Quality quality, OutputStream out) {
        this.quality = quality;
        this.out = out;
    }

    /** Take bytes to carry. */
    void give(byte[] bytes) throws IOException {
        if (quality.equals(Quality.GOOD)) {
            out.write(bytes);
            out.flush();
            return;
        }
        double late = quality.delayMs + quality.jitterMs * random.nextDouble();
        double resent = random.nextDouble() < quality.lost ? quality.againMs : 0;
        double wide = quality.bytesPerSecond == 0 ? 0 : 1e3 * bytes.length / quality.bytesPerSecond;
        // Nothing overtakes, and a piece begins to go out when the one before it has gone; one nanosecond keeps the
        // order.
        long arrives = Math.max(last + 1, System.nanoTime() + nanos(late + resent));
        last = arrives + nanos(wide);
        under.add(new Piece(bytes, last));
    }

    private static long nanos(double ms) {
        return Math.round(ms * 1e6);
    }

    /** Deliver what is due until {@link #end}. */
    void deliver() {
        try {
            while (!ended) {
                Piece piece = under.poll(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
                if (piece != null) {
                    out.write(piece.bytes);
                    out.flush();
                }
            }
        } catch (IOException e) {
            ended = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended = true;
    }
}
