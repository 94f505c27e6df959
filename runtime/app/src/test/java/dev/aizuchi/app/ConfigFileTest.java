package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.mqtt.MqttSettings;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.whisper.WhisperSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final String GOOD = """
            site:
              speaker: 101号室
            robot:
              use: mqtt
              with: { broker: "tcp://127.0.0.1:1883", robot: care-1, deadman: PT0.4S }
            """;

    @Test
    void binds_parts_and_a_providers_own_settings() {
        ConfigFile file = file(GOOD);
        AgentConfig config = file.agent();
        assertThat(config.site().askWhom()).isEqualTo("職員");
        MqttSettings settings = file.settings(config.robot(), "/robot", MqttSettings.class);
        assertThat(settings.deadman()).isEqualTo(Duration.ofMillis(400));
        assertThat(settings.robot()).isEqualTo("care-1");
    }

    @Test
    void binds_a_second_pass_whose_settings_have_usual_values() {
        ConfigFile file = file(GOOD + """
                hearing:
                  source: { use: microphone }
                  detector: { use: energy }
                  recognizer: { use: vosk, with: { model: here } }
                  second-pass: { use: whisper, with: { model: there, min-level-db: -50 } }
                """);
        AgentConfig.Use second = Objects.requireNonNull(
                Objects.requireNonNull(file.agent().hearing()).secondPass());
        WhisperSettings settings = file.settings(second, "/hearing/second-pass", WhisperSettings.class);
        assertThat(settings.model().toString()).endsWith("there");
        assertThat(settings.minLevelDb()).isEqualTo(-50);
        assertThat(settings.contextMargin()).isEqualTo(160);
    }

    @Test
    void names_file_line_key_and_the_nearest_known_key() {
        assertThatThrownBy(() -> file(GOOD.replace("speaker:", "speeker:")).agent())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml:2: site.speeker: unknown key speeker; did you mean speaker?");
    }

    @Test
    void names_the_line_of_a_misspelt_setting_of_a_provider() {
        ConfigFile file = file(GOOD.replace("deadman", "dedman"));
        assertThatThrownBy(() -> file.settings(file.agent().robot(), "/robot", MqttSettings.class))
                .hasMessageContaining("agent.yaml:5: robot.with.dedman: unknown key dedman; did you mean deadman?");
    }

    @Test
    void says_which_key_is_missing() {
        assertThatThrownBy(() -> file("site: { speaker: 101号室 }\n").agent()).hasMessageContaining("robot is missing");
        assertThatThrownBy(() -> file(GOOD.replace("  speaker: 101号室", "  zone: Asia/Tokyo"))
                        .agent())
                .hasMessageContaining("speaker is missing");
    }

    @Test
    void passes_a_records_own_check_on_with_its_line() {
        assertThatThrownBy(() -> file(GOOD.replace("speaker: 101号室", "speaker: 101号室\n  zone: Mars/Base"))
                        .agent())
                .hasMessageContaining("Mars/Base is no time zone");
    }

    @Test
    void suggests_the_nearest_adapter() {
        ConfigFile file = file(GOOD.replace("use: mqtt", "use: mqt"));
        assertThatThrownBy(() -> new Plugins().open(file, file.agent().robot(), "/robot", Robot.class))
                .hasMessageContaining("agent.yaml:4: robot.use: no adapter mqt for Robot; did you mean mqtt?");
    }

    @Test
    void says_when_the_file_is_no_yaml_or_no_map() {
        assertThatThrownBy(() -> file("site: [")).hasMessageContaining("not YAML");
        assertThatThrownBy(() -> file("hello").agent()).hasMessageContaining("is a map");
    }

    @Test
    void says_when_the_file_is_missing_or_no_text(@TempDir Path directory) throws Exception {
        Path missing = directory.resolve("none.yaml");
        assertThatThrownBy(() -> ConfigFile.read(missing, Path::of)).hasMessageContaining("no such file");
        Path binary = Files.write(directory.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> ConfigFile.read(binary, Path::of)).hasMessageContaining("not UTF-8");
    }

    @Test
    void the_example_that_people_copy_is_right() {
        Home home = Home.here();
        ConfigFile file =
                ConfigFile.read(home.directory().resolve("runtime/app/agent.yaml"), home.paths(home.directory()));
        AgentConfig config = file.agent();
        assertThat(new Plugins().skills(file, config.skills())).hasSize(3);
        assertThat(file.settings(config.robot(), "/robot", MqttSettings.class).robot())
                .isEqualTo("care-1");
    }

    private static ConfigFile file(String text) {
        return ConfigFile.of("agent.yaml", text, Path::of);
    }
}
