/**
 * Simulated users: people with something that they want, who talk with an agent until they have it or give up.
 *
 * <p>For testers who want to know how often a robot helps, not only whether it does what a script expects. A person is
 * a data file; the same seed says the same. Nothing here is for several threads.
 */
@NullMarked
package dev.aizuchi.testkit.users;

import org.jspecify.annotations.NullMarked;
