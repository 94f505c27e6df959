/** Test the MQTT adapter. For its developers. Each test runs on one thread, its robots and clients on theirs. */
@NullMarked
package dev.aizuchi.mqtt;

import org.jspecify.annotations.NullMarked;
