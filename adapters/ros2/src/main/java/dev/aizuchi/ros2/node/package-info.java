/**
 * Be a node as ROS 2 expects one: parameters, a managed lifecycle, diagnostics and its time, over any bus that serves.
 * For what of the runtime shows itself as a node. Called on the bus's threads; each class says what is safe elsewhere.
 */
@NullMarked
package dev.aizuchi.ros2.node;

import org.jspecify.annotations.NullMarked;
