package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.node.Lifecycle.State;
import java.util.Locale;

/** A way from one state to another, as {@code lifecycle_msgs/msg/Transition} numbers it. */
public enum Transition {
    /** Make ready. */
    CONFIGURE(1, State.UNCONFIGURED, State.INACTIVE, 10, "configuring", 10),
    /** Take back what was made ready. */
    CLEANUP(2, State.INACTIVE, State.UNCONFIGURED, 11, "cleaningup", 20),
    /** Begin to work. */
    ACTIVATE(3, State.INACTIVE, State.ACTIVE, 13, "activating", 30),
    /** Leave off. */
    DEACTIVATE(4, State.ACTIVE, State.INACTIVE, 14, "deactivating", 40),
    /** End before anything was done. */
    UNCONFIGURED_SHUTDOWN(5, State.UNCONFIGURED, State.FINALIZED, 12, "shuttingdown", 50),
    /** End while ready. */
    INACTIVE_SHUTDOWN(6, State.INACTIVE, State.FINALIZED, 12, "shuttingdown", 50),
    /** End while at work. */
    ACTIVE_SHUTDOWN(7, State.ACTIVE, State.FINALIZED, 12, "shuttingdown", 50);

    private final int id;
    private final State from;
    private final State to;
    private final int betweenId;
    private final String betweenLabel;
    private final int successId;

    Transition(int id, State from, State to, int betweenId, String betweenLabel, int successId) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.betweenId = betweenId;
        this.betweenLabel = betweenLabel;
        this.successId = successId;
    }

    State from() {
        return from;
    }

    State to() {
        return to;
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replaceFirst(".*_", "");
    }

    /** Tell whether a request, which may leave out the number or the label, means this one. */
    boolean isMeant(long otherId, String otherLabel) {
        return otherId == id || (otherId == 0 && otherLabel.equals(label()));
    }

    /** Give it as {@code lifecycle_msgs/msg/Transition}. */
    Datum.Fields written() {
        return State.named(id, label());
    }

    /** Give the state that is passed through. */
    Datum.Fields between() {
        return State.named(betweenId, betweenLabel);
    }

    /** Give the way out of that state. */
    Datum.Fields success() {
        return State.named(successId, "transition_success");
    }

    /** Give it as {@code lifecycle_msgs/msg/TransitionDescription}. */
    Datum.Fields described() {
        return Content.message()
                .put("transition", written())
                .put("start_state", from.written())
                .put("goal_state", to.written())
                .fields();
    }
}
