package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.Whereabouts.At;
import dev.aizuchi.sim.Whereabouts.OnFloor;
import dev.aizuchi.sim.Whereabouts.OnTray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The things on the floor; guarded by the world's lock. */
final class Stock {
    private static final int TRAY = 2;

    private final Ticks clock;
    private final Outbox outbox;
    private final List<Snapshot.Item> items = new ArrayList<>();
    private int dropped;

    Stock(FloorPlan plan, Ticks clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
        for (FloorPlan.Item item : plan.items()) {
            for (int i = 0; i < item.count(); i++) {
                items.add(new Snapshot.Item(item.name(), new At(item.place())));
            }
        }
    }

    List<Snapshot.Item> items() {
        return items;
    }

    boolean knows(String name) {
        return items.stream().anyMatch(item -> item.name().equals(name));
    }

    /** Tell whether anything lies on the floor. */
    boolean hasDropped() {
        return dropped > 0;
    }

    boolean has(String name, Whereabouts where) {
        return items.contains(new Snapshot.Item(name, where));
    }

    boolean isTrayEmpty(String robot) {
        return carried(robot) == 0;
    }

    boolean isTrayFull(String robot) {
        return carried(robot) >= TRAY;
    }

    /** Move one thing of a name. */
    void move(String name, Whereabouts from, Whereabouts to) {
        int index = items.indexOf(new Snapshot.Item(name, from));
        set(index, to);
    }

    /** Put all that is on a tray down at a place. */
    void putDown(String robot, Place place) {
        moveAll(item -> item.where().equals(new OnTray(robot)), new At(place));
    }

    /** Let all that is on a tray fall. */
    void drop(String robot, Point where) {
        moveAll(item -> item.where().equals(new OnTray(robot)), new OnFloor(where.x(), where.y()));
    }

    private void moveAll(Predicate<Snapshot.Item> which, Whereabouts to) {
        for (int i = 0; i < items.size(); i++) {
            if (which.test(items.get(i))) {
                set(i, to);
            }
        }
    }

    private void set(int index, Whereabouts to) {
        String name = items.get(index).name();
        dropped += (to instanceof OnFloor ? 1 : 0) - (items.get(index).where() instanceof OnFloor ? 1 : 0);
        items.set(index, new Snapshot.Item(name, to));
        outbox.add(new WorldEvent.ItemMoved(clock.instant(), name, to));
    }

    private long carried(String robot) {
        OnTray tray = new OnTray(robot);
        return items.stream().filter(item -> item.where().equals(tray)).count();
    }
}
