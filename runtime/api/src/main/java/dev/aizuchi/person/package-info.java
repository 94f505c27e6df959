/**
 * Describe the people a robot knows, and the port behind which they are kept. For adapters and the engine, which asks
 * how a person wants to be spoken to. Immutable values, safe on any thread.
 */
@NullMarked
package dev.aizuchi.person;

import org.jspecify.annotations.NullMarked;
