/**
 * Read the texts in which ROS 2 packages define their messages, services and actions. For the transports of this
 * adapter; definitions differ between distributions, so they are read where the robot has them and nothing is
 * generated. All types may be used from any thread.
 */
@NullMarked
package dev.aizuchi.ros2.definition;

import org.jspecify.annotations.NullMarked;
