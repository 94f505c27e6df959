/**
 * Keep the people whom the robot knows in an encrypted database file with a key file beside it. For integrators, who
 * name both. Safe on any thread and in several processes.
 */
@NullMarked
package dev.aizuchi.people;

import org.jspecify.annotations.NullMarked;
