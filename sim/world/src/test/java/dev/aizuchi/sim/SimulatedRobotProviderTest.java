package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedRobotProviderTest {
    private final SimulatedRobotProvider provider = new SimulatedRobotProvider();

    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(AdapterProvider.class))
                .anyMatch(found -> found.name().equals("simulated") && found.provides() == Robot.class);
    }

    @Test
    void its_time_passes_by_itself_until_it_is_closed() throws Exception {
        Robot robot = provider.open(new SimulatedRobotProvider.Settings(null, 200));
        Command drive = new Command("1", new Navigate(new Place("給湯室")), Duration.ofMinutes(2));
        Outcome outcome = robot.perform(drive, done -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        robot.close();
        Outcome afterwards = robot.perform(
                        new Command("2", new Navigate(new Place("食堂")), Duration.ofMinutes(2)), done -> {})
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        assertThat(afterwards)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Outcome.Reason.UNREACHABLE));
    }

    @Test
    void a_fault_in_a_floor_plan_of_ones_own_is_named_with_its_line(@TempDir Path directory) throws Exception {
        Path floor = Files.writeString(directory.resolve("my.yaml"), "floor: { width: 10, height: 10 }\nroof: 1\n");
        assertThatThrownBy(() -> provider.open(new SimulatedRobotProvider.Settings(floor, 1)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("my.yaml:2:1");
        assertThatThrownBy(
                        () -> provider.open(new SimulatedRobotProvider.Settings(directory.resolve("absent.yaml"), 1)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("absent.yaml");
    }

    @Test
    void a_speed_that_is_none_is_refused() {
        assertThatThrownBy(() -> new SimulatedRobotProvider.Settings(null, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed");
    }
}
