package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SuiteGateTest {
    @Command
    private static final class Host {
        @Mixin
        final SuiteGate gate = new SuiteGate();
    }

    @Test
    void lets_no_run_go_wrong_unless_some_may() throws IOException {
        assertThat(gate().breaches(summary("failed"))).containsExactly("1 runs went wrong, and 0 may");
        assertThat(gate("--max-failures", "1").breaches(summary("failed"))).isEmpty();
        assertThat(gate().breaches(summary("passed"))).isEmpty();
    }

    @Test
    void asks_for_a_share_by_tag() throws IOException {
        assertThat(gate("--max-failures", "9", "--least", "fault=0.6", "--least", "all=0.4")
                        .breaches(summary("failed")))
                .containsExactly("of fault, 50.0 % went right, and 60.0 % must");
    }

    @Test
    void what_cannot_be_asked_for_is_told_before_anything_is_played() throws IOException {
        gate("--least", "fault=0.6", "--least", "all=1").check(Set.of("fault", "call"));
        assertThatThrownBy(() -> gate("--least", "falt=0.6").check(Set.of("fault", "call")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--least: no scenario has the tag falt; did you mean fault?");
        assertThatThrownBy(() -> gate("--least", "fault=2").check(Set.of("fault")))
                .hasMessage("--least: fault=2.0 is no share from 0 to 1, such as 0.95");
        assertThatThrownBy(() -> gate("--baseline", "none.json").check(Set.of()))
                .hasMessageContaining("there is no summary none.json");
    }

    @Test
    void nothing_that_was_right_in_the_baseline_may_be_wrong(@TempDir Path folder) throws IOException {
        Path earlier = folder.resolve("summary.json");
        Files.writeString(earlier, summary("passed").toString());
        String[] options = {"--max-failures", "9", "--baseline", earlier.toString()};
        assertThat(gate(options).breaches(summary("failed"))).containsExactly("a (seed 1): passed → failed");
        assertThat(gate(options).breaches(summary("passed"))).isEmpty();
        Files.writeString(earlier, summary("failed").toString());
        assertThat(gate(options).breaches(summary("failed"))).isEmpty();
        assertThatThrownBy(() -> gate("--baseline", folder.resolve("none.json").toString())
                        .breaches(summary("passed")))
                .hasMessageContaining("there is no summary");
    }

    private static SuiteGate gate(String... options) {
        Host host = new Host();
        new CommandLine(host).parseArgs(options);
        return host.gate;
    }

    private static JsonNode summary(String verdict) throws IOException {
        int right = verdict.equals("passed") ? 2 : 1;
        return Json.MAPPER.readTree("""
                {"runs_right": %d, "runs_of": 2, "share": %s,
                 "tags": {"fault": {"runs_right": %d, "runs_of": 2, "share": %s}},
                 "runs": [{"scenario": "a", "seed": 1, "verdict": "%s"}, {"scenario": "b", "seed": 1, "verdict": "passed"}]}
                """.formatted(right, right / 2.0, right, right / 2.0, verdict));
    }
}
