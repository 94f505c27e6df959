package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import java.util.function.DoubleConsumer;

/** Tell the done part of an order from what comes as feedback; never falls. */
final class Progress {
    private final DoubleConsumer listener;
    private double whole;
    private double told;

    Progress(DoubleConsumer listener) {
        this.listener = listener;
    }

    void hear(Step step, Datum.Fields feedback) {
        double done;
        synchronized (this) {
            try {
                done = part(step, feedback);
            } catch (IllegalArgumentException e) {
                // Feedback that is not understood tells nothing; the act goes on.
                return;
            }
            if (!(done > told)) {
                return;
            }
            told = done;
        }
        listener.accept(done);
    }

    private double part(Step step, Datum.Fields feedback) {
        if (step.progress() != null) {
            return bounded(Expression.number(step.progress().in(feedback)));
        }
        if (step.remaining() == null) {
            return 0;
        }
        double left = Expression.number(step.remaining().in(feedback));
        whole = Math.max(whole, left);
        return whole > 0 ? bounded(1 - left / whole) : 0;
    }

    private static double bounded(double part) {
        return Math.max(0, Math.min(1, part));
    }
}
