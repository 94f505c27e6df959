package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MotionCheckTest {
    private static final String FILE = """
            name: cart
            buses: { mqtt: { use: mqtt } }
            actions:
              spin:
                effect: reversible
                moves: true
                time-limit-s: 60
                steps:
                  - on: mqtt
                    publish: cart/velocity
                    for-s: 2
                    fields: { turn: 0.5 }
                    closing: { turn: 0.0 }
            """;

    @Test
    void a_motion_with_its_zero_is_sound() {
        assertThat(faults(FILE)).isEmpty();
    }

    @Test
    void a_repeated_motion_without_its_zero_is_named_with_the_cure() {
        assertThat(faults(FILE.replace("        closing: { turn: 0.0 }\n", "")))
                .containsExactly("robot.yaml:9: actions.spin.steps.0: moves and is repeated, but nothing says how that"
                        + " ends; write closing: what makes it stand");
        assertThat(faults(FILE.replace("        closing: { turn: 0.0 }\n", "        type: geometry_msgs/msg/Twist\n")))
                .singleElement()
                .asString()
                .endsWith("such as closing: {}, which is zero");
    }

    @Test
    void an_empty_zero_says_nothing_where_messages_have_no_types() {
        assertThat(faults(FILE.replace("{ turn: 0.0 }", "{}")))
                .containsExactly("robot.yaml:13: actions.spin.steps.0.closing: says nothing on a bus without types;"
                        + " write every value that must be zero");
        assertThat(faults(FILE.replace("closing: { turn: 0.0 }", "type: geometry_msgs/msg/Twist\n        closing: {}")))
                .isEmpty();
    }

    @Test
    void what_does_not_move_needs_no_zero() {
        assertThat(faults(FILE.replace("moves: true", "moves: false").replace("closing: { turn: 0.0 }", "rate-hz: 5")))
                .isEmpty();
    }

    @Test
    void a_velocity_that_is_published_once_is_found() {
        assertThat(faults(FILE.replace("for-s: 2", "type: geometry_msgs/msg/TwistStamped")))
                .anySatisfy(fault -> assertThat(fault).contains("steps.0: a velocity that is published once goes on"));
    }

    @Test
    void a_motion_that_nothing_would_end_is_found_unless_a_goal_a_cancel_or_a_stop_does() {
        String endless = FILE.replace("        for-s: 2\n", "").replace("        closing: { turn: 0.0 }\n", "");
        assertThat(faults(endless))
                .containsExactly("robot.yaml:4: actions.spin: moves, and nothing would end it early; write under cancel"
                        + " what does, or under stop what ends all");
        assertThat(faults(endless + "    cancel: [ { on: mqtt, publish: cart/velocity, fields: { turn: 0.0 } } ]\n"))
                .isEmpty();
        assertThat(faults(endless + "stop: [ { on: mqtt, publish: cart/stop } ]\n"))
                .isEmpty();
        assertThat(faults(endless.replace("publish:", "goal:"))).isEmpty();
    }

    private static List<String> faults(String text) {
        return RobotCheck.faults(RobotFileReader.of("robot.yaml", text), Definitions.NONE).stream()
                .map(Fault::toString)
                .toList();
    }
}
