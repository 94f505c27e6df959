/**
 * Find the devices of a house by the Homie convention, version 5, and offer what can be set of them as acts; for
 * integrators. Messages are taken on one thread.
 */
@NullMarked
package dev.aizuchi.mqtt.homie;

import org.jspecify.annotations.NullMarked;
