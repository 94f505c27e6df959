/**
 * Write and read messages as the bytes that go over the wire of ROS 2. For the transports of this adapter. All types
 * may be used from any thread.
 */
@NullMarked
package dev.aizuchi.ros2.cdr;

import org.jspecify.annotations.NullMarked;
