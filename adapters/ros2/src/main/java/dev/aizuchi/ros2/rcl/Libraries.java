package dev.aizuchi.ros2.rcl;

import com.sun.jna.NativeLibrary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Load the libraries of ROS 2, for as long as the process lives: on any thread.
 *
 * <p>JNA unloads a library that no object of Java refers to, but ROS 2 keeps pointers into those of its types, and has
 * threads in its own: what was unloaded under it ends the process.
 */
final class Libraries {
    private static final Map<String, NativeLibrary> LOADED = new ConcurrentHashMap<>();

    private Libraries() {}

    /**
     * Load one, if it is not.
     *
     * @throws UnsatisfiedLinkError when it is not found
     */
    static NativeLibrary load(String name) {
        return LOADED.computeIfAbsent(name, NativeLibrary::getInstance);
    }
}
