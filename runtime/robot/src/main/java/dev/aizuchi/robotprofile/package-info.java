/**
 * Connect a real robot by one YAML file: its acts, state and percepts mapped to topics, services and actions of a
 * {@link dev.aizuchi.bus.Bus}. For the application, which opens it under the name {@code profile}; knows no transport.
 */
@NullMarked
package dev.aizuchi.robotprofile;

import org.jspecify.annotations.NullMarked;
