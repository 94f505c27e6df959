package dev.aizuchi.mqtt;

import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Hold the orders that have no outcome yet, on the runtime's side: sends them, sends them again, and gives them up.
 *
 * <p>Confined to one thread. Times are from a clock that never jumps, in nanoseconds.
 */
final class Orders {
    /** A robot that does not even acknowledge an order to move within this must not begin it later. */
    private static final Duration MOTION_START = Duration.ofSeconds(3);
    /** What a robot gets beyond the deadline to report by itself. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    /** How long to wait for an outcome until it is asked for again: a broker whose queue is full drops messages. */
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    /** Send what an order needs; both do nothing when the link is down. */
    interface Sender {
        void send(OpenOrder order, Duration left);

        void cancel(String id);
    }

    private final Map<String, OpenOrder> open = new LinkedHashMap<>();
    private final Once once = new Once();
    private final List<String> abandoned = new ArrayList<>();
    private final Sender sender;
    private final long resendNanos;
    private final int capacity;

    Orders(Sender sender, Duration resend, int capacity) {
        this.sender = sender;
        this.resendNanos = resend.toNanos();
        this.capacity = capacity;
    }

    /**
     * Take an order on; one whose id is known ends as the first did.
     *
     * @param stopped whether a stop has come after it
     */
    void begin(OpenOrder order, boolean linkUp, boolean stopped) {
        CompletableFuture<Outcome> outcome = order.outcome;
        if (!once.isNew(order.command.id(), outcome)) {
            return;
        }
        if (order.moves && stopped) {
            outcome.complete(new Failed(Reason.STOPPED, "a stop came after the order"));
        } else if (!linkUp && !order.waits()) {
            outcome.complete(new Failed(Reason.UNREACHABLE, "the link to the robot is down"));
        } else if (open.size() >= capacity) {
            outcome.complete(new Failed(Reason.UNREACHABLE, "more than " + capacity + " orders are open"));
        } else {
            open.put(order.command.id(), order);
            if (linkUp) {
                send(order, order.begun);
            }
        }
    }

    /** Fail an order that the broker forbids to send: it would not be let through the next time either. */
    void forbidden(String id, String why) {
        OpenOrder order = open.get(id);
        if (order != null && !order.acknowledged) {
            end(id, new Failed(Reason.UNREACHABLE, why));
        }
    }

    void acknowledged(Wire.Ack ack) {
        OpenOrder order = open.get(ack.id());
        if (order == null) {
            return;
        }
        switch (ack.result()) {
            case ACCEPTED, DUPLICATE -> order.acknowledged = true;
            case EXPIRED -> end(ack.id(), new Failed(Reason.TIMED_OUT, "too late on arrival at the robot"));
            case REJECTED -> end(ack.id(), new Failed(Reason.IMPOSSIBLE, "rejected by the robot: " + ack.detail()));
        }
    }

    void progressed(Wire.Progress progress) {
        OpenOrder order = open.get(progress.id());
        if (order != null) {
            order.progress.accept(progress.done());
        }
    }

    void end(String id, Outcome outcome) {
        OpenOrder order = open.remove(id);
        if (order != null) {
            order.outcome.complete(outcome);
        }
    }

    void cancel(String id) {
        OpenOrder order = open.get(id);
        if (order == null) {
            return;
        }
        sender.cancel(id);
        if (!order.acknowledged && order.sentAt == 0) {
            end(id, new Failed(Reason.CANCELLED, "cancelled before it was sent"));
        }
    }

    /** Fail each motion that the robot has not acknowledged: sent again after a resume, it would come as a surprise. */
    void stopped(boolean linkUp) {
        for (OpenOrder order : List.copyOf(open.values())) {
            if (order.moves && !order.acknowledged) {
                abandon(order, Reason.STOPPED, "stopped");
            }
        }
        sendAbandoned(linkUp);
    }

    /** Fail what must not go on unseen; what calls a person waits for the link until its deadline. */
    void linkDown(String why) {
        for (OpenOrder order : List.copyOf(open.values())) {
            if (order.waits()) {
                order.acknowledged = false;
            } else {
                abandon(order, Reason.UNREACHABLE, "the link to the robot went down: " + why);
            }
        }
    }

    /** End what was given up meanwhile, should the robot still be at it, and send what waited. */
    void linkUp(long now) {
        abandoned.forEach(sender::cancel);
        abandoned.clear();
        open.values().forEach(order -> send(order, now));
    }

    /** Look at the clock: send again, and give up. */
    void tick(long now, boolean linkUp) {
        for (OpenOrder order : List.copyOf(open.values())) {
            long age = now - order.begun;
            if (age > order.command.deadline().toNanos() + (order.acknowledged ? GRACE_NANOS : 0)) {
                abandon(order, linkUp ? Reason.TIMED_OUT : Reason.UNREACHABLE, "no outcome by the deadline");
                sendAbandoned(linkUp);
            } else if (!order.acknowledged && order.moves && age > MOTION_START.toNanos()) {
                abandon(order, Reason.UNREACHABLE, "the robot does not acknowledge");
                sendAbandoned(linkUp);
            } else if (linkUp && now - order.sentAt > patience(order)) {
                send(order, now);
            }
        }
    }

    /** Give how long to wait until an order is sent again: one that moves is not, once the robot has taken it. */
    private long patience(OpenOrder order) {
        if (!order.acknowledged) {
            return resendNanos;
        }
        return order.moves ? Long.MAX_VALUE : ASK_AGAIN_NANOS;
    }

    /** End all motion and every open order; for a runtime that closes. */
    void close(boolean linkUp) {
        for (OpenOrder order : List.copyOf(open.values())) {
            abandon(order, Reason.UNREACHABLE, "the runtime closed");
        }
        sendAbandoned(linkUp);
    }

    private void sendAbandoned(boolean linkUp) {
        if (linkUp) {
            abandoned.forEach(sender::cancel);
            abandoned.clear();
        }
    }

    private void abandon(OpenOrder order, Reason reason, String detail) {
        String id = order.command.id();
        if (order.sentAt != 0 && abandoned.size() < capacity) {
            abandoned.add(id);
        }
        end(id, new Failed(reason, detail));
    }

    private void send(OpenOrder order, long now) {
        order.sentAt = now;
        // The broker must not keep a motion for a robot that comes back later than it may begin.
        Duration left = order.moves ? MOTION_START.minusNanos(now - order.begun) : order.left(now);
        sender.send(order, left);
    }
}
