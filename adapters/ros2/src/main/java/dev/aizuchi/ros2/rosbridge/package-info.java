/**
 * Reach a robot's ROS 2 over the network through rosbridge, by its protocol version 2. For robots whose computer runs
 * {@code rosbridge_server}; needs no ROS 2 here. One thread, {@code rosbridge}, owns all state and calls all listeners.
 */
@NullMarked
package dev.aizuchi.ros2.rosbridge;

import org.jspecify.annotations.NullMarked;
