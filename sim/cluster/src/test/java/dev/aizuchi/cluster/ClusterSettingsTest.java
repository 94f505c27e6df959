package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.instance.EndpointQualifier;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {
    private static final String SECRET = "0123456789abcdef";

    @Test
    void reads_machines_and_kubernetes_services() {
        assertThat(Join.parse("a.example:5701, 10.0.0.2,[::1]:5702"))
                .isEqualTo(new Join.Hosts(List.of("a.example:5701", "10.0.0.2", "[::1]:5702")));
        assertThat(Join.parse("kubernetes:aizuchi-workers.sim.svc.cluster.local"))
                .isEqualTo(new Join.Kubernetes("aizuchi-workers.sim.svc.cluster.local"));
        assertThatThrownBy(() -> Join.parse("scenarios/care")).hasMessageContaining("「scenarios/care」 is no machine");
        assertThatThrownBy(() -> Join.parse("kubernetes:")).hasMessageContaining("is no name of a service");
    }

    @Test
    void nobody_else_can_connect_without_a_secret_that_is_long_enough() {
        assertThatThrownBy(() -> settings("10.0.0.1", "10.0.0.2", ""))
                .hasMessage("others can connect to 10.0.0.1: give all members one secret, or bind to 127.0.0.1");
        assertThatThrownBy(() -> settings("10.0.0.1", "10.0.0.2", "short")).hasMessageContaining("has 5 characters");
        assertThat(settings("10.0.0.1", "10.0.0.2", SECRET).clusterName())
                .startsWith("aizuchi-")
                .doesNotContain(SECRET)
                .isNotEqualTo(settings("10.0.0.1", "10.0.0.2", SECRET + "!").clusterName());
    }

    @Test
    void says_that_other_machines_do_not_reach_a_loopback_address() {
        assertThatThrownBy(() -> settings("127.0.0.1", "10.0.0.2:5701", SECRET))
                .hasMessageContaining("other machines do not reach 127.0.0.1");
    }

    @Test
    void the_only_door_is_that_for_members_at_the_one_address_and_nothing_is_told_to_anybody() {
        Config config = MemberConfig.of(settings("10.0.0.1", "10.0.0.2", SECRET));
        AdvancedNetworkConfig network = config.getAdvancedNetworkConfig();
        assertThat(network.getEndpointConfigs()).containsOnlyKeys(EndpointQualifier.MEMBER);
        assertThat(network.getEndpointConfigs().values())
                .allSatisfy(
                        door -> assertThat(door.getInterfaces().getInterfaces()).containsExactly("10.0.0.1"));
        assertThat(network.getJoin().getMulticastConfig().isEnabled()).isFalse();
        assertThat(network.getJoin().getTcpIpConfig().getMembers()).containsExactly("10.0.0.2");
        assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
        assertThat(config.getProperty("hazelcast.socket.bind.any")).isEqualTo("false");
        assertThat(config.getProperty("hazelcast.socket.server.bind.any")).isEqualTo("false");
    }

    private static ClusterSettings settings(String bind, String others, String secret) {
        return new ClusterSettings(
                Join.parse(others),
                address(bind),
                ClusterSettings.USUAL_PORT,
                Optional.of(secret).filter(text -> !text.isEmpty()),
                1,
                "1");
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
