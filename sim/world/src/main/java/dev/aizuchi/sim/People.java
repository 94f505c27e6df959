package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Everybody on the floor; guarded by the world's lock. */
final class People {
    private static final long SHORTEST_DELAY = Ticks.in(Duration.ofSeconds(3));
    private static final int DELAY_SPREAD = (int) Ticks.in(Duration.ofSeconds(5));

    private final Floor floor;
    private final Ticks clock;
    private final Outbox outbox;
    private final Random random;
    private final List<Person> all;

    People(Floor floor, Ticks clock, Outbox outbox, Random random) {
        this.floor = floor;
        this.clock = clock;
        this.outbox = outbox;
        this.random = random;
        this.all = floor.plan().people().stream()
                .map(who -> new Person(who, floor))
                .toList();
    }

    List<Snapshot.Person> shown() {
        return all.stream()
                .map(person -> new Snapshot.Person(
                        person.who().name(),
                        person.who().role(),
                        person.position().x(),
                        person.position().y(),
                        floor.placeAt(person.position()),
                        person.isWalking(),
                        person.isFallen()))
                .toList();
    }

    List<Point> positions() {
        List<Point> positions = new ArrayList<>(all.size());
        for (Person person : all) {
            positions.add(person.position());
        }
        return positions;
    }

    List<Person> all() {
        return all;
    }

    /** Let somebody lie on the floor, hurt. */
    void hurt(Person person, String cause) {
        person.fall();
        outbox.add(new WorldEvent.PersonHurt(clock.instant(), person.who().name(), cause));
    }

    Optional<Person> named(String name) {
        return all.stream().filter(person -> person.who().name().equals(name)).findFirst();
    }

    Point position(int index) {
        return all.get(index).position();
    }

    void tick(List<Point> robots) {
        for (Person person : all) {
            person.tick(robots);
        }
    }

    /** Find those whom somebody at a point sees within a distance in metres. */
    List<Person> seenFrom(Point point, double distance) {
        List<Person> seen = new ArrayList<>();
        for (Person person : all) {
            if (person.position().distance(point) <= distance && floor.sees(point, person.position())) {
                seen.add(person);
            }
        }
        return seen;
    }

    /** Find the nearest person on their feet, or in bed, within an arm's length of a point. */
    Optional<Person> within(Point point, double reach) {
        return seenFrom(point, reach).stream()
                .filter(person -> !person.isFallen())
                .min(Comparator.comparingDouble(person -> person.position().distance(point)));
    }

    /** Call staff: of the role if there are any, free ones first; false when there is nobody to call. */
    boolean call(String role, FloorPlan.Spot spot, String reason) {
        List<Person> staff = all.stream()
                .filter(person -> person.who().isStaff() && !person.isFallen())
                .toList();
        List<Person> best = Stream.concat(
                        staff.stream().filter(person -> person.who().role().equals(role)), staff.stream())
                .toList();
        Optional<Person> called = best.stream()
                .filter(Person::isIdle)
                .findFirst()
                .or(() -> best.stream().findFirst());
        called.ifPresent(person -> send(person, spot, reason));
        return called.isPresent();
    }

    private void send(Person person, FloorPlan.Spot spot, String reason) {
        String name = person.who().name();
        outbox.add(new WorldEvent.StaffCalled(clock.instant(), name, spot.place(), reason));
        long delay = SHORTEST_DELAY + random.nextInt(DELAY_SPREAD);
        Place place = spot.place();
        person.send(new Person.Errand(
                place,
                spot.point(),
                delay,
                () -> outbox.add(new WorldEvent.StaffArrived(clock.instant(), name, place))));
    }
}
