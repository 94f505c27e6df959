package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyRobotsTest {
    /** What the ready files name, cut down; read as the adapter reads those of a robot. */
    private static final dev.aizuchi.ros2.definition.Definitions TRIMMED =
            new dev.aizuchi.ros2.definition.Definitions(List.of(Path.of("src/test/resources/definitions")));

    static List<String> ready() {
        return RobotFiles.ready();
    }

    @ParameterizedTest
    @MethodSource("ready")
    void every_field_and_type_of_a_ready_file_is_in_the_definitions_that_it_names(String name) {
        assertThat(faults(name, RobotFiles.text(name))).isEmpty();
    }

    @Test
    void a_field_that_a_definition_lacks_is_found() {
        assertThat(faults("nav2", RobotFiles.text("nav2").replace("target_yaw", "target_jaw")))
                .singleElement()
                .asString()
                .contains("actions.rotate.steps.0.fields: no field target_jaw; did you mean target_yaw?");
        assertThat(faults("nav2", RobotFiles.text("nav2").replace("remaining: distance_", "remaining: distanse_")))
                .singleElement()
                .asString()
                .contains("no distanse_remaining");
        assertThat(faults("nav2", RobotFiles.text("nav2").replace("dock_id: home_dock", "dock_id: 7")))
                .singleElement()
                .asString()
                .contains("dock_id holds a text, not a whole number");
        assertThat(faults("nav2", RobotFiles.text("nav2").replace("nav2_msgs/action/Spin", "nav2_msgs/action/Spn")))
                .isNotEmpty();
    }

    /** After a change of the records: {@code ./aizuchi robot schema > runtime/robot/robot.schema.json}. */
    @Test
    void the_schema_that_lies_in_the_module_is_that_of_the_records() throws IOException {
        assertThat(Files.readString(Path.of("robot.schema.json"))).isEqualTo(RobotFiles.schema());
    }

    private static List<Fault> faults(String name, String text) {
        return RobotCheck.faults(
                RobotFileReader.of(name, text),
                (bus, type, part) -> type.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TRIMMED.part(type, part).pattern()));
    }
}
