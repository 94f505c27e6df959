package dev.aizuchi.ros2.rcl;

import com.sun.jna.NativeLibrary;
import dev.aizuchi.ros2.rcl.RclSettings.Discovery;

/**
 * Set for this process with whom its nodes speak.
 *
 * <p>ROS 2 takes that from the environment when a context begins: {@code ROS_AUTOMATIC_DISCOVERY_RANGE} since Iron,
 * {@code ROS_LOCALHOST_ONLY} before, which still comes first where it is set ({@code rcl/discovery_options.h},
 * {@code rcl/localhost.h}).
 */
final class Surroundings {
    private static final String RANGE = "ROS_AUTOMATIC_DISCOVERY_RANGE";
    private static final String ONLY = "ROS_LOCALHOST_ONLY";

    private Surroundings() {}

    static void apply(Rcl rcl, Discovery discovery) {
        if (discovery == Discovery.SYSTEM) {
            return;
        }
        NativeLibrary c = NativeLibrary.getInstance("c");
        if (rcl.has("rcl_get_automatic_discovery_range")) {
            call(c, "unsetenv", ONLY);
            call(c, "setenv", RANGE, discovery.name(), 1);
        } else {
            call(c, "setenv", ONLY, discovery == Discovery.LOCALHOST ? "1" : "0", 1);
        }
    }

    private static void call(NativeLibrary c, String function, Object... arguments) {
        int code = c.getFunction(function).invokeInt(arguments);
        if (code != 0) {
            throw new RclException(function + " failed with " + code);
        }
    }
}
