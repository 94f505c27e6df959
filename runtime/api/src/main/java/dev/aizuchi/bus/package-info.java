/** Reach the parts of a robot over a bus (ROS 2, MQTT), named by endpoints and told in data; knows no transport. */
@NullMarked
package dev.aizuchi.bus;

import org.jspecify.annotations.NullMarked;
