package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyGateTest {
    private static final Action DRIVE = new Action.Navigate(new Place("食堂"));
    private static final Action LAMP = new Action.Light(new Place("食堂"), true);

    private final FakeRobot robot = new FakeRobot();
    private boolean latched;
    private Instant now = FakeRobot.START;
    private final SafetyGate gate = gate(List.of());

    private SafetyGate gate(List<SafetyRule> siteRules) {
        return new SafetyGate(robot, () -> now, () -> latched, new Sentences("職員"), siteRules);
    }

    @Test
    void lets_a_declared_act_within_its_limits_pass() {
        assertThat(gate.judge(DRIVE, false)).isEqualTo(new Verdict.Approved());
    }

    @Test
    void refuses_an_act_that_the_profile_does_not_declare() {
        assertRefused(new Action.Lift(3), "undeclared");
        assertRefused(new Action.Own("launch", List.of()), "undeclared");
    }

    @Test
    void refuses_a_place_that_is_not_listed() {
        assertRefused(new Action.Navigate(new Place("屋上")), "argument");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-180.1, 180.1, 1e9})
    void refuses_a_measure_out_of_range(double angle) {
        assertRefused(new Action.Rotate(angle), "argument");
    }

    @Test
    void refuses_a_text_that_is_too_long() {
        assertRefused(new Action.Display("一二三四五六七八九十一"), "argument");
    }

    @Test
    void refuses_missing_and_additional_arguments() {
        assertRefused(new Action.Own("navigate", List.of()), "argument");
        assertRefused(
                new Action.Own("navigate", List.of(new Argument.Text("place", "食堂"), new Argument.Measure("speed", 9))),
                "argument");
    }

    @Test
    void refuses_an_argument_of_the_wrong_type() {
        assertRefused(new Action.Own("navigate", List.of(new Argument.Measure("place", 1))), "argument");
    }

    @Test
    void refuses_motion_but_no_lamp_while_a_stop_is_latched() {
        latched = true;
        assertRefused(DRIVE, "stopped");
        assertThat(gate.judge(LAMP, false)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void refuses_motion_while_the_robot_itself_has_stopped() {
        robot.hold(new RobotState(now, 0, 0, 0, 0, 0.8, false, true, ""));
        assertRefused(DRIVE, "stopped");
    }

    @Test
    void refuses_motion_while_the_emergency_stop_is_pressed() {
        robot.hold(new RobotState(now, 0, 0, 0, 0, 0.8, true, false, ""));
        assertRefused(DRIVE, "emergency-stop");
        assertThat(gate.judge(LAMP, false)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void refuses_motion_on_a_stale_state() {
        now = now.plus(Duration.ofMillis(1_001));
        assertRefused(DRIVE, "stale-state");
    }

    @Test
    void refuses_motion_on_a_low_or_unknown_battery_except_home() {
        for (double battery : new double[] {0.19, Double.NaN}) {
            robot.hold(new RobotState(now, 0, 0, 0, 0, battery, false, false, ""));
            assertRefused(DRIVE, "battery");
            assertThat(gate.judge(new Action.Dock(), false)).isInstanceOf(Verdict.Approved.class);
        }
    }

    @Test
    void asks_before_an_irreversible_act_and_lets_it_pass_once_confirmed() {
        Action wash = new Action.Own("wash", List.of());
        assertThat(gate.judge(wash, false)).isInstanceOf(Verdict.NeedsConfirmation.class);
        assertThat(gate.judge(wash, true)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void asks_before_touching_a_person_even_if_the_profile_calls_it_harmless() {
        assertThat(gate.judge(new Action.RaiseBed(30), false))
                .isEqualTo(new Verdict.NeedsConfirmation("これからベッドの角度を変えます。よろしいですか。"));
    }

    @Test
    void a_yes_does_not_lift_any_other_rule() {
        latched = true;
        assertThat(gate.judge(new Action.RaiseBed(30), true)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_rule_of_the_site_forbids_more() {
        SafetyRule noLampAtNight = new SafetyRule() {
            @Override
            public String name() {
                return "night";
            }

            @Override
            public boolean forbids(Request request) {
                return request.action() instanceof Action.Light;
            }
        };
        assertThat(gate(List.of(noLampAtNight)).judge(LAMP, false))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("night"));
    }

    private void assertRefused(Action action, String rule) {
        assertThat(gate.judge(action, false)).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo(rule);
            assertThat(refused.reason()).endsWith("。").doesNotContain("{");
        });
    }
}
