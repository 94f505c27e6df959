/**
 * Carry the {@link dev.aizuchi.robot.Robot} port over MQTT 5, the runtime's side and the robot's side. For robots that
 * run as another process or machine; {@code asyncapi.yaml} beside this module lists the topics for every other client.
 * The public types may be used from any thread; listeners are called on one thread of the adapter.
 */
@NullMarked
package dev.aizuchi.mqtt;

import org.jspecify.annotations.NullMarked;
