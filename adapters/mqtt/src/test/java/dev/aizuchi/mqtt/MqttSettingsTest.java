package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    @Test
    void two_keys_are_enough() throws JsonProcessingException {
        MqttSettings settings = YAML.readValue("broker: tcp://127.0.0.1:1883\nrobot: kaigo-1", MqttSettings.class);
        assertThat(settings).isEqualTo(MqttSettings.of(URI.create("tcp://127.0.0.1:1883"), "kaigo-1"));
        assertThat(Topic.COMMAND.of(settings)).isEqualTo("aizuchi/kaigo-1/command");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robot: kaigo-1",
                "broker: tcp://127.0.0.1:1883",
                "broker: localhost\nrobot: kaigo-1",
                "broker: http://localhost\nrobot: kaigo-1",
                "broker: tcp://127.0.0.1\nrobot: '+'",
                "broker: tcp://127.0.0.1\nrobot: a/b",
                "broker: tcp://127.0.0.1\nrobot: a\ntopic-root: '#'",
                "broker: tcp://127.0.0.1\nrobot: a\nqueue: -1",
                "broker: tcp://127.0.0.1\nrobot: a\nca-file: ca.pem",
                "broker: ssl://127.0.0.1\nrobot: a\ncert-file: own.pem",
                "broker: ssl://127.0.0.1\nrobot: a\nkey-file: own-key.pem",
            })
    void what_cannot_work_fails_at_the_start(String yaml) {
        assertThatThrownBy(() -> YAML.readValue(yaml, MqttSettings.class))
                .isInstanceOf(ValueInstantiationException.class);
    }

    @Test
    void a_session_of_more_than_a_day_is_refused() {
        MqttSettings usual = MqttSettings.of(URI.create("mqtt://broker"), "a");
        assertThatThrownBy(() -> Timing.kept(usual, Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session-expiry");
    }

    @Test
    void the_usual_port_and_both_spellings_are_understood() {
        assertThat(MqttSettings.of(URI.create("mqtt://broker"), "a").serverUri())
                .isEqualTo("tcp://broker:1883");
        assertThat(MqttSettings.of(URI.create("mqtts://broker"), "a").serverUri())
                .isEqualTo("ssl://broker:8883");
        assertThat(MqttSettings.of(URI.create("ssl://broker:1"), "a").serverUri())
                .isEqualTo("ssl://broker:1");
    }

    @Test
    void a_file_that_cannot_be_used_is_named_with_the_cure(@TempDir Path directory) throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path certificate = new Authority("a").write(directory.resolve("own.pem"));
        String tls = "broker: ssl://127.0.0.1:1\nrobot: a\n";
        assertUnusable(tls + "ca-file: " + empty, empty, "give certificates in PEM");
        assertUnusable(
                tls + "ca-file: " + directory.resolve("absent"), directory.resolve("absent"), "give certificates");
        assertUnusable(tls + "cert-file: " + certificate + "\nkey-file: " + empty, empty, "openssl pkcs8 -topk8");
        assertUnusable(tls + "password-file: " + directory.resolve("absent"), directory.resolve("absent"), "check its");
    }

    private static void assertUnusable(String yaml, Path file, String cure) throws JsonProcessingException {
        MqttSettings settings = YAML.readValue(yaml, MqttSettings.class);
        assertThatThrownBy(() -> MqttRobot.open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(cure);
    }

    @Test
    void the_provider_is_found() {
        assertThat(ServiceLoader.load(AdapterProvider.class))
                .anyMatch(provider -> provider.name().equals("mqtt") && provider.settings() == MqttSettings.class);
    }
}
