/**
 * Be a node of ROS 2 in this process, through its C library {@code librcl}. For a robot whose computer has ROS 2
 * sourced. One thread, {@code rcl}, waits for all that comes in and calls all listeners; publishing happens on the
 * caller's thread.
 */
@NullMarked
package dev.aizuchi.ros2.rcl;

import org.jspecify.annotations.NullMarked;
