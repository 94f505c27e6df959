package dev.aizuchi.ros2.rcl;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say as which node the runtime joins ROS 2. Absent values take the defaults named here.
 *
 * @param node name of the node; {@code aizuchi}
 * @param namespace what the node's relative names begin with, such as {@code /robot1}; {@code /}
 * @param domain ROS domain, from 0 to 232; absent: what {@code ROS_DOMAIN_ID} says
 * @param discovery with whom it speaks; {@code localhost}
 * @param definitions folders with packages, looked into before those of {@code AMENT_PREFIX_PATH}; none
 * @param arguments what could follow {@code --ros-args}, such as {@code -r} and {@code /cmd_vel:=/base/cmd_vel}; none
 */
public record RclSettings(
        String node,
        String namespace,
        @Nullable Integer domain,
        Discovery discovery,
        List<Path> definitions,
        List<String> arguments) {
    public RclSettings {
        node = node == null ? "aizuchi" : node;
        namespace = namespace == null ? "/" : namespace;
        discovery = discovery == null ? Discovery.LOCALHOST : discovery;
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
        if (!node.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("node " + node + " is no name of a node; use letters, digits and _");
        }
        if (!namespace.matches("/|(/[A-Za-z_][A-Za-z0-9_]*)+")) {
            throw new IllegalArgumentException("namespace " + namespace + " is none; write one such as /robot1");
        }
        if (domain != null && (domain < 0 || domain > 232)) {
            throw new IllegalArgumentException("domain must be from 0 to 232, but is " + domain);
        }
    }

    /** Take the defaults for all but the node's name. */
    public static RclSettings of(String node) {
        return new RclSettings(node, "/", null, Discovery.LOCALHOST, List.of(), List.of());
    }

    /** With whom a node speaks. */
    public enum Discovery {
        /** Nodes on this machine. */
        LOCALHOST,
        /** Nodes that multicast reaches, on every interface. */
        SUBNET,
        /** As the environment says: {@code ROS_AUTOMATIC_DISCOVERY_RANGE}, {@code ROS_LOCALHOST_ONLY}. */
        SYSTEM
    }
}
