package dev.aizuchi.robotprofile;

import dev.aizuchi.robot.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Say how an act ended when an answer looks so.
 *
 * @param when what the answer must look like
 * @param then {@code completed}, or a reason of failure such as {@code blocked}
 */
record Ending(Condition when, Then then) {
    Ending {
        Objects.requireNonNull(when, "when is missing: what the answer must look like");
        Objects.requireNonNull(then, "then is missing: completed, or a reason such as blocked");
    }

    /** How an act may end. */
    enum Then {
        COMPLETED(null),
        IMPOSSIBLE(Outcome.Reason.IMPOSSIBLE),
        BLOCKED(Outcome.Reason.BLOCKED),
        COLLISION(Outcome.Reason.COLLISION),
        TIMED_OUT(Outcome.Reason.TIMED_OUT),
        UNREACHABLE(Outcome.Reason.UNREACHABLE),
        BUSY(Outcome.Reason.BUSY),
        CANCELLED(Outcome.Reason.CANCELLED),
        STOPPED(Outcome.Reason.STOPPED),
        BATTERY(Outcome.Reason.BATTERY),
        FAULT(Outcome.Reason.FAULT);

        private final Outcome.@Nullable Reason reason;

        Then(Outcome.@Nullable Reason reason) {
            this.reason = reason;
        }

        Outcome outcome(String detail) {
            return reason == null ? new Outcome.Completed() : new Outcome.Failed(reason, detail);
        }
    }
}
