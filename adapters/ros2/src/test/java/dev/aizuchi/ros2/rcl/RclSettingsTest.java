package dev.aizuchi.ros2.rcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.ros2.rcl.RclSettings.Discovery;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

class RclSettingsTest {
    @Test
    void both_transports_are_found_as_a_bus() {
        List<String> names = new ArrayList<>();
        for (AdapterProvider<?, ?> provider : ServiceLoader.load(AdapterProvider.class)) {
            if (provider.provides() == Bus.class) {
                names.add(provider.name());
            }
        }
        assertThat(names).contains("rcl", "rosbridge");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "AMENT_PREFIX_PATH", matches = ".+", disabledReason = "ROS 2 is here")
    void says_what_to_source_where_there_is_no_ros() {
        assertThatThrownBy(() -> RclBus.open(RclSettings.of("aizuchi")))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("setup.sh")
                .hasMessageContaining("use: rosbridge");
    }

    @Test
    void refuses_names_and_domains_that_ros_would_refuse() {
        assertThatThrownBy(() -> RclSettings.of("相槌")).hasMessageContaining("letters, digits and _");
        assertThatThrownBy(() -> settings("robot1", null)).hasMessageContaining("/robot1");
        assertThatThrownBy(() -> settings("/robot1", 233)).hasMessageContaining("from 0 to 232");
        assertThat(settings("/robot1/care", 232).discovery()).isEqualTo(Discovery.LOCALHOST);
    }

    private static RclSettings settings(String namespace, @Nullable Integer domain) {
        return new RclSettings("aizuchi", namespace, domain, Discovery.LOCALHOST, List.of(), List.of());
    }
}
