/**
 * Speak the conventions of ROS4HRI (REP-155 and its skills), so that its applications can use the runtime as their
 * dialogue node. For who composes the runtime. Events come on the dialogue's thread, messages on the bus's.
 */
@NullMarked
package dev.aizuchi.ros2.hri;

import org.jspecify.annotations.NullMarked;
