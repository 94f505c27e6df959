package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final FloorPlan HALL = FloorPlan.parse("""
            floor: { width: 20, height: 20 }
            rooms: [{ name: ホール, at: [0, 0], size: [20, 20] }]
            robots: [{ name: ロボット, dock: 充電, at: [10, 10], heading: 0 }]
            people:
              - { name: 佐藤, role: resident, at: [9, 9] }
              - { name: 鈴木, role: resident, at: [18, 18] }
            """, "hall");

    @Test
    void knows_who_is_near_however_all_move_and_whoever_is_set_elsewhere() {
        Random random = new Random(2);
        Floor floor = new Floor(HALL);
        People people = new People(floor, new Ticks(Trial.START), new Outbox(), 1);
        Crowd crowd = new Crowd(people);
        List<Point> robots = new ArrayList<>();
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Body body = new Body(floor, HALL.robots().get(0), random);
            bodies.add(body);
            crowd.add(body);
            robots.add(body.position());
        }
        for (int tick = 0; tick < 400; tick++) {
            people.all().get(tick % 2).put(new Point(20 * random.nextDouble(), 10));
            crowd.look();
            for (int i = 0; i < bodies.size(); i++) {
                double reach = tick % 50 == 0 ? 8 : 0.05;
                robots.set(i, near(robots.get(i), reach, random));
                Point at = robots.get(i);
                bodies.get(i).place(new FloorPlan.Spot(new Place("x"), at.x(), at.y(), 0));
                crowd.moved(i);
                List<Point> found = new ArrayList<>();
                crowd.around(i, found);
                assertThat(found).isEqualTo(counted(i, people.positions(), robots));
            }
        }
    }

    private static Point near(Point from, double reach, Random random) {
        return new Point(
                from.x() + reach * (2 * random.nextDouble() - 1), from.y() + reach * (2 * random.nextDouble() - 1));
    }

    private static List<Point> counted(int self, List<Point> people, List<Point> robots) {
        List<Point> all = new ArrayList<>(people);
        all.addAll(robots);
        Point here = all.remove(people.size() + self);
        return all.stream().filter(other -> other.distance(here) <= Sight.RANGE).toList();
    }
}
