package dev.aizuchi.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turn settings into those of Hazelcast: one door, for members alone, at one address; nothing is told to anybody. */
final class MemberConfig {
    /** A member that says nothing for so long is taken for lost. */
    private static final String SILENT_SECONDS = "15";

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("com.hazelcast");

    private MemberConfig() {}

    static Config of(ClusterSettings settings) {
        // It would advise to open the JDK's internals, which we do not.
        LOG.setLevel(Level.SEVERE);
        Config config = new Config();
        config.setClusterName(settings.clusterName());
        // The command leaves by itself; a killed one is missed soon enough.
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        Map.of(
                        "hazelcast.phone.home.enabled", "false",
                        // Its lines name the cluster, which only members may know; what matters comes as an exception.
                        "hazelcast.logging.type", "none",
                        "hazelcast.socket.bind.any", "false",
                        "hazelcast.socket.server.bind.any", "false",
                        "hazelcast.max.no.heartbeat.seconds", SILENT_SECONDS,
                        "hazelcast.heartbeat.interval.seconds", "1",
                        // Nothing is stored, so that there is nothing to spread over many partitions.
                        "hazelcast.partition.count", "11",
                        "hazelcast.wait.seconds.before.join", "0")
                .forEach(config::setProperty);
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.getMemberAttributeConfig()
                .setAttribute(MachineState.JOBS, String.valueOf(settings.jobs()))
                .setAttribute(MachineState.VERSION, settings.version());
        config.getExecutorConfig(Machine.PLAY).setPoolSize(Math.max(1, settings.jobs()));
        config.getExecutorConfig(Machine.BOOKS).setPoolSize(1);
        config.setSerializationConfig(serialization());
        network(config.getAdvancedNetworkConfig(), settings);
        return config;
    }

    /** Let in texts, numbers, our requests and Hazelcast's own; of Java's serialisation, its failures alone. */
    private static SerializationConfig serialization() {
        ClassFilter known = new ClassFilter()
                .addPrefixes("com.hazelcast.", "java.lang.", "[Ljava.lang.StackTraceElement;")
                .addClasses("java.util.ArrayList", "java.util.Collections$EmptyList");
        JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig();
        filter.setDefaultsDisabled(true);
        filter.setWhitelist(known);
        return new SerializationConfig()
                .setJavaSerializationFilterConfig(filter)
                .addDataSerializableFactory(Requests.FACTORY, new Requests());
    }

    private static void network(AdvancedNetworkConfig network, ClusterSettings settings) {
        String address = settings.bind().getHostAddress();
        ServerSocketEndpointConfig door = new ServerSocketEndpointConfig();
        door.setPort(settings.port()).setPortAutoIncrement(true).setPortCount(100);
        door.getInterfaces().setEnabled(true).addInterface(address);
        network.setEnabled(true).setMemberEndpointConfig(door);
        JoinConfig join = network.getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        if (settings.join() instanceof Join.Kubernetes kubernetes) {
            join.getKubernetesConfig()
                    .setEnabled(true)
                    .setProperty("service-dns", kubernetes.service())
                    .setProperty("service-port", String.valueOf(settings.port()));
        } else if (settings.join() instanceof Join.Hosts hosts) {
            join.getTcpIpConfig().setEnabled(true).setMembers(hosts.hosts());
        }
    }
}
