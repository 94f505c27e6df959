package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one robot's camera tells of things and gestures in front of it, as far as {@link Sight} goes; guarded by the
 * world's lock.
 *
 * <p>It tells of what lies on the floor as soon as it comes into view, and of all that is in view after a look around:
 * a shelf that is driven past would else be told thing by thing.
 */
final class Camera {
    /** Radians to either side: a wide lens takes in 120°. */
    private static final double HALF_VIEW = Math.toRadians(60);

    private static final long GLANCE = Ticks.in(Duration.ofMillis(500));

    private final Floor floor;
    private final Stock stock;
    private final Body body;
    private final Sight sight;
    private final Senses senses;
    private final Set<Snapshot.Item> known = new HashSet<>();
    private long ticks;

    Camera(Surroundings around, Body body, Sight sight, Senses senses) {
        this.floor = around.floor();
        this.stock = around.stock();
        this.body = body;
        this.sight = sight;
        this.senses = senses;
    }

    void tick() {
        if (++ticks % GLANCE != 0 || (known.isEmpty() && !stock.hasDropped())) {
            return;
        }
        Set<Snapshot.Item> lying = new HashSet<>();
        for (Snapshot.Item item : stock.items()) {
            if (item.where() instanceof Whereabouts.OnFloor && isInView(at(item).orElseThrow())) {
                lying.add(item);
                if (known.add(item)) {
                    tell(item, 1);
                }
            }
        }
        known.retainAll(lying);
    }

    /** Tell of all things in view, those of a kind at one place together. */
    void look() {
        Map<Snapshot.Item, Integer> seen = new LinkedHashMap<>();
        for (Snapshot.Item item : stock.items()) {
            if (at(item).filter(this::isInView).isPresent()) {
                seen.merge(item, 1, Integer::sum);
            }
        }
        seen.forEach(this::tell);
    }

    /** Take note of somebody who points at a place, where they are in view. */
    void pointing(Point person, Place goal) {
        if (isInView(person)) {
            senses.tell(new Percept.Own("pointing", List.of(new Argument.Text("place", goal.name()))));
        }
    }

    private boolean isInView(Point point) {
        Point here = body.position();
        double angle = StrictMath.atan2(point.y() - here.y(), point.x() - here.x()) - body.heading();
        return Math.abs(Turning.wrapped(angle)) <= HALF_VIEW && sight.reaches(here, point);
    }

    /** Find where a thing is to be seen: what is carried or in a hand is not. */
    private Optional<Point> at(Snapshot.Item item) {
        if (item.where() instanceof Whereabouts.OnFloor lying) {
            return Optional.of(new Point(lying.x(), lying.y()));
        }
        return item.where() instanceof Whereabouts.At shelf
                ? floor.plan().spot(shelf.place()).map(FloorPlan.Spot::point)
                : Optional.empty();
    }

    private void tell(Snapshot.Item item, int count) {
        Point there = at(item).orElseThrow();
        String place = floor.placeAt(there);
        List<Argument> told = new ArrayList<>();
        told.add(new Argument.Text("item", item.name()));
        if (!place.isEmpty()) {
            told.add(new Argument.Text("place", place));
        }
        told.add(new Argument.Measure("count", count));
        told.add(new Argument.Measure("distance_m", Math.round(10 * there.distance(body.position())) / 10.0));
        told.add(new Argument.Flag("on_floor", item.where() instanceof Whereabouts.OnFloor));
        senses.tell(new Percept.Own("object_seen", told));
    }
}
