package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;

class JoinedRobotTest {
    private final List<String> told = new ArrayList<>();
    private final Robot robot = part("robot", light("食堂"), range("rotate", 90));
    private final Robot house = part("house", light("玄関"), range("rotate", 180), range("climate", 5));
    private final JoinedRobot joined = new JoinedRobot(robot, List.of(house));

    @Test
    void the_profile_holds_all_acts_and_joins_the_places() {
        assertThat(joined.profile().name()).isEqualTo("robot");
        assertThat(joined.profile().capabilities())
                .extracting(Capability::action)
                .containsExactly("light", "rotate", "climate");
        assertThat(joined.profile().capability("light").orElseThrow().limits())
                .containsExactly(new Limit.OneOf("place", List.of("食堂", "玄関")), new Limit.YesNo("on"));
        assertThat(joined.profile().capability("rotate").orElseThrow())
                .as("a range is the robot's own")
                .isEqualTo(range("rotate", 90));
    }

    @Test
    void a_device_that_shows_itself_later_can_be_asked_for_from_then_on() {
        List<Capability> shown = new ArrayList<>(List.of(light("玄関")));
        JoinedRobot growing = new JoinedRobot(robot, List.of(part("house", shown)));
        shown.set(0, light("浴室"));
        shown.add(range("climate", 5));
        assertThat(growing.profile().capability("light").orElseThrow().limits())
                .startsWith(new Limit.OneOf("place", List.of("食堂", "浴室")));
        assertThat(growing.profile().capability("climate")).isPresent();
        assertThat(growing.perform(
                                new Command("c", new Action.Light(new Place("浴室"), true), Duration.ofSeconds(1)),
                                done -> {})
                        .toCompletableFuture())
                .isCompletedWithValue(new Completed());
        assertThat(told).containsExactly("house light");
    }

    @Test
    void an_act_goes_to_the_first_that_can_do_it() {
        assertThat(perform(new Action.Light(new Place("食堂"), true))).isEqualTo(new Completed());
        assertThat(perform(new Action.Light(new Place("玄関"), true))).isEqualTo(new Completed());
        assertThat(perform(new Action.Own("climate", List.of(new Argument.Measure("value", 1)))))
                .isEqualTo(new Completed());
        assertThat(perform(new Action.Light(new Place("月"), true))).isInstanceOf(Failed.class);
        assertThat(perform(new Action.Dock())).isInstanceOf(Failed.class);
        assertThat(told).containsExactly("robot light", "house light", "house climate");
    }

    @Test
    void a_stop_goes_to_the_robot_first_and_to_all_even_when_one_breaks() {
        Robot broken = part("broken");
        new JoinedRobot(robot, List.of(broken, house)).stop();
        assertThat(told).containsExactly("robot stop", "broken stop", "house stop");
        joined.resume();
        joined.cancel("c");
        joined.alive();
        assertThat(told)
                .endsWith(
                        "robot resume",
                        "house resume",
                        "robot cancel c",
                        "house cancel c",
                        "robot alive",
                        "house alive");
    }

    private Outcome perform(Action action) {
        return joined.perform(new Command("c", action, Duration.ofSeconds(1)), done -> {})
                .toCompletableFuture()
                .join();
    }

    private static Capability light(String place) {
        return new Capability(
                "light",
                Effect.REVERSIBLE,
                false,
                List.of(new Limit.OneOf("place", List.of(place)), new Limit.YesNo("on")));
    }

    private static Capability range(String action, double most) {
        return new Capability(action, Effect.REVERSIBLE, false, List.of(new Limit.Range("value", -most, most)));
    }

    private Robot part(String name, Capability... capabilities) {
        return part(name, List.of(capabilities));
    }

    private Robot part(String name, List<Capability> capabilities) {
        return new Robot() {
            @Override
            public RobotProfile profile() {
                return new RobotProfile(name, capabilities, 0.1, Duration.ofSeconds(1));
            }

            @Override
            public RobotState state() {
                return new RobotState(Instant.EPOCH, 0, 0, 0, 0, 1, false, false, name);
            }

            @Override
            public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
                told.add(name + " " + command.action().name());
                return CompletableFuture.completedStage(new Completed());
            }

            @Override
            public void cancel(String commandId) {
                told.add(name + " cancel " + commandId);
            }

            @Override
            public void stop() {
                told.add(name + " stop");
                if (name.equals("broken")) {
                    throw new IllegalStateException("broken");
                }
            }

            @Override
            public void alive() {
                told.add(name + " alive");
            }

            @Override
            public void resume() {
                told.add(name + " resume");
            }

            @Override
            public void onPercept(Consumer<Percept> listener) {}

            @Override
            public void close() {}
        };
    }
}
