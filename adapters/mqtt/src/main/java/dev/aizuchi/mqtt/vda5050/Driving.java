package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.mqtt.vda5050.InstantAction.Kind;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follow one order of the vehicle at a time, from its sending until the vehicle has let go of it; confined to one
 * thread. A way that is released bit by bit is an order too, with an update for each bit.
 *
 * <p>An order is over when no node, edge or action of it is left and the vehicle stands. Then it has been carried out
 * if the last node is its place.
 */
final class Driving {
    private static final int REMEMBERED = 64;

    /** Send an order, at first or again. */
    interface Sender {
        void send(Drive drive, VehicleState from);
    }

    private final Sender sender;
    private final Instants instants;
    private final long answerNanos;
    /** Orders that nobody waits for any more: the vehicle shall not go on with them. */
    private final Set<String> abandoned = new LinkedHashSet<>();

    private long pauseNanos;
    private @Nullable Drive current;

    Driving(Sender sender, Instants instants, Duration answerTimeout) {
        this.sender = sender;
        this.instants = instants;
        this.answerNanos = answerTimeout.toNanos();
    }

    /** Note how long to wait until an order may be sent again. */
    void pause(long nanos) {
        pauseNanos = nanos;
    }

    /** Begin one, unless the vehicle is in no state to. */
    void begin(Drive drive, VehicleState state) {
        Outcome refusal = refusal(state);
        if (refusal != null) {
            drive.outcome.complete(refusal);
            return;
        }
        current = drive;
        drive.toldAt = drive.begun;
        send(drive, drive.begun, state);
    }

    private void send(Drive drive, long now, VehicleState state) {
        drive.sentAt = now;
        sender.send(drive, state);
    }

    private @Nullable Outcome refusal(VehicleState state) {
        if (state.paused() || state.emergencyStop()) {
            return new Failed(
                    Reason.STOPPED, state.paused() ? "the vehicle is paused" : "its emergency stop is pressed");
        }
        if (current != null || state.underWay() || state.driving()) {
            return new Failed(Reason.BUSY, "the vehicle has an order");
        }
        return state.isAutomatic()
                ? null
                : new Failed(Reason.IMPOSSIBLE, "the vehicle is in operating mode " + state.operatingMode());
    }

    /** Take what the vehicle says. */
    void told(VehicleState state) {
        boolean loose = state.underWay() && abandoned.contains(state.orderId());
        if (loose && !instants.isWaiting(Kind.CANCEL_ORDER)) {
            instants.send(Kind.CANCEL_ORDER);
        }
        Drive drive = current;
        if (drive == null) {
            return;
        }
        boolean its = state.orderId().equals(drive.command.id());
        drive.accepted |= its;
        state.problems().stream()
                .filter(problem -> problem.endsOrder() || rejects(drive, problem.references(), state))
                .findFirst()
                .ifPresent(problem -> fail(
                        drive,
                        problem.endsOrder() ? Reason.FAULT : Reason.IMPOSSIBLE,
                        problem.type() + ": " + problem.description()));
        if (its && (state.underWay() || state.driving())) {
            drive.tellProgress(state);
        } else if (its
                && !instants.isWaiting(Kind.CANCEL_ORDER)
                && (drive.ending != null || !drive.route.isAwaited(state))) {
            over(drive, state);
        }
    }

    /** Tell whether an error is about what was sent last: the order, or an update of it. */
    private static boolean rejects(Drive drive, Set<String> references, VehicleState state) {
        int update = drive.route.stretch().update();
        boolean ofOrder = references.contains(drive.command.id());
        return update == 0
                ? ofOrder && !drive.accepted
                : ofOrder && !drive.route.isTaken(state) && references.contains(Integer.toString(update));
    }

    private void over(Drive drive, VehicleState state) {
        Outcome how = drive.ending;
        if (how == null) {
            how = state.lastNodeId().equals(drive.target.node())
                    ? new Completed()
                    : new Failed(Reason.FAULT, "the vehicle has given the order up at node " + state.lastNodeId());
        }
        current = null;
        drive.outcome.complete(how);
    }

    /** End one without regard to what the vehicle does, and have the vehicle give it up. */
    private void fail(Drive drive, Reason reason, String detail) {
        current = null;
        abandoned.add(drive.command.id());
        if (abandoned.size() > REMEMBERED) {
            abandoned.remove(abandoned.iterator().next());
        }
        if (drive.accepted) {
            instants.send(Kind.CANCEL_ORDER);
        }
        drive.outcome.complete(new Failed(reason, detail));
    }

    /** Look at the clock: send an order again that may be lost, and give up. */
    void tick(long now, VehicleState state) {
        Drive drive = current;
        if (drive == null) {
            return;
        }
        if (now - drive.begun > drive.command.deadline().toNanos()) {
            fail(drive, Reason.TIMED_OUT, "not there by the deadline");
        } else if (!drive.accepted && now - drive.begun > answerNanos) {
            fail(drive, Reason.UNREACHABLE, "the vehicle does not take the order");
        } else if (drive.ending == null && now - drive.sentAt >= pauseNanos) {
            lead(drive, now, state);
        }
    }

    /** Send what the vehicle has not taken, or the next bit of its way when that is due. */
    private void lead(Drive drive, long now, VehicleState state) {
        if (!drive.accepted) {
            send(drive, now, state);
        } else if (!state.orderId().equals(drive.command.id())) {
            return;
        } else if (drive.route.extend(state)) {
            drive.toldAt = now;
            send(drive, now, state);
        } else if (!drive.route.isTaken(state) && now - drive.toldAt > answerNanos) {
            fail(drive, Reason.UNREACHABLE, "the vehicle does not take the next part of its way");
        } else if (!drive.route.isTaken(state)) {
            send(drive, now, state);
        }
    }

    /** End one early: told as cancelled when the vehicle has let go of it. */
    void cancel(String id) {
        Drive drive = current;
        if (drive == null || !drive.command.id().equals(id) || drive.ending != null) {
            return;
        }
        drive.ending = new Failed(Reason.CANCELLED, "cancelled");
        instants.send(Kind.CANCEL_ORDER);
    }

    /** Note that a stop has been sent, with the cancel of what is under way. */
    void stopped() {
        end(Reason.STOPPED, "stopped");
    }

    void linkDown(String why) {
        end(Reason.UNREACHABLE, why);
    }

    private void end(Reason reason, String detail) {
        Drive drive = current;
        if (drive != null) {
            // The cancel goes out by itself: with the stop, or as soon as the vehicle is seen at it.
            drive.accepted = false;
            fail(drive, reason, detail);
        }
    }
}
