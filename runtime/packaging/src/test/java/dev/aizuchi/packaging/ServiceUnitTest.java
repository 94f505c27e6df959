package dev.aizuchi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceUnitTest {
    private static final Pattern EXPOSURE = Pattern.compile("exposure level for aizuchi.service: (\\d+\\.\\d)");

    @TempDir
    private Path folder;

    @Test
    void systemd_finds_little_that_the_service_could_harm() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")));
        Path unit = folder.resolve("aizuchi.service");
        Files.writeString(unit, Folders.text("aizuchi.service"));
        Process analyze = new ProcessBuilder(
                        "systemd-analyze", "security", "--no-pager", "--offline=true", unit.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(analyze.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(analyze.waitFor()).as(told).isZero();
        Matcher exposure = EXPOSURE.matcher(told);
        assertThat(exposure.find()).as(told).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThan(2);
    }

    /** What no robot has a file for yet is replaced in the one that the runtime shows as an example. */
    @Test
    void the_configuration_that_is_installed_moves_nothing_but_the_simulated_robot() throws IOException {
        String agent = ProductImage.agent(Path.of("../.."));
        assertThat(agent).contains("  use: simulated").doesNotContain("robot: care-1");
    }
}
