package dev.aizuchi.ros2.rcl;

import com.sun.jna.NativeLibrary;
import dev.aizuchi.ros2.rcl.RclSettings.Discovery;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /**
     * Begin a context with it; one after the other, for the environment is that of the process.
     *
     * @throws RclException when it cannot be set
     */
    static synchronized void with(Rcl rcl, Discovery discovery, Runnable beginning) {
        if (discovery != Discovery.SYSTEM) {
            apply(rcl, discovery);
        }
        beginning.run();
    }

    private static void apply(Rcl rcl, Discovery discovery) {
        if (rcl.has("rcl_get_automatic_discovery_range")) {
            set(ONLY, null);
            set(RANGE, discovery.name());
        } else {
            set(ONLY, discovery == Discovery.LOCALHOST ? "1" : "0");
        }
    }

    /**
     * Change it only where it is another: threads of a node that runs may be reading it, and the C library has no lock.
     */
    private static void set(String name, @Nullable String value) {
        NativeLibrary c = Libraries.load("c");
        String now = c.getFunction("getenv").invokeString(new Object[] {name}, false);
        if (Objects.equals(now, value)) {
            return;
        }
        int code = value == null
                ? c.getFunction("unsetenv").invokeInt(new Object[] {name})
                : c.getFunction("setenv").invokeInt(new Object[] {name, value, 1});
        if (code != 0) {
            throw new RclException(name + " cannot be set: error " + code);
        }
    }
}
