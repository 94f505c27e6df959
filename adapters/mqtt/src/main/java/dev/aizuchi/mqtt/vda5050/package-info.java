/**
 * Drive a vehicle by VDA 5050, the interface between fleet control and mobile robots, versions 2.1 and 3.0; for
 * integrators. The vehicle's messages are taken on one thread; a stop goes out on its caller's.
 */
@NullMarked
package dev.aizuchi.mqtt.vda5050;

import org.jspecify.annotations.NullMarked;
