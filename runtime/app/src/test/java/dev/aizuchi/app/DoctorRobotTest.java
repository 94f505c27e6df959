package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robotprofile.RobotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorRobotTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothing_is_said_where_no_robot_file_is_named() throws IOException {
        assertThat(DoctorRobot.check(null)).isEmpty();
        assertThat(DoctorRobot.check(config("{ use: mqtt }"))).isEmpty();
    }

    @Test
    void a_sound_file_is_good() throws IOException {
        Files.writeString(folder.resolve("robot.yaml"), RobotFiles.text("nav2"));
        assertThat(DoctorRobot.check(config("{ use: profile, with: { file: robot.yaml } }")))
                .hasValueSatisfying(found -> {
                    assertThat(found.state()).isEqualTo(DoctorCommand.State.GOOD);
                    assertThat(found.detail()).endsWith("robot.yaml has no faults");
                });
    }

    @Test
    void the_first_fault_of_a_file_is_told_with_how_many_more_and_how_to_see_them() throws IOException {
        Files.writeString(
                folder.resolve("robot.yaml"),
                RobotFiles.text("nav2")
                        .replace("goal: /spin\n", "goal: /spin/${turn}\n")
                        .replace("on: ros", "on: rso"));
        assertThat(DoctorRobot.check(config("{ use: profile, with: { file: robot.yaml } }")))
                .hasValueSatisfying(found -> {
                    assertThat(found.state()).isEqualTo(DoctorCommand.State.BROKEN);
                    assertThat(found.detail())
                            .contains("no bus rso; did you mean ros?", " more)")
                            .containsPattern("robot.yaml:\\d+: ")
                            .endsWith("; ./aizuchi robot check " + folder.resolve("robot.yaml"));
                });
    }

    @Test
    void a_file_that_is_not_there_is_broken_and_says_how_to_begin_one() throws IOException {
        assertThat(DoctorRobot.check(config("{ use: profile, with: { file: none.yaml } }")))
                .hasValueSatisfying(found -> {
                    assertThat(found.state()).isEqualTo(DoctorCommand.State.BROKEN);
                    assertThat(found.detail()).contains("no such file", "./aizuchi robot list");
                });
    }

    private Path config(String robot) throws IOException {
        return Files.writeString(folder.resolve("agent.yaml"), "site: { speaker: 101号室 }\nrobot: " + robot + "\n");
    }
}
