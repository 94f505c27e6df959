package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hold a goal that somebody set to us, and who waits for its result; confined to the spinner's thread. */
final class ServedGoal {
    // Values of action_msgs/msg/GoalStatus.
    private static final int EXECUTING = 2;
    private static final int CANCELING = 3;
    private static final int SUCCEEDED = 4;
    private static final int CANCELED = 5;
    private static final int ABORTED = 6;

    private final Datum id;
    private final Datum stamp;
    private final Goal goal;
    private final List<Consumer<Datum.Fields>> waiting = new ArrayList<>();
    private int status = EXECUTING;
    private Datum.@Nullable Fields result;

    ServedGoal(Datum id, Datum stamp, Goal goal) {
        this.id = id;
        this.stamp = stamp;
        this.goal = goal;
    }

    boolean isEnded() {
        return result != null;
    }

    /** Give {@code action_msgs/msg/GoalInfo}. */
    Datum info() {
        return new Datum.Fields(Map.of("goal_id", id, "stamp", stamp));
    }

    /** Give {@code action_msgs/msg/GoalStatus}. */
    Datum status() {
        return new Datum.Fields(Map.of("goal_info", info(), "status", new Datum.Whole(status)));
    }

    /** Ask it to give up; false where it has ended. */
    boolean cancel() {
        if (isEnded()) {
            return false;
        }
        status = CANCELING;
        goal.cancel();
        return true;
    }

    void onResult(Consumer<Datum.Fields> reply) {
        if (result == null) {
            waiting.add(reply);
        } else {
            reply.accept(result);
        }
    }

    void end(Answer answer) {
        Datum.Fields content = Datum.Fields.NONE;
        if (answer instanceof Answer.Given given) {
            status = SUCCEEDED;
            content = given.content();
        } else if (answer instanceof Answer.Aborted aborted) {
            status = ABORTED;
            content = aborted.content();
        } else {
            boolean cancelled = status == CANCELING && ((Answer.Failed) answer).reason() == Reason.CANCELLED;
            status = cancelled ? CANCELED : ABORTED;
        }
        Datum.Fields told = new Datum.Fields(Map.of("status", new Datum.Whole(status), "result", content));
        result = told;
        waiting.forEach(reply -> reply.accept(told));
        waiting.clear();
    }
}
