/**
 * Run an MQTT 5 broker, HiveMQ CE, inside the process. For a robot or a demonstration that has no broker of its own.
 * {@link dev.aizuchi.broker.EmbeddedBroker} may be used from any thread; it runs on threads of its own.
 */
@NullMarked
package dev.aizuchi.broker;

import org.jspecify.annotations.NullMarked;
