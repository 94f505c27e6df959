package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the robot was told to do: one motion at a time, and acts without motion beside it; guarded by the world's lock.
 */
final class Tasks {
    /** Ids are remembered for this many orders, so that one which is sent again is not carried out again. */
    private static final int REMEMBERED = 1024;

    private static final long WHEELS_STALL = Ticks.in(Duration.ofSeconds(2));

    private final Ticks clock;
    private final Outbox outbox;
    private final Unit unit;
    private final Body body;
    private final Acts acts;
    private final Map<String, Task> known = new LinkedHashMap<>();
    private final List<Task> still = new ArrayList<>();
    private @Nullable Task motion;

    Tasks(Surroundings around, Unit unit, Acts acts) {
        this.clock = around.clock();
        this.outbox = around.outbox();
        this.unit = unit;
        this.body = unit.body();
        this.acts = acts;
    }

    @Nullable
    Task known(String id) {
        return known.get(id);
    }

    void remember(Task task) {
        known.put(task.id(), task);
        if (known.size() > REMEMBERED) {
            known.values().stream()
                    .filter(Task::isDone)
                    .findFirst()
                    .map(Task::id)
                    .ifPresent(known::remove);
        }
    }

    boolean hasMotion() {
        return motion != null;
    }

    List<Point> way() {
        return motion == null ? List.of() : motion.way();
    }

    void begin(Task task, boolean moves) {
        if (moves) {
            motion = task;
        } else {
            still.add(task);
        }
    }

    void endMotion(Reason reason, String detail) {
        if (motion != null) {
            motion.endAs(new Failed(reason, detail));
        }
    }

    /** Give up all that is under way, and hand it back. */
    List<Task> abandon() {
        List<Task> abandoned = new ArrayList<>(still);
        still.clear();
        if (motion != null) {
            abandoned.add(motion);
            motion = null;
        }
        return abandoned;
    }

    /** Go on with all for one tick. */
    void tick(List<Point> people) {
        if (!still.isEmpty()) {
            still.forEach(this::tick);
            still.removeIf(this::hasEnded);
        }
        if (motion == null) {
            body.brake();
        } else {
            tickMotion(motion);
        }
        if (body.move(people)) {
            unit.senses().tell(new Percept.Bumper());
            outbox.add(new WorldEvent.Collided(clock.instant(), unit.name()));
            endMotion(Reason.COLLISION, "the bumper was touched");
        }
        if (motion != null && body.stands() && hasEnded(motion)) {
            motion = null;
        }
    }

    private void tickMotion(Task task) {
        if (body.battery() == 0) {
            endMotion(Reason.BATTERY, "the battery is empty");
        }
        if (body.motors().areOff()) {
            endMotion(Reason.FAULT, "the motors are too hot");
        }
        if (body.stalledTicks() > WHEELS_STALL) {
            endMotion(Reason.FAULT, "the wheels do not turn");
        }
        tick(task);
        if (task.ending() != null) {
            body.brake();
        }
    }

    private void tick(Task task) {
        if (task.isPast(clock.instant())) {
            task.endAs(new Failed(Reason.TIMED_OUT, "the deadline passed"));
        }
        if (task.ending() == null) {
            task.tick(acts, outbox);
        }
    }

    /** Tell whether a task has its ending, and have that told; it counts as over before anybody hears of it. */
    private boolean hasEnded(Task task) {
        Outcome ending = task.ending();
        if (ending != null) {
            outbox.add(() -> task.complete(ending));
        }
        return ending != null;
    }
}
