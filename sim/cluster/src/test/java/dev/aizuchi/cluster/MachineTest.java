package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members in one process, each with a door of its own on the loopback address. */
class MachineTest {
    private static final String SECRET = "a secret for this test alone";

    @TempDir
    private Path folder;

    private final int port = Lent.port();
    private final String first = "127.0.0.1:" + port;
    private final List<Played> heard = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void two_machines_play_each_run_once_and_what_comes_of_it_is_as_on_one() {
        List<Scenario> scenarios = Lent.scenarios(folder, "a", "b", "fails");
        ScenarioSuite suite = new ScenarioSuite(scenarios, 40, 7);
        CountDownLatch bothAtWork = new CountDownLatch(2);
        try (Machine owner = Lent.machine(port, first, 1, SECRET, () -> meeting(bothAtWork, "one"));
                Machine worker = Lent.machine(port + 1, first, 2, SECRET, () -> meeting(bothAtWork, "two"))) {
            assertThat(worker.machines()).isEqualTo(2);
            List<Played> played = play(owner, suite);
            List<Played> alone = suite.run(() -> new Scripted("one"), 1, false, one -> {});
            assertThat(played)
                    .usingRecursiveComparison()
                    .ignoringFields("scenario", "course")
                    .isEqualTo(alone);
            assertThat(played)
                    .extracting(Played::scenario)
                    .containsExactlyElementsOf(
                            alone.stream().map(Played::scenario).toList());
            assertThat(heard).containsExactlyInAnyOrderElementsOf(played);
            assertThat(played.stream()
                            .map(one -> one.course().moments().get(0).text())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("played by one", "played by two");
        }
        assertThat(told).singleElement().asString().endsWith(" takes part with 2 threads");
    }

    @Test
    void one_machine_alone_plays_and_begins_none_after_the_first_that_goes_wrong_when_it_is_to_be_quick() {
        ScenarioSuite suite = new ScenarioSuite(Lent.scenarios(folder, "a", "fails", "g", "h", "i"), 1, 1);
        try (Machine owner = Lent.machine(port, first, 1, SECRET, () -> new Scripted("one"))) {
            List<Played> played = owner.play(suite, SuiteFiles.of(List.of(folder)), true, heard::add, told::add);
            assertThat(played)
                    .extracting(one -> one.scenario().name())
                    .startsWith("a", "fails")
                    .hasSizeLessThan(5);
        }
    }

    @Test
    void a_machine_that_cannot_play_is_left_out_and_the_others_play_what_it_had() {
        ScenarioSuite suite = new ScenarioSuite(Lent.scenarios(folder, "a", "b"), 10, 1);
        try (Machine owner = Lent.machine(port, first, 1, SECRET, () -> new Scripted("one"));
                Machine worker = Lent.machine(port + 1, first, 1, SECRET, MachineTest::withoutModel)) {
            assertThat(worker.machines()).isEqualTo(2);
            assertThat(play(owner, suite))
                    .hasSize(20)
                    .allMatch(one -> one.failure().isEmpty());
        }
        assertThat(heard).hasSize(20);
        assertThat(told.get(told.size() - 1))
                .endsWith(" cannot play: IllegalStateException: the model encoder-ja is not here; it is left out");
    }

    @Test
    void what_breaks_every_machine_ends_the_suite_with_what_broke_it() {
        ScenarioSuite suite = new ScenarioSuite(Lent.scenarios(folder, "breaks"), 1, 1);
        try (Machine owner = Lent.machine(port, first, 1, SECRET, () -> new Scripted("one"))) {
            assertThatThrownBy(() -> play(owner, suite))
                    .hasMessage(first + " cannot play: IllegalStateException: no memory");
        }
    }

    @Test
    void a_machine_of_another_version_gets_nothing_and_one_with_another_secret_does_not_come_in() {
        ScenarioSuite suite = new ScenarioSuite(Lent.scenarios(folder, "a"), 10, 1);
        try (Machine owner = Lent.machine(port, first, 1, SECRET, () -> new Scripted("one"));
                Machine old = Machine.join(Lent.settings(port + 1, first, 1, SECRET, "0"), () -> new Scripted("old"));
                Machine stranger =
                        Lent.machine(port + 2, "127.0.0.1:" + (port + 2), 1, SECRET + "?", () -> new Scripted("s"))) {
            assertThat(old.machines()).isEqualTo(2);
            assertThat(stranger.machines()).isOne();
            assertThat(play(owner, suite))
                    .hasSize(10)
                    .allMatch(one -> one.course().moments().get(0).text().equals("played by one"));
        }
        assertThat(told)
                .containsExactly(
                        "127.0.0.1:" + (port + 1) + " cannot play: it has version 0, this machine 1; it is left out");
    }

    @Test
    void machines_find_one_another_by_a_name_service_as_in_kubernetes() {
        ClusterSettings settings = Lent.settings(port, "kubernetes:localhost", 1, SECRET, "1");
        try (Machine one = Machine.join(settings, () -> new Scripted("one"));
                Machine two = Machine.join(settings, () -> new Scripted("two"))) {
            assertThat(one.address()).isNotEqualTo(two.address());
            assertThat(two.machines()).isEqualTo(2);
        }
    }

    @Test
    void an_address_that_is_not_this_machines_is_told_with_the_cure() {
        assertThatThrownBy(() -> Machine.join(
                        new ClusterSettings(
                                Join.parse("192.0.2.1"),
                                InetAddress.getByName("192.0.2.1"),
                                port,
                                Optional.of(SECRET),
                                1,
                                "1"),
                        () -> new Scripted("one")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cannot take part at 192.0.2.1:" + port)
                .hasMessageContaining("--bind");
    }

    private List<Played> play(Machine owner, ScenarioSuite suite) {
        return owner.play(suite, SuiteFiles.of(List.of(folder)), false, heard::add, told::add);
    }

    private static ScenarioSuite.Player withoutModel() {
        throw new IllegalStateException("the model encoder-ja is not here");
    }

    /** Its first run ends when the other machine has begun one too. */
    private static ScenarioSuite.Player meeting(CountDownLatch both, String name) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Scripted(name);
    }
}
