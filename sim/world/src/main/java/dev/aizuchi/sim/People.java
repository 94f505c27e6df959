package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Everybody on the floor; guarded by the world's lock. */
final class People {
    private static final long SHORTEST_DELAY = Ticks.in(Duration.ofSeconds(3));
    private static final long SECOND = Ticks.in(Duration.ofSeconds(1));
    private static final int DELAY_SPREAD = (int) Ticks.in(Duration.ofSeconds(5));

    private final Floor floor;
    private final Ticks clock;
    private final Outbox outbox;
    private final Random random;
    private final List<Person> all;
    private final List<DailyLife> lives = new ArrayList<>();

    /** Take the people of a plan; each has dice of their own, thrown with the seed and their name. */
    People(Floor floor, Ticks clock, Outbox outbox, long seed) {
        this.floor = floor;
        this.clock = clock;
        this.outbox = outbox;
        this.random = new Random(seed);
        this.all = floor.plan().people().stream()
                .map(who -> new Person(who, floor))
                .toList();
        for (Person person : all) {
            Random own = new Random(seed ^ ((long) person.who().name().hashCode() << Integer.SIZE));
            lives.add(new DailyLife(person, floor, now(), own));
        }
    }

    private LocalTime now() {
        return LocalTime.ofInstant(clock.instant(), floor.plan().zone());
    }

    List<Snapshot.Person> shown() {
        return all.stream()
                .filter(person -> !person.isOutside())
                .map(person -> new Snapshot.Person(
                        person.who().name(),
                        person.who().role(),
                        person.position().x(),
                        person.position().y(),
                        floor.placeAt(person.position()),
                        person.isWalking(),
                        person.isFallen(),
                        person.who().habits().style()))
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

    int count() {
        return all.size();
    }

    Point position(int index) {
        return all.get(index).position();
    }

    /** Let a tick pass; give who fell in it. */
    List<Person> tick(List<Point> robots) {
        for (Person person : all) {
            person.tick(robots);
        }
        if (clock.count() % SECOND != 0) {
            return List.of();
        }
        LocalTime now = now();
        List<Person> fell = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (lives.get(i).tick(now) == DailyLife.Mishap.FALL) {
                all.get(i).fall();
                fell.add(all.get(i));
            }
        }
        return fell;
    }

    /** Have somebody go somewhere and stay there, or off the floor. */
    void go(Person person, Place place) {
        lives.get(all.indexOf(person)).go(place);
    }

    /** Name those who hear a voice from a point; a wall halves how far it carries. */
    List<String> hearers(Point from, double loudness) {
        return all.stream()
                .filter(person -> {
                    double distance = person.position().distance(from);
                    double carries = person.who().habits().hears() * loudness;
                    return distance <= carries
                            && floor.isOnOneStorey(from, person.position())
                            && (2 * distance <= carries || floor.sees(from, person.position()));
                })
                .map(person -> person.who().name())
                .toList();
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
                .filter(person -> person.who().isStaff() && !person.isFallen() && !person.isOutside())
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
