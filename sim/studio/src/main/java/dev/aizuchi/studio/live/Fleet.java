package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.sim.SimulatedRobot;
import dev.aizuchi.sim.Snapshot;
import dev.aizuchi.sim.World;

/**
 * All robots of a simulated floor: the one whose agent is watched, and the others, which nobody here may send anywhere
 * but which anybody may stop. Callable from any thread.
 */
final class Fleet {
    private final World world;
    private final Robot watched;

    Fleet(World world, Robot watched) {
        this.world = world;
        this.watched = watched;
    }

    /** Write how each robot is; {@code watched} is the one whose dialogue is shown. */
    static ArrayNode shown(Snapshot now) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Snapshot.Robot robot : now.robots()) {
            RobotState state = robot.state();
            all.addObject()
                    .put("name", robot.name())
                    .put("x", FloorView.centimetres(state.x()))
                    .put("y", FloorView.centimetres(state.y()))
                    .put("heading", Math.round(state.headingDeg()))
                    .put("place", state.place())
                    .put("moving", state.speed() > 0)
                    .put("battery", Math.round(state.battery() * 100) / 100.0)
                    .put("charging", robot.charging())
                    .put("stopped", state.stopped())
                    .put("emergency_stop", state.emergencyStop());
        }
        return all;
    }

    /** Stop all but the watched one, whose agent stops it. */
    void stopOthers() {
        for (SimulatedRobot robot : world.robots()) {
            if (robot != watched) {
                robot.stop();
            }
        }
    }

    /** Stop one robot at once; it latches. */
    void stop(String name) {
        named(name).stop();
    }

    /**
     * Release the stop of a robot that has no agent here.
     *
     * @throws IllegalArgumentException for the watched robot: who wants it to go on asks it to
     */
    void release(String name) {
        SimulatedRobot robot = named(name);
        if (robot == watched) {
            throw new IllegalArgumentException(name + " is asked to resume, by 「再開」");
        }
        robot.resume();
    }

    boolean isWatched(String name) {
        return named(name) == watched;
    }

    private SimulatedRobot named(String name) {
        return world.robots().stream()
                .filter(robot -> robot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no robot " + name + "; there are "
                        + world.robots().stream().map(SimulatedRobot::name).toList()));
    }
}
