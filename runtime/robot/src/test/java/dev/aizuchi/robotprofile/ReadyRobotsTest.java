package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether their fields are those of the definitions that they name is tried in the app, which has the reader of these.
 */
class ReadyRobotsTest {
    static List<String> ready() {
        return RobotFiles.ready();
    }

    @ParameterizedTest
    @MethodSource("ready")
    void a_ready_file_has_no_faults(String name) {
        assertThat(RobotCheck.faults(RobotFileReader.of(name, RobotFiles.text(name)), Definitions.NONE))
                .isEmpty();
    }

    /** After a change of the records: {@code ./aizuchi robot schema > runtime/robot/robot.schema.json}. */
    @Test
    void the_schema_that_lies_in_the_module_is_that_of_the_records() throws IOException {
        assertThat(Files.readString(Path.of("robot.schema.json"))).isEqualTo(RobotFiles.schema());
    }
}
